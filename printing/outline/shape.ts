import type { ClaimStatus, Stance } from '@/domain/claim/statuses'
import { localeDirection, type Locale } from '@/text/locale'
import { hasRightToLeft } from '../first-strong'

/**
 * Words with the language they are in; null where it is not known (what people typed), and a printer lets the first
 * strong letter decide the direction. `code` is set in one width from left to right, `address` is a link where it is
 * one of the web, and plain text otherwise.
 */
export type Said = { text: string; language: string | null; code?: boolean; address?: boolean }

export const said = (text: string, language: string | null = null): Said => ({ text, language })

/** Whether words would go another way than a line of this language. */
const turns = (text: string, locale: Locale) => localeDirection(locale) === 'rtl' || hasRightToLeft(text)

/** A name, or what people typed, within a line: it keeps its own direction (UAX 9, isolates). */
export const apart = (text: string, locale: Locale) => (turns(text, locale) ? `\u2068${text}\u2069` : text)

/** Days and numbers of reports within a line: figures with signs between them, which Arabic would turn round. */
export const figures = (text: string, locale: Locale) => (turns(text, locale) ? `\u2066${text}\u2069` : text)

export type OutlineFact = { label: string; value: Said }

export type OutlineSource = {
  stance: Stance
  sign: string
  /** Supports, refutes, context; in words. */
  label: string
  title: Said
  excerpt: Said | null
  /** Publisher, locator, kind, days: each a few words, set one after another. */
  details: Said[]
  address: Said | null
}

/** A titled part of a claim; `none` is what stands there when there is no body. */
export type OutlinePart = { heading: string; body: Said[]; none: string }

export type OutlineClaim = {
  number: number
  heading: string
  status: ClaimStatus
  sign: string
  statusLabel: string
  quote: Said
  /** That its words changed or stand in the text no more; null for a claim in its place. */
  anchorNote: string | null
  /** Who said it, where the claim is a statement of somebody else's. */
  statement: OutlineFact[]
  parts: OutlinePart[]
  sources: { heading: string; none: string; items: OutlineSource[] }
  /** Who reviewed it and signed it off, and when. */
  reviewed: OutlineFact[]
}

/** Everything that a printed report says, in its order. */
export type Outline = {
  locale: Locale
  direction: 'ltr' | 'rtl'
  title: string
  /** For a file's properties and a window's title. */
  documentTitle: string
  newsroom: string
  articleTitle: Said
  /** On every page: number and short digest. */
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
  claims: { heading: string; empty: string | null; items: OutlineClaim[] }
  /** Null for a preview, which proves nothing. */
  check: { heading: string; hint: string; facts: OutlineFact[] } | null
  /** The word before a page's number. */
  page: string
}
