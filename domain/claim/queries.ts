import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { attributionOf } from '@/domain/attribution/rules'
import type { Page } from '@/domain/list/page'
import { readPage, readPageAndTotal, readRows, readTotal } from '@/domain/list/queries'
import { may } from '@/domain/permissions'
import { said } from '@/domain/shape'
import { signOffDigest } from '@/domain/sign-off/digest'
import { signOffNeed, urgencyHeld } from '@/domain/sign-off/rules'
import type { AnchorState } from '@/domain/anchor/shape'
import { linksOn, type TextLink } from '@/domain/revision/links/links'
import type { Actor } from '@/domain/user/policy'
import { db, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import { partAt } from '@/text/reading'
import { countedTotalSql, isCounted } from './counted'
import { detailSql, type ClaimDetail } from './detail'
import { isOverdue } from './due'
import { countCells, facetsSql, type Cell } from './facets'
import { claimList, type ClaimListParams, type ClaimSelection } from './list'
import { claimReader, type ClaimReader } from './reader'
import type { Claim, ClaimFacets, ClaimRow } from './shape'

/** An answer holds at most so many sources of one claim. */
const SOURCES_SHOWN = 200

const byId = detailSql('c.id = $1::uuid')
const byNumber = detailSql('c.article_id = $1::uuid and c.number = $2')

/** A verdict that a change of the text set back, without its reviewer. */
function earlierOf(earlier: ClaimDetail['earlier']): Claim['earlier'] {
  if (!earlier) return null
  const { status, quote, revision, context = [] } = earlier
  return { status, quote, sentences: context.join(' '), revision }
}

function sentBackOf({ sentBackWhy: why, sentBackAt: at, sentBackBy: by, sentBackTo: to }: ClaimDetail) {
  return why !== null && at && by && to ? { why, at, by, to } : null
}

const anchorOf = ({ revision, ...anchor }: NonNullable<ClaimDetail['anchor']>) => ({
  ...anchor,
  part: partAt(anchor.start, revision.headlineStart),
  revision: revision.number,
})

async function readClaim(client: Tx, actor: Actor, sql: string, ...values: unknown[]): Promise<Claim | null> {
  if (!may(actor, 'readClaims')) throw forbidden()
  const [claim] = await client.$queryRawUnsafe<ClaimDetail[]>(sql, ...values)
  if (!claim) return null
  const { anchor, speaker, speakerKind, saidOn, saidAt, rating, ratingName, ...kept } = claim
  const { disputedBefore: _, loweredById, sentBackWhy, sentBackAt, sentBackBy, sentBackTo, ...rest } = kept
  const writers = claim.writers.map(({ part, person: { id: personId } }) => ({ part, personId }))
  const need = signOffNeed({ ...claim, urgencyHeld: urgencyHeld(loweredById, writers) }, settings().signOff)
  return said({
    ...rest,
    earlier: earlierOf(claim.earlier),
    sentBack: sentBackOf(claim),
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
  const claim = await readClaim(tx, actor, byId, id)
  if (!claim) throw notFound()
  return claim
}

/** @throws DomainError `not_found` */
export const getClaim = (actor: Actor, id: string) => claimInTransaction(db(), actor, id)

/** The claim with this number within its article. */
export async function getClaimByNumber(actor: Actor, articleId: string, number: number): Promise<Claim> {
  const claim = await readClaim(db(), actor, byNumber, articleId, number)
  if (!claim) throw notFound()
  return claim
}

/** What this person may do with many claims at once. */
const mayTogether = (actor: Actor) => ({
  review: may(actor, 'reviewClaim') && may(actor, 'planClaim'),
  assign: may(actor, 'assignWork'),
})

export type ClaimPage = Page<ClaimRow> & { total: number; may: { review: boolean; assign: boolean } }

/** How many claims a selection has. */
async function claimTotal(params: ClaimListParams, reader: ClaimReader): Promise<number> {
  if (!isCounted(params)) return readTotal(claimList, params, reader)
  const [row] = await readRows<{ n: number }>(countedTotalSql(params, reader))
  return row?.n ?? 0
}

/** A page of the claims of all articles; `total` counts all rows that the filters select. */
export async function listClaims(actor: Actor, params: ClaimListParams): Promise<ClaimPage> {
  if (!may(actor, 'readClaims')) throw forbidden()
  const reader = claimReader(actor, now(), settings())
  if (params.q !== undefined)
    return { ...(await readPageAndTotal(claimList, params, reader)), may: mayTogether(actor) }
  const [page, total] = await Promise.all([readPage(claimList, params, reader), claimTotal(params, reader)])
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
    params.q === undefined
      ? readPage(claimList, params, reader)
      : readPageAndTotal(claimList, params, reader),
    readRows<Cell>(facetsSql(params, reader)),
  ])
  const { total, facets } = countCells(cells, params, reader)
  return { page: { ...page, total, may: mayTogether(actor) }, facets }
}

type LinkedAnchor = { start: number; end: number; state: AnchorState; text: string; links: TextLink[] }

/** The links on the words of a claim in the newest text, each address once. @throws DomainError `not_found` */
export async function linksOfClaim(actor: Actor, id: string): Promise<{ url: string; words: string }[]> {
  if (!may(actor, 'readArticles')) throw forbidden()
  // Most texts have no links, and then their words need not be read.
  const [anchor] = await db().$queryRaw<LinkedAnchor[]>`
    select a.start, a."end", a.state, r.links, case when r.links = '[]' then '' else r.text end as text
    from anchor a join revision r on r.id = a.revision_id
    where a.claim_id = ${id}::uuid order by r.number desc limit 1`
  if (!anchor) throw notFound()
  return anchor.state === 'orphaned' ? [] : linksOn(anchor.text, anchor.links, anchor)
}
