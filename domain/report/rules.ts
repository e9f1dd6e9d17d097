import { isReviewed, noClaims } from '@/domain/claim/rules'
import type { Locale } from '@/text/locale'
import { needsSignOff, type NeedingClaim, type SignOffPolicy } from '@/domain/sign-off/rules'
import { codePointOffsets } from '@/text/anchor'
import type { Block } from '@/text/blocks'
import { partOfSpan, readingOf } from '@/text/reading'
import {
  CONTENT_SCHEMA,
  type Obstacle,
  type ReportClaim,
  type ReportContent,
  type ReportKind,
} from './schema'

const LAST = Number.MAX_SAFE_INTEGER

type Positioned = Pick<ReportClaim, 'number' | 'position'>

/**
 * Sorts claims in reading order: the headline first, and an enclosing claim before those inside it. Claims whose words
 * are gone come last.
 */
export function inReadingOrder(a: Positioned, b: Positioned): number {
  const [one, other] = [a.position?.utf16, b.position?.utf16]
  const inHeadline = ({ position }: Positioned) => (position?.part === 'headline' ? 0 : 1)
  return (
    inHeadline(a) - inHeadline(b) ||
    (one?.start ?? LAST) - (other?.start ?? LAST) ||
    (other?.end ?? LAST) - (one?.end ?? LAST) ||
    a.number - b.number
  )
}

/** A claim as read from the database, with offsets in UTF-16 units. */
export type ClaimAsRead = Omit<ReportClaim, 'position' | 'signOffNeeded'> & {
  start: number | null
  end: number | null
} & Omit<NeedingClaim, 'status'>

/** The data of an article from which a report is made. */
export type ReportData = {
  article: ReportContent['article']
  revision: Omit<ReportContent['revision'], 'characters'> & {
    text: string
    headline: string
    blocks: Block[]
  }
  coverage: ReportContent['coverage']
  claims: ClaimAsRead[]
}

/** The requested edition of a report, and the settings and moment at which it is made. */
export type Circumstances = {
  kind: ReportKind
  language: Locale
  internal: boolean
  /** Whether the report holds the article's text; it does not unless this is true. */
  text?: boolean
  issuedAt: string
  issuedBy: string
  newsroom: string
  timeZone: string
  verifyUrl: string
  signOff: SignOffPolicy
}

function claimsWhere(claims: readonly ReportClaim[], is: (claim: ReportClaim) => boolean): number[] {
  return claims.filter(is).map((claim) => claim.number)
}

/** The obstacles to a final report, each kind once; empty when the report could be final. */
export function obstaclesTo(claims: readonly ReportClaim[], coverage: ReportContent['coverage']): Obstacle[] {
  const all: Obstacle[] = [
    { kind: 'unreviewed', claims: claimsWhere(claims, (claim) => !isReviewed(claim.status)) },
    { kind: 'changed', claims: claimsWhere(claims, (claim) => claim.anchor === 'changed') },
    { kind: 'orphaned', claims: claimsWhere(claims, (claim) => claim.anchor === 'orphaned') },
    { kind: 'sign_off', claims: claimsWhere(claims, (claim) => claim.signOffNeeded && !claim.signOff) },
    { kind: 'open_sentences', count: coverage.open },
  ]
  const stands = (one: Obstacle) => ('claims' in one ? one.claims.length > 0 : coverage.open > 0)
  const standing = all.filter(stands)
  return claims.length === 0 ? [{ kind: 'no_claims' }, ...standing] : standing
}

/** The claim for outside readers: without findings, proposals and names of the newsroom's people. */
const withoutInternals = ({ writers: _, ...claim }: ReportClaim): ReportClaim => ({
  ...claim,
  finding: null,
  proposal: null,
  reviewedBy: null,
  signOff: claim.signOff && { ...claim.signOff, by: null },
})

function positioned(
  { start, end, ...claim }: ClaimAsRead,
  reading: string,
): Omit<ReportClaim, 'signOffNeeded'> & Omit<NeedingClaim, 'status'> {
  const known = start !== null && end !== null && claim.anchor !== 'orphaned'
  if (!known) return { ...claim, position: null }
  const part = partOfSpan(reading, { start, end })?.part
  return {
    ...claim,
    position: {
      ...(part && { part }),
      utf16: { start, end },
      codePoints: codePointOffsets(reading, start, end),
    },
  }
}

/**
 * Makes an unnumbered report. `kind` is the requested one; whoever issues the report must refuse a final one with
 * obstacles.
 */
export function reportContent(data: ReportData, asked: Circumstances): ReportContent {
  const { text, headline, blocks, ...revision } = data.revision
  const held = { text, blocks: blocks.filter(({ kind }) => kind !== 'paragraph') }
  const reading = readingOf({ text, headline })
  const counts = noClaims()
  const claims = data.claims
    .map((read): ReportClaim => {
      const { priority, disputedBefore, urgencyHeld, ...claim } = positioned(read, reading)
      const { status } = claim
      counts[status] += 1
      const need = { status, priority, disputedBefore, urgencyHeld }
      return { ...claim, signOffNeeded: needsSignOff(need, asked.signOff) }
    })
    .sort(inReadingOrder)
  return {
    schema: CONTENT_SCHEMA,
    number: null,
    kind: asked.kind,
    language: asked.language,
    internal: asked.internal,
    issuedAt: asked.issuedAt,
    issuedBy: asked.internal ? asked.issuedBy : null,
    newsroom: asked.newsroom,
    timeZone: asked.timeZone,
    verifyUrl: asked.verifyUrl,
    supersedes: null,
    article: data.article,
    revision: { ...revision, characters: [...text].length, ...(asked.text && held) },
    counts,
    coverage: data.coverage,
    obstacles: obstaclesTo(claims, data.coverage),
    claims: asked.internal ? claims : claims.map(withoutInternals),
  }
}

/** The same report with its number and the number of the report it supersedes. */
export const numbered = (
  content: ReportContent,
  number: string,
  supersedes: ReportContent['supersedes'],
): ReportContent => ({ ...content, number, supersedes })

/** The number as 2026-0001, with the year of the newsroom's calendar. */
export const reportNumber = (year: number, count: number) => `${year}-${String(count).padStart(4, '0')}`
