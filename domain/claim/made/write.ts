import 'server-only'
import { takeClaimNumbers } from '@/domain/article/counters/write'
import type { ArticleLine } from '@/domain/history/record'
import type { ClaimPart } from '@/domain/sign-off/rules'
import { likenessKeys } from '@/text/likeness/keys'
import type { KeyedAnchor } from '@/text/locate-quotes'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { insertRows } from '@/prisma/insert-rows'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { isReviewed, loweredOn, type LoweredSpan } from '@/domain/claim/rules'
import type { NewClaim } from '@/domain/claim/schema'
import { storeJudged } from '@/domain/claim/write'

/** What a new claim may bring besides its words. */
type Brought = Pick<NewClaim, 'status' | 'finding' | 'priority' | 'proposal' | 'sources'>

export const NOTHING_BROUGHT: Brought = {
  status: 'unreviewed',
  finding: '',
  priority: 'normal',
  proposal: undefined,
  sources: [],
}

/** A claim to be made, with the words it stands on. */
export type AnchoredClaim = { id: string; claim: Brought; anchor: KeyedAnchor }
export type MadeClaim = AnchoredClaim & { number: number }

/**
 * The spans in a revision of withdrawn claims that once were urgent, each with the person who lowered the urgency. A
 * new claim on the same words inherits that person.
 */
async function loweredSpans(tx: Tx, revisionId: string): Promise<LoweredSpan[]> {
  const anchors = await tx.anchor.findMany({
    where: { revisionId, claim: { withdrawnAt: { not: null }, loweredById: { not: null } } },
    select: { start: true, end: true, claim: { select: { loweredById: true } } },
  })
  return anchors.flatMap(({ claim: { loweredById }, ...span }) =>
    loweredById === null ? [] : [{ ...span, loweredById }],
  )
}

const writtenParts = ({ claim }: AnchoredClaim): ClaimPart[] => [
  ...(isReviewed(claim.status) ? (['status'] as const) : []),
  ...(claim.finding.trim() === '' ? [] : (['finding'] as const)),
  ...(claim.sources.length > 0 ? (['sources'] as const) : []),
]

type TargetRevision = { article: { id: string; lastClaim: number }; revisionId: string }

/**
 * The one way claims are made: with anchors, sources and the next numbers of their article. The caller locks the
 * article first, records history and reopens a cleared article. Whoever brings a verdict becomes the claim's reviewer.
 */
export async function createClaims<P extends AnchoredClaim>(
  tx: Tx,
  actor: Actor,
  { article, revisionId }: TargetRevision,
  anchored: readonly P[],
): Promise<(P & { number: number })[]> {
  if (anchored.length === 0) return []
  const first = await takeClaimNumbers(tx, article, anchored.length)
  const made = anchored.map((one, index) => ({ ...one, number: first + index }))
  const at = now()
  const lowered = await loweredSpans(tx, revisionId)
  await insertRows(
    tx,
    'claim',
    made.map(({ id, number, claim, anchor }) => ({
      id,
      articleId: article.id,
      number,
      quote: anchor.quote,
      keys: anchor.keys,
      status: claim.status,
      finding: claim.finding,
      priority: claim.priority,
      proposal: claim.proposal,
      disputedBefore: claim.status === 'disputed',
      loweredById: loweredOn(lowered, anchor),
      createdById: actor.id,
      createdAt: at,
      updatedAt: at,
      ...(isReviewed(claim.status) && { reviewedById: actor.id, reviewedAt: at }),
    })),
  )
  await insertRows(
    tx,
    'anchor',
    made.map(({ id, anchor: { keys: _, ...words } }) => ({ ...words, id: newId(), claimId: id, revisionId })),
  )
  await storeJudged(
    tx,
    revisionId,
    made.map((one) => one.id),
  )
  await insertRows(
    tx,
    'source',
    made.flatMap(({ id, claim }) =>
      claim.sources.map((source) => ({
        ...{ ...source, id: newId(), claimId: id, createdById: actor.id },
        ...{ createdAt: at, updatedAt: at },
      })),
    ),
  )
  await insertRows(
    tx,
    'claim_writer',
    made.flatMap((one) => writtenParts(one).map((part) => ({ claimId: one.id, part, personId: actor.id }))),
  )
  return made
}

/** The first line of a claim's history. */
export const madeLine = (actor: Actor, { id, number, claim, anchor }: MadeClaim): ArticleLine => ({
  actor,
  verb: 'claim.made',
  claimId: id,
  subjectId: id,
  after: {
    number,
    quote: anchor.quote,
    ...(isReviewed(claim.status) && { status: claim.status }),
    ...(claim.finding && { finding: claim.finding }),
    ...(claim.sources.length > 0 && { sources: claim.sources.length }),
  },
})

/** Adds search keys to claims made before keys were stored. Nothing that readers see changes. */
export async function storeMissingKeys(tx: Tx, articleId: string): Promise<void> {
  const claims = await tx.claim.findMany({
    where: { articleId, keys: { isEmpty: true } },
    select: { id: true, quote: true },
  })
  for (const { id, quote } of claims)
    await tx.claim.update({ where: { id }, data: { keys: likenessKeys(quote) } })
}
