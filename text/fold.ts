import {
  ALEFS,
  DROPPED_BY_ANCHOR,
  DROPPED_BY_SEARCH,
  DROPPED_BY_SPELLING,
  HAMZA_MARKS,
  PLAIN_ALEF,
  PRESENTATION_FORMS,
  REPLACED_AS_TYPED,
  REPLACED_BY_BOTH,
  REPLACED_BY_SEARCH,
  REPLACED_BY_SPELLING,
  REWRITTEN,
  TYPED_FORMS,
  WHITE_SPACE,
  inRanges,
} from './fold-tables'
import { FoldedOutput } from './folded-output'

/**
 * `map[i]` is the original UTF-16 offset of folded unit i; it never decreases. `map[folded.length]` is the length of
 * the original. All units from one composed or expanded letter have that letter's offset.
 */
export type Folded = { folded: string; map: Uint32Array }

type Rules = {
  /** Folds one code point before composing; empty when it is dropped. */
  letter: (point: number) => string
  /** Composes a letter with its marks. */
  compose: (cluster: string) => string
  /** Folds one code point after composing. */
  composed: (letter: string) => string
  /** Drop joiners only between Arabic letters, and white space after a sentence end. */
  anchor: boolean
}

/** Unicode's stream-safe limit is 30; longer runs of marks are composed in pieces, to stay linear. */
const MAX_CLUSTER_UNITS = 64
const CONTINUES = /^[\p{M}\u1160-\u11ff]/u

function perLetter(
  expand: (letter: string) => string,
  dropped: typeof WHITE_SPACE,
  table: typeof REPLACED_BY_BOTH,
  forms = PRESENTATION_FORMS,
) {
  const replaced = new Map(table)
  const seen = new Map<number, string>()
  return (point: number): string => {
    const known = seen.get(point)
    if (known !== undefined) return known
    const letter = String.fromCodePoint(point)
    const plain = inRanges(forms, point) ? letter.normalize('NFKC') : letter
    let result = ''
    for (const part of expand(plain)) {
      const code = part.codePointAt(0) ?? 0
      if (inRanges(dropped, code)) continue
      result += inRanges(WHITE_SPACE, code) ? ' ' : (replaced.get(part) ?? part)
    }
    seen.set(point, result)
    return result
  }
}

const anchorRules: Rules = {
  letter: perLetter((letter) => letter.normalize('NFC'), DROPPED_BY_ANCHOR, REPLACED_BY_BOTH),
  compose: (cluster) => {
    const composed = cluster.normalize('NFC')
    return /[\u0653-\u0655]/.test(composed)
      ? composed.replace(/[\u0653-\u0655]/g, '').normalize('NFC')
      : composed
  },
  composed: (letter) => {
    if (ALEFS.includes(letter)) return PLAIN_ALEF
    return inRanges(HAMZA_MARKS, letter.codePointAt(0) ?? 0) ? '' : letter
  },
  anchor: true,
}

const typedRules: Rules = {
  ...anchorRules,
  letter: perLetter((letter) => letter.normalize('NFC'), DROPPED_BY_ANCHOR, REPLACED_AS_TYPED, TYPED_FORMS),
}

/** As the anchor fold, but hamza makes another letter. */
const contextRules: Rules = {
  ...anchorRules,
  compose: (cluster) => cluster.normalize('NFC'),
  composed: (letter) => letter,
}

const searchLetter = perLetter((letter) => letter.normalize('NFD'), DROPPED_BY_SEARCH, REPLACED_BY_SEARCH)
const searchRules: Rules = {
  letter: (point) =>
    point >= 0x41 && point <= 0x5a ? String.fromCharCode(point + 32) : lowerAscii(searchLetter(point)),
  compose: (cluster) => cluster.normalize('NFC'),
  composed: (letter) => letter,
  anchor: false,
}

const spellingLetter = perLetter(
  (letter) => letter.normalize('NFD'),
  DROPPED_BY_SPELLING,
  REPLACED_BY_SPELLING,
  TYPED_FORMS,
)
const spellingRules: Rules = { ...searchRules, letter: (point) => lowerAscii(spellingLetter(point)) }

function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/**
 * The anchor fold, with which the desk finds a quote again. It ignores Arabic vowel marks, tatweel, the hamza on
 * alef, direction marks, soft hyphens, digit sets, shapes of quote marks and white space, presentation forms, and how
 * accents are stored. It keeps case, accents and every difference between words (ة and ه, ى and ي, we're and were).
 */
export function fold(text: string): Folded {
  return run(text, anchorRules)
}

/**
 * The context fold, by which a passage counts as unchanged: the anchor fold, but alef with hamza, madda or wasla stays
 * another letter than alef.
 */
export function foldContext(text: string): Folded {
  return run(text, contextRules)
}

/**
 * The typed fold, for quotes that a person typed: the anchor fold that also takes ligatures, full-width letters, dashes
 * and the letters ʻ ʽ ʾ ʿ for what a keyboard has. It serves to find words, never to tell whether they changed.
 */
export function foldTyped(text: string): Folded {
  return run(text, typedRules)
}

/**
 * The search fold: the anchor fold that also ignores case, accents, ة/ه, ى/ي, ؤ/و, ئ/ي and joiners. White space after
 * a sentence end stays. The SQL function fold_search gives the same text.
 */
export function foldSearch(text: string): Folded {
  return run(text, searchRules)
}

