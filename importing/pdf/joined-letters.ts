import { inflateSync } from 'node:zlib'

/**
 * Code points that no script uses, in a range that PDF.js takes for right-to-left letters. Each stands for the letters
 * that one glyph of the file shows.
 */
const FREE = [
  [0x070e, 0x070e],
  [0x074b, 0x074c],
  [0x07b2, 0x07bf],
  [0x07fb, 0x07fc],
  [0x082e, 0x082f],
  [0x083f, 0x083f],
  [0x085c, 0x085d],
  [0x086b, 0x086f],
].flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, at) => from + at))

const RIGHT_TO_LEFT = /^[\u0590-\u06ff\ufb1d-\ufdff\ufe70-\ufefc]{2,}$/
/** A stream that names the characters of a font says little before it begins. */
const HEAD_MOST = 300
const OTHER_STREAM = /\/(?:Subtype|ObjStm|XRef|FunctionType|Width|Length1)\b/
const ONE_MOST = 1_000_000
const ALL_MOST = 100_000_000

export type Joined = { bytes: Uint8Array; lettersOf: (text: string) => string }

/**
 * PDF.js turns right-to-left letters round one by one, also those that one glyph shows together, so that «الأول» comes
 * as «األول». In the answer each such glyph names one free code point; `lettersOf` writes its letters again. The bytes
 * have an update of the file at their end, as a program adds that saves a changed PDF.
 */
export function withJoinedLetters(given: Uint8Array): Joined {
  const file = Buffer.from(given.buffer, given.byteOffset, given.byteLength).toString('latin1')
  const codes = new Map<string, number>()
  const changed = new Map<string, string>()
  for (const { name, body } of characterMaps(file)) {
    const [head = '', ...sections] = body.split('beginbf')
    const written = [head, ...sections.map((section) => withCodes(section, codes))].join('beginbf')
    if (written === body) changed.delete(name)
    else changed.set(name, written)
  }
  const update = changed.size > 0 ? updateOf(file, changed) : null
  if (update === null) return { bytes: given, lettersOf: (text) => text }
  const letters = new Map([...codes].map(([joined, code]) => [String.fromCharCode(code), joined]))
  const signs = new RegExp(`[${[...letters.keys()].join('')}]`, 'g')
  return {
    bytes: Buffer.concat([given, Buffer.from(update, 'latin1')]),
    lettersOf: (text) => text.replace(signs, (sign) => letters.get(sign) ?? sign),
  }
}

type CharacterMap = { name: string; body: string }

/** The streams that name characters, by object; the last one of an object is in force. */
function* characterMaps(file: string): Generator<CharacterMap> {
  let inflated = 0
  for (
    let at = file.indexOf('stream');
    at !== -1 && inflated < ALL_MOST;
    at = file.indexOf('stream', at + 6)
  ) {
    const before = file.slice(Math.max(0, at - HEAD_MOST), at)
    if (before.endsWith('end')) continue
    const [, number, generation, head = ''] =
      /(\d{1,10})\s{1,9}(\d{1,5})\s{1,9}obj((?:(?!\bobj\b)[^])*)$/.exec(before) ?? []
    if (number === undefined || generation === undefined || OTHER_STREAM.test(head)) continue
    const from = at + 6 + (file.startsWith('\r\n', at + 6) ? 2 : 1)
    const to = file.indexOf('endstream', from)
    if (to === -1) return
    const body = head.includes('/Filter') ? inflatedOf(file.slice(from, to)) : file.slice(from, to)
    inflated += body.length
    if (body.includes('begincmap')) yield { name: `${number} ${generation}`, body }
    at = to
  }
}

function inflatedOf(stream: string): string {
  try {
    return inflateSync(Buffer.from(stream, 'latin1'), { maxOutputLength: ONE_MOST }).toString('latin1')
  } catch {
    return ''
  }
}

const JOINED = /<([0-9a-f]{8,})>/gi
const RANGE = /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(\[\s*(?:<[0-9a-f]*>\s*)*\]|<[0-9a-f]*>)/gi

/** One section of a map, single characters or ranges of them, with what follows it. */
function withCodes(section: string, codes: Map<string, number>): string {
  const end = section.indexOf('endbf')
  if (end === -1) return section
  const lines = section.slice(0, end)
  const coded = (whole: string, digits: string) => {
    const joined = lettersIn(digits)
    const code = RIGHT_TO_LEFT.test(joined) ? (codes.get(joined) ?? FREE[codes.size]) : undefined
    if (code === undefined) return whole
    codes.set(joined, code)
    return `<${code.toString(16).padStart(4, '0')}>`
  }
  if (section.startsWith('char')) return lines.replace(JOINED, coded) + section.slice(end)
  // The last letter of a range counts on, so a range of several glyphs stays as it is.
  const ranges = lines.replace(RANGE, (whole: string, first: string, last: string, target: string) =>
    target.startsWith('[') || first.toLowerCase() === last.toLowerCase()
      ? whole.replace(JOINED, coded)
      : whole,
  )
  return ranges + section.slice(end)
}

const lettersIn = (digits: string) =>
  digits.replace(/[0-9a-f]{4}/gi, (unit) => String.fromCharCode(parseInt(unit, 16)))

/** The changed objects with their places, as the format adds them to a file; null for a file that is damaged or locked. */
function updateOf(file: string, changed: ReadonlyMap<string, string>): string | null {
  const last = (pattern: RegExp) => [...file.matchAll(pattern)].at(-1)?.[1]
  const root = last(/\/Root\s+(\d+\s+\d+\s+R)/g)
  const info = last(/\/Info\s+(\d+\s+\d+\s+R)/g)
  const size = last(/\/Size\s+(\d+)/g)
  const before = last(/startxref\s+(\d+)/g)
  const isPlain = file.startsWith('%PDF') && !/\/Encrypt\s+\d/.test(file)
  if (!isPlain || root === undefined || size === undefined || before === undefined) return null
  let written = '\n'
  const places = [...changed].map(([name, body]) => {
    const at = String(file.length + written.length).padStart(10, '0')
    written += `${name} obj\n<</Length ${body.length}>>\nstream\n${body}\nendstream\nendobj\n`
    const [number = '', generation = ''] = name.split(' ')
    return `${number} 1\n${at} ${generation.padStart(5, '0')} n \n`
  })
  const table = file.length + written.length
  return `${written}xref\n${places.join('')}trailer\n<</Size ${size}/Root ${root}${info === undefined ? '' : `/Info ${info}`}/Prev ${before}>>\nstartxref\n${table}\n%%EOF\n`
}
