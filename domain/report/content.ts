import type { ClaimStatus, Stance } from '@/domain/claim/rules'
import type { Statement } from '@/domain/claim-review/rules'
import type { ReportProposal } from './schema'

/** Why a report is no final one. */
export type Obstacle = { kind: string; count: number }

export type ReportContentClaim = {
  id: string
  number: number
  quote: string
  prefix: string
  suffix: string
  anchor: 'anchored' | 'changed' | 'orphaned'
  /** Half-open, in the revision's text; null where the words are gone. */
  position: {
    utf16: { start: number; end: number }
    codePoints: { start: number; end: number }
  } | null
  status: ClaimStatus
  finding: string | null
  proposal: ReportProposal | null
  reviewedBy: string | null
  reviewedAt: string | null
  signOff: { by: string | null; at: string } | null
  signOffNeeded: boolean
  statement: Statement | null
  sources: {
    kind: 'link' | 'document' | 'interview'
    title: string
    publisher: string
    url: string | null
    stance: Stance
    primary: boolean
    excerpt: string
    locator: string
    published: string | null
    accessed: string | null
  }[]
}

/** What a report says, frozen. Times are ISO 8601 in UTC, days YYYY-MM-DD. */
export type ReportContent = {
  schema: 'factdesk-report/1'
  number: string | null
  kind: 'final' | 'interim'
  language: 'en' | 'ar'
  internal: boolean
  issuedAt: string
  issuedBy: string | null
  newsroom: string
  timeZone: string
  verifyUrl: string
  supersedes: { number: string; digest: string } | null
  article: {
    id: string
    title: string
    byline: string
    dateline: string
    language: string
    desk: string | null
    canonicalUrl: string | null
    state: string
  }
  revision: { number: number; createdAt: string; sha256: string; characters: number }
  counts: Record<ClaimStatus, number>
  coverage: { sentences: number; claimed: number; passed: number; open: number }
  obstacles: Obstacle[]
  claims: ReportContentClaim[]
}