/**
 * The spelling fold, with which readers find words: the search fold that also makes the accepted spellings of a word or
 * a number one, such as مسئول and مسؤول, ß and ss, co-operative and cooperative, 12,500 and ١٢٥٠٠. The SQL function
 * fold_spelling gives the same text.
 */
export function foldSpelling(text: string): Folded {
  return REWRITES.reduce(rewritten, run(text, spellingRules))
}

type Rewrite = { pattern: RegExp; to: string }
const REWRITES: readonly Rewrite[] = REWRITTEN.map(([pattern, to]) => ({
  pattern: new RegExp(pattern, 'g'),
  to,
}))

/** Replaces each match. What replaces it has the offset of the match's first unit. */
function rewritten(given: Folded, { pattern, to }: Rewrite): Folded {
  const matches = [...given.folded.matchAll(pattern)]
  if (matches.length === 0) return given
  let folded = ''
  const offsets: number[] = []
  let at = 0
  const keep = (end: number) => {
    folded += given.folded.slice(at, end)
    for (; at < end; at++) offsets.push(given.map[at] ?? 0)
  }
  for (const { 0: match, index } of matches) {
    keep(index)
    folded += to
    for (let unit = 0; unit < to.length; unit++) offsets.push(given.map[index] ?? 0)
    at = index + match.length
  }
  keep(given.folded.length + 1)
  return { folded, map: Uint32Array.from(offsets) }
}

const LETTER = /^\p{L}/u
const MARK = /^\p{M}/u
const LETTER_OR_MARK = /^[\p{L}\p{M}]/u

function isArabic(point: number, kind: RegExp): boolean {
  const inBlock =
    (point >= 0x600 && point <= 0x6ff) ||
    (point >= 0x750 && point <= 0x77f) ||
    (point >= 0x870 && point <= 0x8ff) ||
    (point >= 0xfb50 && point <= 0xfdff) ||
    (point >= 0xfe70 && point <= 0xfefc)
  return inBlock && kind.test(String.fromCodePoint(point))
}

function run(text: string, rules: Rules): Folded {
  const output = new FoldedOutput(text.length, rules.anchor)
  let cluster = ''
  let offsets: number[] = []
  let previous = 0
  let joiners: number[] = []

  const flush = () => {
    if (cluster === '') return
    const composed = cluster.length === 1 ? cluster : rules.compose(cluster)
    const start = offsets[0] ?? 0
    let unit = 0
    for (const letter of composed) {
      output.add(
        rules.composed(letter),
        start,
        composed === cluster ? offsets.slice(unit, unit + letter.length) : null,
      )
      unit += letter.length
    }
    cluster = ''
    offsets = []
  }
  const take = (folded: string, offset: number, unchanged: boolean) => {
    for (const letter of folded) {
      const starts = letter < '\u0300' || !CONTINUES.test(letter)
      if (starts || cluster.length >= MAX_CLUSTER_UNITS) flush()
      cluster += letter
      for (let unit = 0; unit < letter.length; unit++) offsets.push(unchanged ? offset + unit : offset)
    }
  }

  for (let at = 0; at < text.length;) {
    const point = text.codePointAt(at) ?? 0
    const size = point > 0xffff ? 2 : 1
    if (rules.anchor && (point === 0x200c || point === 0x200d)) {
      joiners.push(at)
    } else {
      const folded = rules.letter(point)
      if (folded !== '') {
        if (joiners.length > 0) {
          if (!(isArabic(previous, LETTER) && isArabic(point, LETTER_OR_MARK))) {
            for (const joiner of joiners) take(text.charAt(joiner), joiner, true)
          }
          joiners = []
        }
        take(folded, at, folded.length === size)
        if (!MARK.test(String.fromCodePoint(point))) previous = point
      }
    }
    at += size
  }
  for (const joiner of joiners) take(text.charAt(joiner), joiner, true)
  flush()
  return output.finish(text.length)
}

const BETWEEN_LETTER_AND_MARK = /^[\u00ad\u061c\u0640\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/

function letterAt(text: string, at: number): string {
  const point = text.codePointAt(at)
  return point === undefined ? '' : String.fromCodePoint(point)
}

/**
 * The end of the marks that belong to the letter ending at `end`, including those that follow on a tatweel or a
 * control.
 */
function endOfMarks(text: string, end: number): number {
  let at = end
  for (;;) {
    let next = at
    while (BETWEEN_LETTER_AND_MARK.test(text.charAt(next))) next++
    const letter = letterAt(text, next)
    if (!MARK.test(letter) && !(letter >= '\u1160' && letter <= '\u11ff')) return at
    at = next + letter.length
  }
}

/**
 * The original span of the folded units from `foldedStart` to `foldedEnd` (half-open). It never starts on a mark or
 * between surrogates, and includes the marks after its last letter.
 */
export function originalSpan(
  source: { map: Uint32Array; text: string },
  foldedStart: number,
  foldedEnd: number,
): { start: number; end: number } {
  const { map, text } = source
  let start = map[foldedStart] ?? text.length
  while (start > 0 && startsInside(text, start)) start--
  if (foldedEnd <= foldedStart) return { start, end: start }
  const last = map[foldedEnd - 1] ?? text.length
  return { start, end: endOfMarks(text, last + letterAt(text, last).length) }
}

function startsInside(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const here = text.charCodeAt(at)
  if (here >= 0xdc00 && here <= 0xdfff && before >= 0xd800 && before <= 0xdbff) return true
  return MARK.test(letterAt(text, at)) && !inRanges(WHITE_SPACE, before)
}
