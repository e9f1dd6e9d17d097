import type { ClaimStatus, Stance, StatusCounts } from '@/domain/claim/rules'

export type ReportSource = {
  kind: 'link' | 'document' | 'interview'
  title: string
  publisher: string
  url: string | null
  stance: Stance
  primary: boolean
  excerpt: string
  locator: string
  /** Days without a time, YYYY-MM-DD. */
  published: string | null
  accessed: string | null
}

export type ReportProposal = { kind: string; replacement: string; reason: string }

export type ReportClaim = {
  number: number
  quote: string
  /** UTF-16 units in the revision, half-open; null when the words have no place in it. */
  start: number | null
  end: number | null
  status: ClaimStatus
  finding: string
  proposal: ReportProposal | null
  reviewedBy: string | null
  reviewedAt: Date | null
  sources: ReportSource[]
}

export type ReportArticle = {
  id: string
  title: string
  byline: string
  dateline: string
  language: string
  desk: string | null
  canonicalUrl: string | null
  state: string
}

/** The text that was checked. */
export type ReportRevision = {
  number: number
  createdAt: Date
  /** Of the text in UTF-8, hex. */
  sha256: string
  /** Unicode code points. */
  characters: number
}

/** What is read of an article, before anything is concluded from it. */
export type ReportData = { article: ReportArticle; revision: ReportRevision; claims: ReportClaim[] }

/** `interim` as long as a claim is unreviewed, or none was made. */
export type ReportKind = 'interim' | 'complete'

/** What was checked in one revision of an article, at one moment. */
export type Report = ReportData & {
  newsroom: string
  /** IANA name: the zone in which people read its times. */
  timeZone: string
  generatedAt: Date
  kind: ReportKind
  counts: StatusCounts
}
