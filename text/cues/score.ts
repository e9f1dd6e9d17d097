import type { Cue, CueKind } from './cue'

/** What the first cue of a kind adds, as a share of the remaining distance to 1. */
export const CUE_WEIGHTS: Readonly<Record<CueKind, number>> = {
  number: 0.55,
  superlative: 0.45,
  comparison: 0.4,
  date: 0.4,
  act: 0.4,
  attribution: 0.3,
  cause: 0.2,
  quotation: 0.15,
  name: 0.12,
}

/** The kinds of cues that a speaker's words of opinion never lower. */
const FIRM: ReadonlySet<CueKind> = new Set(['number', 'superlative', 'comparison', 'date', 'act'])

/** The factor on the weight of each further cue of a kind, relative to the previous one. */
export const REPEATED = 0.5
/** The factor on the weight of a slight cue. */
const SLIGHT = 0.35

/** The score from which a sentence is worth checking. */
export const WORTH_CHECKING = 0.3

/** How strongly cues together call for a check, from 0 to 1. Each adds a share of the remaining distance to 1. */
export function checkScore(cues: readonly Cue[]): number {
  const counts = new Map<CueKind, number>()
  let missing = 1
  // The strongest cue of a kind counts in full, so that the order of the words says nothing.
  for (const { kind, slight } of cues.toSorted(
    (a, b) => Number(a.slight ?? false) - Number(b.slight ?? false),
  )) {
    const before = counts.get(kind) ?? 0
    missing *= 1 - CUE_WEIGHTS[kind] * (slight ? SLIGHT : 1) * REPEATED ** before
    counts.set(kind, before + 1)
  }
  return 1 - missing
}

/** What is known of a sentence besides its cues; each value is from 0 to 1. */
export type Circumstances = {
  /** How plainly it states a fact. */
  plain: number
  /** How much of a plain statement words of opinion leave. */
  plainLeft: number
  /** How much of the whole score wishes, duties and questions leave. */
  left: number
  /** How far the text is talk or opinion. */
  voice: number
  words: number
  /** Whether it goes round without a source. */
  rumoured: boolean
}

/** What a rumour adds. Nothing lowers it. */
const RUMOUR = 0.3

/** How much of a plain statement is left in a text that is all talk, where most such sentences are comment. */
const LEFT_BY_VOICE = 0.4
/** What any sentence of a report adds, since reports are made of facts. */
const REPORT = 0.25
/** From so many words on, a sentence is of middle length. Each cue makes more words count. */
const MIDDLE_WORDS = 12
const WORDS_OF_SENTENCE = 12
const WORDS_OF_CUE = 7
/** The smallest factor of length, and how far half or twice the words change it. */
const SHORTEST = 0.65
const BY_LENGTH = 0.5

/** The score of a sentence, from 0 to 1. Firm cues count in full; opinion and talk lower the rest. */
export function sentenceScore(cues: readonly Cue[], of: Circumstances): number {
  const firm = cues.filter(({ kind }) => FIRM.has(kind))
  const others = checkScore(cues.filter(({ kind }) => !FIRM.has(kind))) * of.plainLeft
  const soft = together(others, of.plain) * (1 - (1 - LEFT_BY_VOICE) * of.voice)
  const report = REPORT * (1 - of.voice) * of.plainLeft
  const asked = together(checkScore(firm), of.rumoured ? RUMOUR : 0, soft, report)
  return (1 - (1 - asked) ** lengthOf(of.words, cues.length)) * of.left
}

/** Combines shares: each adds its part of the distance to 1 that is left. */
function together(...shares: readonly number[]): number {
  return 1 - shares.reduce((missing, share) => missing * (1 - share), 1)
}

/** The factor of a sentence's length, 1 for middle length: a long sentence says more if facts fill it. */
function lengthOf(words: number, cues: number): number {
  const filled = Math.min(words, WORDS_OF_SENTENCE + WORDS_OF_CUE * cues)
  return Math.max(SHORTEST, 1 + BY_LENGTH * Math.log2(Math.max(1, filled) / MIDDLE_WORDS))
}
