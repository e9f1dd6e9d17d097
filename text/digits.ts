const ZEROS = [0x660, 0x6f0]

/** Converts Arabic-Indic and Persian digits to ASCII digits; everything else stays the same. */
export function asciiDigits(input: string): string {
  return input.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0)
    const zero = ZEROS.find((candidate) => code >= candidate && code <= candidate + 9) ?? code
    return String(code - zero)
  })
}

const INVISIBLE_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * Parses a number in ASCII, Arabic-Indic or Persian digits, with Arabic or English decimal and thousands separators.
 * A per cent sign is allowed and ignored. Null for anything else.
 */
export function parseNumber(input: string): number | null {
  const plain = asciiDigits(input.replace(INVISIBLE_MARKS, ''))
    .trim()
    .replace(/ ?[%\u066a]$/, '')
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, ',')
    .replace(/^\u2212/, '-')
  if (plain.length > 40) return null
  if (/^[+-]?\d+(\.\d+)?$/.test(plain)) return Number(plain)
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''))
  return null
}

/**
 * Parses a day written YYYY-MM-DD or YYYY/MM/DD in any of those digits, and returns it as YYYY-MM-DD; null if there
 * is no such day.
 */
export function parseDay(input: string): string | null {
  const plain = asciiDigits(input.replace(INVISIBLE_MARKS, '')).trim()
  const found = /^(\d{4})([-/])(\d{2})\2(\d{2})$/.exec(plain)
  if (!found) return null
  const [year, month, day] = [Number(found[1]), Number(found[3]), Number(found[4])]
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  return `${found[1]}-${found[3]}-${found[4]}`
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}
