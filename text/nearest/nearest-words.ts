import { allIn, type Aligned, type Near } from './align'
import { readText, tokensOf, wantedIn, type ReadText } from './read'
import { stretchesOf } from './stretches'
import { withPartners } from './with-partners'

/** The most answers. */
export const MOST_NEAR = 3
/** Words with less nearness are not what the quote meant. */
const NEAREST_CUT = 0.5
/** A quote with more words is not aligned with the text. */
const LONGEST_QUOTE = 1_000

/**
 * The words of a text that are nearest to a quote which is not in it, nearest first. They are suggestions; the desk
 * never takes one by itself. Each is a stretch of whole words inside one part of the text. Nearness is the weight of
 * the words that both have in the same order, as a share of all words of both. A word weighs more the fewer times the
 * text has it, and a word spelled alike counts in part.
 */
export function nearestWords(text: string, quote: string, most = MOST_NEAR): Near[] {
  return nearestIn(text)(quote, most)
}

/** As `nearestWords`, for many quotes: the first quote reads the text, once. */
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

/** Drops every span that overlaps a better one. */
function apart(found: readonly Aligned[]): Aligned[] {
  const kept: Aligned[] = []
  for (const one of found)
    if (kept.every(({ start, end }) => one.end <= start || one.start >= end)) kept.push(one)
  return kept
}
