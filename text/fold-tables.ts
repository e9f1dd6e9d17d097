/**
 * The tables of both folds. The TypeScript engine reads them, and the SQL function is generated from them. Ranges are
 * inclusive pairs of code points.
 */
type Range = readonly [number, number]

export const WHITE_SPACE: readonly Range[] = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0x85, 0x85],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
]

/** Tashkeel and Koranic marks, except madda and hamza (U+0653–0655), which make other letters. */
export const ARABIC_MARKS: readonly Range[] = [
  [0x610, 0x61a],
  [0x64b, 0x652],
  [0x656, 0x65f],
  [0x670, 0x670],
  [0x6d6, 0x6dc],
  [0x6df, 0x6e4],
  [0x6e7, 0x6e8],
  [0x6ea, 0x6ed],
  [0x898, 0x89f],
  [0x8ca, 0x8e1],
  [0x8e3, 0x8ff],
]

/** Soft hyphen, tatweel, zero width space, byte order mark, and the twelve bidi controls. */
export const INVISIBLE: readonly Range[] = [
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x640, 0x640],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
  [0xfeff, 0xfeff],
]

export const HAMZA_MARKS: readonly Range[] = [[0x653, 0x655]]

export const DROPPED_BY_ANCHOR: readonly Range[] = [...ARABIC_MARKS, ...INVISIBLE]

/** The search fold also ignores accents, hamza, joiners and emoji presentation. */
export const DROPPED_BY_SEARCH: readonly Range[] = [
  ...DROPPED_BY_ANCHOR,
  ...HAMZA_MARKS,
  [0x300, 0x36f],
  [0x200c, 0x200d],
  [0xfe00, 0xfe0f],
]

/** The two Arabic blocks of presentation forms, the only characters that get compatibility mappings. */
export const PRESENTATION_FORMS: readonly Range[] = [
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefc],
]

export function inRanges(ranges: readonly Range[], point: number): boolean {
  return ranges.some(([from, to]) => point >= from && point <= to)
}

const pairs = (from: string, to: string): [string, string][] =>
  [...from].map((letter, i): [string, string] => [letter, [...to][i] ?? ''])

const eachTo = (letters: string, to: string): [string, string][] =>
  [...letters].map((letter): [string, string] => [letter, to])

/** Replacements of both folds, made before letters and marks are composed. One letter becomes one letter. */
export const REPLACED_BY_BOTH: readonly [string, string][] = [
  ...pairs('\u06cc\u06a9', '\u064a\u0643'),
  ...pairs('٠١٢٣٤٥٦٧٨٩', '0123456789'),
  ...pairs('۰۱۲۳۴۵۶۷۸۹', '0123456789'),
  ...eachTo('“”„‟«»″〝〞〟＂', '"'),
  ...eachTo('‘’‚‛′‹›\u02bc＇', "'"),
]

/** Alef with madda, hamza above, hamza below, and wasla. */
export const ALEFS = '\u0622\u0623\u0625\u0671'
export const PLAIN_ALEF = '\u0627'

/** Only letters that do not decompose need a line here; U+0622 and similar letters decompose first. */
export const REPLACED_BY_SEARCH: readonly [string, string][] = [
  ...REPLACED_BY_BOTH,
  ['\u0671', PLAIN_ALEF],
  ['\u0649', '\u064a'],
  ['\u0629', '\u0647'],
  ['ς', 'σ'],
  ['ı', 'i'],
  ...lowerCase(),
]

/** Letters with case outside ASCII that do not decompose: the Latin, Greek and Cyrillic ones used in news. */
function lowerCase(): [string, string][] {
  const blocks: readonly Range[] = [
    [0xc0, 0x17f],
    [0x18f, 0x18f],
    [0x386, 0x3ab],
    [0x400, 0x42f],
    [0x48a, 0x4ff],
    [0x1e9e, 0x1e9e],
  ]
  const found: [string, string][] = []
  for (const [from, to] of blocks) {
    for (let point = from; point <= to; point++) {
      const letter = String.fromCodePoint(point)
      const lower = letter.toLowerCase()
      if (letter.normalize('NFD') === letter && lower !== letter && [...lower].length === 1) {
        found.push([letter, lower])
      }
    }
  }
  return found
}
