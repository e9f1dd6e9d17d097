import type { ASKED } from '@/domain/claim/statuses'
import type { ReportSource } from '@/domain/report/schema'
import type { Block } from '@/text/blocks'
import type { Locale } from '@/text/locale'

/** Who says it to the writer: a checker by name, else the newsroom. `at` is ISO 8601 in UTC. */
export type Said = { by: string; at: string }

/** What the writer is told about one claim. */
export type Remark = Said & {
  number: number
  status: (typeof ASKED)[number]
  /** Half-open, in UTF-16 units of the reading. */
  start: number
  end: number
  finding: string
  /** Why other words are proposed; empty when nobody said so. */
  reason: string
  /** Proposed words that could not be marked as changes of the text; null when they are, or none are proposed. */
  wording: string | null
  sources: Pick<
    ReportSource,
    | 'kind'
    | 'title'
    | 'publisher'
    | 'url'
    | 'stance'
    | 'primary'
    | 'excerpt'
    | 'locator'
    | 'published'
    | 'accessed'
  >[]
}

/** Words that are proposed for those of a span. An empty span is an insertion, empty words are a deletion. */
export type Wording = Said & { number: number; start: number; end: number; words: string }

/** An article as it goes back to its writer: its newest text with what the check asks of them. */
export type MarkedCopy = {
  /** The language of the desk's own words. */
  language: Locale
  newsroom: string
  madeAt: string
  article: { title: string; byline: string; language: string }
  text: string
  headline: string
  blocks: Block[]
  /** In the order of the text, the headline's first. */
  remarks: Remark[]
  /** In the order of the text, without overlaps; none reaches over the end of a block. */
  wordings: Wording[]
}
