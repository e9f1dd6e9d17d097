import type { ClaimStatus, Stance } from '@/domain/claim/statuses'
import type { Block } from '@/text/blocks'
import { localeDirection, type Locale } from '@/text/locale'
import type { DrawnCell, DrawnTable } from '@/text/tables'
import { hasRightToLeft } from '@/text/first-strong'

/**
 * Words and their language; null if it is unknown, as for typed words. Printers then take the direction from the first
 * strong letter. `code` is monospaced from left to right; `address` is a link if it is a web address, else plain text.
 */
export type Said = { text: string; language: string | null; code?: boolean; address?: boolean }

export const said = (text: string, language: string | null = null): Said => ({ text, language })

/** Whether these words might run in another direction than a line in this language. */
const turns = (text: string, locale: Locale) => localeDirection(locale) === 'rtl' || hasRightToLeft(text)

/** Isolates a name or typed words within a line, so that they keep their own direction (UAX 9, isolates). */
export const apart = (text: string, locale: Locale) => (turns(text, locale) ? `\u2068${text}\u2069` : text)

/** Isolates dates and report numbers within a line. Arabic text would otherwise reorder their digits and separators. */
export const figures = (text: string, locale: Locale) => (turns(text, locale) ? `\u2066${text}\u2069` : text)

export type OutlineFact = { label: string; value: Said }

export type OutlineSource = {
  stance: Stance
  sign: string
  /** The stance in words: supports, refutes or context. */
  label: string
  title: Said
  excerpt: Said | null
  /** Publisher, locator, kind and days, each a few words. They appear one after another. */
  details: Said[]
  address: Said | null
}

/** A part of a claim with a heading; `none` replaces an empty body. */
export type OutlinePart = { heading: string; body: Said[]; none: string }

export type OutlineClaim = {
  /** The claim's own number at the desk. */
  number: number
  /** Its number in the order of the text, from 1. */
  place: number
  heading: string
  status: ClaimStatus
  sign: string
  statusLabel: string
  quote: Said
  /** Says that the words changed or are gone; null if they are unchanged. */
  anchorNote: string | null
  /** The speaker and other facts, if the claim quotes somebody else's statement. */
  attribution: OutlineFact[]
  parts: OutlinePart[]
  sources: { heading: string; none: string; items: OutlineSource[] }
  /** Who reviewed the claim and signed it off, when, and who wrote which part. */
  reviewed: OutlineFact[]
}

/** Words between two places where a claim begins or ends. */
export type OutlinePiece = {
  text: string
  /** The status of the innermost claim on these words; null where there is no claim. */
  status: ClaimStatus | null
  /** The claims that end here, as their place in the order of the text and their sign. */
  ends: { number: number; place: number; status: ClaimStatus; sign: string }[]
}

/** A line of the article's text, in the kind of its block. */
export type OutlineParagraph = { kind: Block['kind']; pieces: OutlinePiece[] }

/** A table of the article's text, with the lines of each of its cells. */
export type OutlineTable = Pick<DrawnTable<unknown>, 'columns' | 'headings'> & {
  kind: 'table'
  rows: OutlineCell[][]
}
export type OutlineCell = Omit<DrawnCell<unknown>, 'blocks'> & { lines: OutlineParagraph[] }

export type OutlineText = {
  heading: string
  /** What the marks mean. */
  hint: string
  /** BCP 47. */
  language: string
  headline: OutlinePiece[]
  parts: (OutlineParagraph | OutlineTable)[]
}

/** The full content of a printed report, in order. */
export type Outline = {
  locale: Locale
  direction: 'ltr' | 'rtl'
  title: string
  /** For the file's properties and the window's title. */
  documentTitle: string
  newsroom: string
  articleTitle: Said
  /** The report's number and short digest, shown on every page. */
  runningHead: string
  standing: { kind: 'final' | 'interim' | 'preview'; heading: string; hint: string; obstacles: string[] }
  issue: { heading: string; facts: OutlineFact[] }
  article: { heading: string; facts: OutlineFact[] }
  summary: {
    heading: string
    columns: [status: string, meaning: string, claims: string]
    rows: { status: ClaimStatus; sign: string; label: string; meaning: string; count: number }[]
    total: { label: string; count: number }
    coverage: string
  }
  claims: { heading: string; empty: string | null; hint: string | null; items: OutlineClaim[] }
  /** The article's text with its claims marked, in reports that hold it. */
  text: OutlineText | null
  /** Null for a preview, because it proves nothing. */
  check: { heading: string; hint: string; facts: OutlineFact[] } | null
  /** The word before a page's number. */
  page: string
}
