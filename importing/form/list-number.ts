/** How the items of a list are numbered; the words are those of CSS. */
export type Numbering =
  | keyof typeof LETTERS
  | keyof typeof DIGITS
  | 'decimal'
  | 'decimal-leading-zero'
  | 'lower-roman'
  | 'upper-roman'
  | 'ordinal'
  | 'hebrew'

const LATIN = 'abcdefghijklmnopqrstuvwxyz'
const GREEK = 'αβγδεζηθικλμνξοπρστυφχψω'
const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщыэюя'

/** The letters that count, in order. */
const LETTERS = {
  'lower-alpha': LATIN,
  'upper-alpha': LATIN.toUpperCase(),
  'lower-greek': GREEK,
  'upper-greek': GREEK.toUpperCase(),
  'lower-russian': RUSSIAN,
  'upper-russian': RUSSIAN.toUpperCase(),
  'arabic-alpha': 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي',
  'arabic-abjad': 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ',
} as const

/** The code of each script's zero. */
const DIGITS = {
  'arabic-indic': 0x660,
  persian: 0x6f0,
  devanagari: 0x966,
  bengali: 0x9e6,
  gurmukhi: 0xa66,
  gujarati: 0xae6,
  tamil: 0xbe6,
  telugu: 0xc66,
  kannada: 0xce6,
  thai: 0xe50,
  lao: 0xed0,
  tibetan: 0xf20,
  myanmar: 0x1040,
  khmer: 0x17e0,
  mongolian: 0x1810,
} as const

const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]
/** No list has more; a letter would be repeated too often. */
const MOST_IN_LETTERS = 1000

/**
 * The number of a list item in words, without its full stop.
 * @param after how letters go on after the last one: `aa, ab` in CSS, `aa, bb` in Word
 */
export function listNumber(number: number, numbering: Numbering, after: 'ab' | 'bb' = 'ab'): string {
  if (!Number.isSafeInteger(number)) return ''
  if (numbering in DIGITS) {
    const zero = DIGITS[numbering as keyof typeof DIGITS]
    return String(number).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))
  }
  if (numbering === 'decimal-leading-zero') return number >= 0 && number < 10 ? `0${number}` : String(number)
  if (number < 1) return String(number)
  if (numbering === 'ordinal') return `${number}${ordinalEnd(number)}`
  if (numbering === 'hebrew') return hebrew(number)
  if (numbering in LETTERS && number <= MOST_IN_LETTERS)
    return inLetters(number, [...LETTERS[numbering as keyof typeof LETTERS]], after)
  if (number < 4000 && numbering === 'lower-roman') return roman(number)
  if (number < 4000 && numbering === 'upper-roman') return roman(number).toUpperCase()
  return String(number)
}

function inLetters(number: number, letters: readonly string[], after: 'ab' | 'bb'): string {
  const count = letters.length
  if (after === 'bb')
    return (letters[(number - 1) % count] ?? '').repeat(Math.floor((number - 1) / count) + 1)
  let written = ''
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / count))
    written = (letters[(rest - 1) % count] ?? '') + written
  return written
}

function roman(number: number): string {
  let rest = number
  let written = ''
  for (const [value, letters] of ROMAN) for (; rest >= value; rest -= value) written += letters
  return written
}

function ordinalEnd(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13
  return teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
}

const HEBREW = [...'אבגדהוזחטיכלמנסעפצקרשת']

/** Hebrew numerals below 500; 15 and 16 avoid the letters of a name. */
function hebrew(number: number): string {
  if (number >= 500) return String(number)
  const hundreds = number >= 100 ? (HEBREW[17 + Math.floor(number / 100)] ?? '') : ''
  const below = number % 100
  if (below === 15 || below === 16) return `${hundreds}ט${below === 15 ? 'ו' : 'ז'}`
  const tens = below >= 10 ? (HEBREW[8 + Math.floor(below / 10)] ?? '') : ''
  const ones = below % 10 > 0 ? (HEBREW[(below % 10) - 1] ?? '') : ''
  return hundreds + tens + ones
}
