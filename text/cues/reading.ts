import { foldSearch, originalSpan } from '../fold'
import { speakerLabels } from './labels'
import { type Cue, type CueKind, type CueLanguage, cueLanguage } from './cue'

/** A word or a figure of a text. */
export type Word = {
  /** In the form of the search fold. */
  folded: string
  /** Half-open, in units of the folded text. */
  from: number
  to: number
  /** Offset of its first unit in the text. */
  start: number
  figure: boolean
  /** Only a space, hyphen, slash or apostrophe separates it from the previous word. */
  joined: boolean
  /** Begins a sentence, a paragraph or a quotation. */
  opens: boolean
}

/** A text split into words, for the finders of all kinds. The names of speakers before their words are left out. */
export type Reading = {
  text: string
  folded: string
  map: Uint32Array
  words: Word[]
  language: CueLanguage | null
}

const WORD = /[\p{Nd}¼-¾⅐-⅞]+(?:[.,\u066b\u066c،']\p{Nd}+)*|[\p{L}\p{M}]+/gu
const JOINT = /^(?:[ '\u2019_/\u2010-\u2015-]|[ ]?[-/\u2010-\u2015][ ]?|' )?$/
/** Tatweel and joiners after a last letter (هـ) belong to the word. */
const TRAILING = /^[\u0640\u200d]/
const NEW_LINE = /[\n\r\u2028\u2029]/
const FULL_STOP = /[.!?؟…۔"]/
/** A full stop after one of these, or after a single letter, ends no sentence. */
const SHORT_FORMS = new Set(
  'mr mrs ms dr st prof gen sen gov rep lt col capt sgt no vs mme mlle me'.split(' '),
)

/** The words of a phrase, folded like the words of a text. */
export function foldedWords(phrase: string): string[] {
  return foldSearch(phrase).folded.match(WORD) ?? []
}

export function readText(text: string, language: string): Reading {
  const { folded, map } = foldSearch(text)
  const words: Word[] = []
  const labels = speakerLabels(text)
  let label = 0
  let before: Word | undefined
  for (const found of folded.matchAll(WORD)) {
    const [word] = found
    const from = found.index
    const start = map[from] ?? text.length
    while ((labels[label]?.end ?? Infinity) <= start) label++
    if ((labels[label]?.start ?? Infinity) <= start) continue
    const gap = folded.slice(before?.to ?? 0, from)
    const newLine = before ? NEW_LINE.test(text.slice((map[before.to - 1] ?? 0) + 1, start)) : true
    const made: Word = {
      folded: word,
      from,
      to: from + word.length,
      start,
      figure: /^[\p{Nd}¼-¾⅐-⅞]/u.test(word),
      joined: before !== undefined && !newLine && gap.length <= 3 && JOINT.test(gap),
      opens: newLine || (FULL_STOP.test(gap) && !(gap === '. ' && before && isShortForm(before.folded))),
    }
    words.push(made)
    before = made
  }
  return { text, folded, map, words, language: cueLanguage(language) }
}

function isShortForm(word: string): boolean {
  return word.length === 1 || SHORT_FORMS.has(word)
}

export function startsWithCapital(reading: Reading, word: Word): boolean {
  const code = reading.text.charCodeAt(word.start)
  if (code < 0x80) return code >= 0x41 && code <= 0x5a
  return /^\p{Lu}/u.test(reading.text.slice(word.start, word.start + 2))
}

/** The original text of one word. */
export function written(reading: Reading, word: Word): string {
  return reading.text.slice(word.start, (reading.map[word.to - 1] ?? word.start) + 1)
}

/** A cue over whole words, from one folded unit to another (half-open). */
export function cueOver(reading: Reading, kind: CueKind, from: number, to: number): Cue {
  const { start, end: lastLetter } = originalSpan(reading, from, to)
  let end = lastLetter
  while (TRAILING.test(reading.text.charAt(end))) end++
  return { kind, start, end }
}

/** A cue over `count` words from the one at `at`. */
export function cueOfWords(reading: Reading, kind: CueKind, at: number, count: number): Cue {
  const first = reading.words[at]
  const last = reading.words[at + count - 1] ?? first
  return cueOver(reading, kind, first?.from ?? 0, last?.to ?? 0)
}
