import type { Span } from './locate'

/** The parts of an article in which claims stand. */
export const PARTS = ['text', 'headline'] as const
export type Part = (typeof PARTS)[number]

/**
 * Stands between the parts of a reading. No text, headline or quote may contain it, so none reaches from one part into
 * the other.
 */
export const SEPARATOR = '\0'

/**
 * What readers read of an article as one string: the text, and after it the headline. All offsets count in this string.
 * Offsets in the text are the same as in the text alone, and parts do not overlap.
 */
export const readingOf = ({ text, headline }: { text: string; headline: string }): string =>
  headline === '' ? text : text + SEPARATOR + headline

/** The offset at which the headline of a text begins. */
export const headlineStart = (text: string): number => text.length + SEPARATOR.length

/** The part that an offset lies in, when the headline begins at `from`. */
export const partAt = (start: number, from: number): Part => (start >= from ? 'headline' : 'text')

/** A part of a reading: its own text, and the offset at which it begins. */
export type PartText = { part: Part; text: string; from: number }

/** The text of a reading, and its headline, which may be empty. */
export function partsOfReading(reading: string): [text: PartText, headline: PartText] {
  const at = reading.indexOf(SEPARATOR)
  const text = at === -1 ? reading : reading.slice(0, at)
  const headline = at === -1 ? '' : reading.slice(at + SEPARATOR.length)
  return [
    { part: 'text', text, from: 0 },
    { part: 'headline', text: headline, from: headlineStart(text) },
  ]
}

/** The part in which a span lies; null when it reaches into another part or beyond the reading. */
export function partOfSpan(reading: string, { start, end }: Span): PartText | null {
  const inside = ({ text, from }: PartText) => start >= from && end <= from + text.length
  return partsOfReading(reading).find(inside) ?? null
}

export const shifted = <S extends Span>(span: S, by: number): S => ({
  ...span,
  start: span.start + by,
  end: span.end + by,
})
