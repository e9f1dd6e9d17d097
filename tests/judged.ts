import type { Span } from '@/text/locate'
import type { Judged } from '@/text/revise/carry'
import { contextOf, type Version } from '@/text/revise/version'

/** A quote as it was judged at its span. */
export const judgedAt = (version: Version, at: Span): Judged => ({
  quote: version.text.slice(at.start, at.end),
  context: contextOf(version, at),
  at: { start: at.start, end: at.end },
})
