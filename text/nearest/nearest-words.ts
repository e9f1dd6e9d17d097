import { allIn, type Aligned, type Near } from './align'
import { readText, tokensOf, wantedIn, type ReadText } from './read'
import { stretchesOf } from './stretches'
import { withPartners } from './with-partners'

/** The most answers. */
export const MOST_NEAR = 3
/** Words less near than this are not what was meant. */
const NEAREST_CUT = 0.5
/** A quote with more words is not read against the text. */
const LONGEST_QUOTE = 1_000

/**
 * The words of a text that are nearest to a quote which stands nowhere in it, nearest first: to be offered, never
 * taken. Each is a stretch of whole words inside one part of the text. Nearness counts the words that both have in the
 * same order against all words of both; a word counts more the fewer places of the text have it, and words spelled
 * alike count in part.
 */
export function nearestWords(text: string, quote: string, most = MOST_NEAR): Near[] {
  return nearestIn(text)(quote, most)
}

/** The same for many quotes: the first one reads the text, once. */
export function nearestIn(text: string): (quote: string, most?: number) => Near[] {
  let read: ReadText | undefined
  return (quote, most = MOST_NEAR) => {
    const asked = tokensOf(quote)
    if (asked.length === 0 || asked.length > LONGEST_QUOTE) return []
    const whole = (read ??= readText(text))
    const words = wantedIn(whole, asked)
    const found = stretchesOf(whole, words)
      .flatMap((stretch) => allIn(whole, words, stretch))
      .filter(({ nearness, start, end }) => nearness >= NEAREST_CUT && !text.slice(start, end).includes('\0'))
      .sort((a, b) => b.score - a.score || a.start - b.start)
    return apart(found)
      .slice(0, most)
      .map(({ start, end, nearness }) => ({ nearness, ...withPartners(text, { start, end }) }))
  }
}

/** Each without those that overlap a better one. */
function apart(found: readonly Aligned[]): Aligned[] {
  const kept: Aligned[] = []
  for (const one of found)
    if (kept.every(({ start, end }) => one.end <= start || one.start >= end)) kept.push(one)
  return kept
}
