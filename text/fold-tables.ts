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

/** The two Arabic blocks of presentation forms, the only characters that get compatibility mappings in every fold. */
export const PRESENTATION_FORMS: readonly Range[] = [
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefc],
]

/**
 * With Latin ligatures such as ﬁ, and full-width letters and digits. Their compatibility mappings lose nothing; those
 * of m² or ½ would.
 */
export const TYPED_FORMS: readonly Range[] = [[0xfb00, 0xfb06], ...PRESENTATION_FORMS, [0xff01, 0xff5e]]

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

/** Shapes that keyboards lack: hyphens, dashes and the minus sign; ʻ ʽ ʾ ʿ of transliterations. */
export const REPLACED_AS_TYPED: readonly [string, string][] = [
  ...REPLACED_BY_BOTH,
  ...eachTo('\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63', '-'),
  ...eachTo('\u02bb\u02bd\u02be\u02bf', "'"),
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

export const REPLACED_BY_SPELLING: readonly [string, string][] = [
  ...REPLACED_BY_SEARCH,
  ...REPLACED_AS_TYPED.slice(REPLACED_BY_BOTH.length),
  // Persian ۀ, once it is decomposed, and the ha of Urdu.
  ...eachTo('\u06d5\u06c1\u06c3', '\u0647'),
]

/** The spelling fold keeps hamza at first, because its rules depend on it. */
export const DROPPED_BY_SPELLING: readonly Range[] = DROPPED_BY_SEARCH.filter(
  (range) => !HAMZA_MARKS.includes(range),
)

const LETTERS_OF_NUMBERS: readonly [string, string][] = [['٪', '%']]

/** Letters that other spellings write as one or two plain ones. The search fold has lowered them before. */
const SPELLED_OUT: readonly [string, string][] = [
  ...pairs('øłđðħŧ', 'olddht'),
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ĳ', 'ij'],
  ['þ', 'th'],
]

/**
 * Rewrites that make different spellings of a word or a number one, in this order, on the composed text. JavaScript and
 * PostgreSQL read the same patterns. U+0624 is ؤ, U+0626 ئ, U+0621 ء, U+0648 و, U+064A ي.
 */
export const REWRITTEN: readonly [pattern: string, to: string][] = [
  ...[...LETTERS_OF_NUMBERS, ...SPELLED_OUT],
  // Hamza before waw has three seats: مسؤول مسئول, شؤون شئون, قراءوا. The word "or", أو, begins with none of them.
  ['(?<=[\\u0620-\\u064a])[\\u0621\\u0624\\u0626](?=\\u0648)', '\u0648'],
  // Hamza after ya at the end of a word is written on it or beside it: شاطئ شاطيء.
  ['(?<=\\u064a)\\u0621(?![\\u0620-\\u064a])', ''],
  // مائة is also written مئة, with all its compounds.
  ['\\u0645\\u0627\\u0626(?=[\\u0647\\u062a])', '\u0645\u0626'],
  ['[\\u0622\\u0623\\u0625]', PLAIN_ALEF],
  ['\\u0624', '\u0648'],
  ['\\u0626', '\u064a'],
  ['[\\u0653-\\u0655]', ''],
  ["'", ''],
  // A hyphen within a word: co-operative, cooperative.
  ['(?<=[^0-9 ])-(?=[^0-9 ])', ''],
  // Thousands are set apart by a comma, a point, an Arabic comma or a blank.
  ['(?<=[0-9])[,.\\u066c\\u060c ](?=[0-9]{3}(?![0-9]))', ''],
  ['(?<=[0-9])[,\\u066b](?=[0-9])', '.'],
  [' {2,}', ' '],
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
