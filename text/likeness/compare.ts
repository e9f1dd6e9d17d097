import { stemsOf } from './keys'
import { stemOf } from './stem'
import { termsOf, type Terms } from './terms'

/** Why two statements seem to say the same, or to differ. */
export type Reason =
  { kind: 'words'; share: number } | { kind: 'numbers' | 'other_numbers' | 'names'; values: string[] }

export type Likeness = { score: number; reasons: Reason[] }

/**
 * The score by which statements are ranked. Without any difference it is the likeness. With differences it is lower
 * than any score without one and falls with each, so that an opposite never ranks above a true match.
 */
export const rankOf = (likeness: number, differences: number): number =>
  differences === 0 ? likeness : round((SAYS_THE_SAME * likeness) / (1 + differences))

/** A statement at least this alike is shown as saying the same. */
export const SAYS_THE_SAME = 0.45
/** Below this share of all trigrams of both, the shorter one is only a phrase within the other. */
const LEAST_COMMON = 0.2
const NUMBERS_WEIGHT = 0.15
const NAMES_WEIGHT = 0.1
const OTHER_NUMBERS_COST = 0.1
const MOST_VALUES = 6

/** A word by its stem, and all its trigrams. */
type Spelled = { stem: string; trigrams: readonly string[] }

/** A statement prepared for comparison with many others. */
export type Compared = {
  terms: Terms
  trigrams: ReadonlySet<string>
  whole: ReadonlySet<string>
  /** Includes the values of its figures. */
  stems: ReadonlySet<string>
  /** Each word once. */
  spelled: readonly Spelled[]
}

export function comparable(text: string, language?: string): Compared {
  const terms = termsOf(text, language)
  const whole = new Set(terms.words)
  const spelled = [...whole].map((word) => ({ stem: stemOf(word), trigrams: trigramsOf(word) }))
  return {
    terms,
    trigrams: new Set(spelled.flatMap(({ trigrams }) => trigrams)),
    whole,
    stems: new Set(stemsOf(text, terms)),
    spelled,
  }
}

/** Three letters in a row, with the word between blanks, as pg_trgm counts them. */
function trigramsOf(word: string): string[] {
  const padded = `  ${word} `
  return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3))
}

/**
 * How alike two statements are, from 0 to 1. It combines the trigrams that both have, as a share of the shorter one's
 * and of all, with the figures and names that both have. Other figures cost a little and do not hide a statement,
 * because they may be the error. Likeness decides whether a statement is listed; `matchOf` ranks it.
 */
export function likenessOf(a: Compared, b: Compared): Likeness {
  let common = 0
  for (const trigram of a.trigrams) if (b.trigrams.has(trigram)) common++
  const all = a.trigrams.size + b.trigrams.size - common
  const least = Math.min(a.trigrams.size, b.trigrams.size)
  const jaccard = all === 0 ? 0 : common / all
  const contained = least === 0 ? 0 : common / least
  const share = jaccard < LEAST_COMMON ? jaccard : (jaccard + contained) / 2
  const reasons: Reason[] = [{ kind: 'words', share: Math.round(share * 100) / 100 }]
  const both = (x: readonly string[], y: readonly string[]) =>
    [...new Set(x)].filter((one) => y.includes(one))
  const numbers = both(a.terms.numbers, b.terms.numbers)
  const names = [...a.terms.names].filter(([name]) => b.whole.has(name)).map(([, written]) => written)
  let score = share
  if (numbers.length > 0) {
    score += NUMBERS_WEIGHT * (1 - share)
    reasons.push({ kind: 'numbers', values: numbers.slice(0, MOST_VALUES) })
  } else if (a.terms.numbers.length > 0 && b.terms.numbers.length > 0) {
    score -= OTHER_NUMBERS_COST
    reasons.push({ kind: 'other_numbers', values: [...new Set(b.terms.numbers)].slice(0, MOST_VALUES) })
  }
  if (names.length > 0) {
    score += NAMES_WEIGHT * (1 - share)
    reasons.push({ kind: 'names', values: names.slice(0, MOST_VALUES) })
  }
  return { score: round(Math.max(0, Math.min(1, score))), reasons }
}

const round = (share: number) => Math.round(share * 1000) / 1000
