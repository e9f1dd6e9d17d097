import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { attributionOf } from '@/domain/attribution/rules'
import type { Page } from '@/domain/list/page'
import { readPage, readRows, readTotal } from '@/domain/list/queries'
import { may } from '@/domain/permissions'
import { said, type Person } from '@/domain/shape'
import { signOffDigest } from '@/domain/sign-off/digest'
import { signOffNeed, urgencyHeld } from '@/domain/sign-off/rules'
import { linksOn, type TextLink } from '@/domain/revision/links/links'
import type { EarlierVerdict } from '@/domain/revision/rules'
import type { Actor } from '@/domain/user/policy'
import { db, type Prisma, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import { partAt } from '@/text/reading'
import { isOverdue } from './due'
import { countCells, facetsSql, type Cell } from './facets'
import { claimList, type ClaimListParams, type ClaimSelection } from './list'
import { claimReader } from './reader'
import type { Claim, ClaimFacets, ClaimRow } from './shape'

const person = { select: { id: true, name: true } } as const

const detail = {
  id: true,
  number: true,
  quote: true,
  status: true,
  finding: true,
  proposal: true,
  earlier: true,
  withdrawnWhy: true,
  sentBackWhy: true,
  sentBackAt: true,
  sentBackBy: person,
  sentBackTo: person,
  takenFrom: { select: { id: true, number: true, article: { select: { id: true, title: true } } } },
  priority: true,
  speaker: true,
  speakerKind: true,
  saidOn: true,
  saidAt: true,
  rating: true,
  ratingName: true,
  dueAt: true,
  due: true,
  version: true,
  reviewedAt: true,
  signedOffAt: true,
  withdrawnAt: true,
  createdAt: true,
  updatedAt: true,
  assignee: person,
  reviewer: person,
  signer: person,
  createdBy: person,
  disputedBefore: true,
  loweredById: true,
  writers: {
    orderBy: [{ part: 'asc' }, { personId: 'asc' }],
    take: 200,
    select: { part: true, person, replaced: true },
  },
  article: { select: { id: true, title: true, language: true, revision: true } },
  anchors: {
    orderBy: { revision: { number: 'desc' } },
    take: 1,
    select: {
      start: true,
      end: true,
      prefix: true,
      suffix: true,
      state: true,
      revision: { select: { number: true, headlineStart: true } },
    },
  },
  sources: {
    where: { removedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      kind: true,
      title: true,
      publisher: true,
      url: true,
      stance: true,
      primary: true,
      excerpt: true,
      locator: true,
      published: true,
      accessed: true,
      version: true,
      createdAt: true,
      createdBy: person,
    },
  },
} satisfies Prisma.ClaimSelect

/** An answer holds at most so many sources of one claim. */
const SOURCES_SHOWN = 200

type Where = { id: string } | { articleId_number: { articleId: string; number: number } }

/** A verdict that a change of the text set back, without its reviewer. */
function earlierOf(stored: Prisma.JsonValue): Claim['earlier'] {
  const earlier = stored as EarlierVerdict | null
  if (!earlier) return null
  const { status, quote, revision, context = [] } = earlier
  return { status, quote, sentences: context.join(' '), revision }
}

type Returned = {
  sentBackWhy: string | null
  sentBackAt: Date | null
  sentBackBy: Person | null
  sentBackTo: Person | null
}

function sentBackOf({ sentBackWhy: why, sentBackAt: at, sentBackBy: by, sentBackTo: to }: Returned) {
  return why !== null && at && by && to ? { why, at, by, to } : null
}

type StoredAnchor = { start: number; revision: { number: number; headlineStart: number } }

const anchorOf = <A extends StoredAnchor>({ revision, ...anchor }: A) => ({
  ...anchor,
  part: partAt(anchor.start, revision.headlineStart),
  revision: revision.number,
})

async function readClaim(client: Tx, actor: Actor, where: Where): Promise<Claim | null> {
  if (!may(actor, 'readClaims')) throw forbidden()
  const claim = await client.claim.findUnique({ where, select: detail })
  if (!claim) return null
  const { anchors, speaker, speakerKind, saidOn, saidAt, rating, ratingName, ...kept } = claim
  const { disputedBefore: _, loweredById, sentBackWhy, sentBackAt, sentBackBy, sentBackTo, ...rest } = kept
  const [anchor] = anchors
  const writers = claim.writers.map(({ part, person: { id: personId } }) => ({ part, personId }))
  const need = signOffNeed({ ...claim, urgencyHeld: urgencyHeld(loweredById, writers) }, settings().signOff)
  return said({
    ...rest,
    proposal: claim.proposal as Claim['proposal'],
    earlier: earlierOf(claim.earlier),
    sentBack: sentBackOf({ sentBackWhy, sentBackAt, sentBackBy, sentBackTo }),
    sources: claim.sources.slice(0, SOURCES_SHOWN),
    digest: signOffDigest(claim),
    overdue: isOverdue(claim, now()),
    attribution: attributionOf({ speaker, speakerKind, saidOn, saidAt, rating, ratingName }),
    anchor: anchor ? anchorOf(anchor) : null,
    may: {
      review: may(actor, 'reviewClaim'),
      assign: may(actor, 'assignWork'),
      withdraw: may(actor, 'withdrawClaim'),
      editSources: may(actor, 'editSources'),
      signOff: may(actor, 'signOffClaim'),
    },
    signOffNeeded: need !== null,
    signOffNeed: need,
  })
}

/** The claim as a transaction sees it. @throws DomainError `not_found` */
export async function claimInTransaction(tx: Tx, actor: Actor, id: string): Promise<Claim> {
  const claim = await readClaim(tx, actor, { id })
  if (!claim) throw notFound()
  return claim
}

/** @throws DomainError `not_found` */
export const getClaim = (actor: Actor, id: string) => claimInTransaction(db(), actor, id)

/** The claim with this number within its article. */
export async function getClaimByNumber(actor: Actor, articleId: string, number: number): Promise<Claim> {
  const claim = await readClaim(db(), actor, { articleId_number: { articleId, number } })
  if (!claim) throw notFound()
  return claim
}

/** What this person may do with many claims at once. */
const mayTogether = (actor: Actor) => ({
  review: may(actor, 'reviewClaim') && may(actor, 'planClaim'),
  assign: may(actor, 'assignWork'),
})

export type ClaimPage = Page<ClaimRow> & { total: number; may: { review: boolean; assign: boolean } }

/** A page of the claims of all articles; `total` counts all rows that the filters select. */
export async function listClaims(actor: Actor, params: ClaimListParams): Promise<ClaimPage> {
  if (!may(actor, 'readClaims')) throw forbidden()
  const reader = claimReader(actor, now(), settings())
  const [page, total] = await Promise.all([
    readPage(claimList, params, reader),
    readTotal(claimList, params, reader),
  ])
  return { ...page, total, may: mayTogether(actor) }
}

/** The numbers of claims by status, by assignee (`none` for unassigned) and by anchor, each under the other filters. */
export async function claimFacets(actor: Actor, params: ClaimSelection): Promise<ClaimFacets> {
  if (!may(actor, 'readClaims')) throw forbidden()
  const reader = claimReader(actor, now(), settings())
  return countCells(await readRows<Cell>(facetsSql(params, reader)), params, reader).facets
}

/** A page of claims with its facets, which one query counts. */
export async function listClaimsWithFacets(
  actor: Actor,
  params: ClaimListParams,
): Promise<{ page: ClaimPage; facets: ClaimFacets }> {
  if (!may(actor, 'readClaims')) throw forbidden()
  const reader = claimReader(actor, now(), settings())
  const [page, cells] = await Promise.all([
    readPage(claimList, params, reader),
    readRows<Cell>(facetsSql(params, reader)),
  ])
  const { total, facets } = countCells(cells, params, reader)
  return { page: { ...page, total, may: mayTogether(actor) }, facets }
}

/** The links on the words of a claim in the newest text, each address once. @throws DomainError `not_found` */
export async function linksOfClaim(actor: Actor, id: string): Promise<{ url: string; words: string }[]> {
  if (!may(actor, 'readArticles')) throw forbidden()
  const anchor = await db().anchor.findFirst({
    where: { claimId: id },
    orderBy: { revision: { number: 'desc' } },
    select: { start: true, end: true, state: true, revision: { select: { text: true, links: true } } },
  })
  if (!anchor) throw notFound()
  const links = anchor.revision.links as unknown as TextLink[]
  return anchor.state === 'orphaned' ? [] : linksOn(anchor.revision.text, links, anchor)
}
