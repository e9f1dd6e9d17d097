import 'server-only'
import { mayReadArticles } from '@/domain/article/policy'
import type { ClaimStatus } from '@/domain/claim/rules'
import { forbidden, notFound } from '@/domain/errors'
import type { Block } from '@/domain/text/blocks'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { mayRevise } from './policy'
import { totalsOf, type Outcome, type Remark, type Totals } from './rules'

const text = { id: true, number: true, text: true, blocks: true, createdAt: true } as const
const byName = { createdBy: { select: { id: true, name: true } } } as const

export type ClaimOutcome = {
  id: string
  number: number
  version: number
  status: ClaimStatus
  earlier: { status: ClaimStatus; quote: string } | null
  outcome: Outcome
  remarks: Remark[]
  state: 'anchored' | 'changed' | 'orphaned'
  before: { quote: string; start: number; end: number } | null
  after: { quote: string; start: number; end: number }
}

async function outcomesOf(revisionId: string, previousId: string): Promise<ClaimOutcome[]> {
  const place = { quote: true, start: true, end: true } as const
  const anchors = await db().anchor.findMany({
    where: { revisionId, claim: { withdrawnAt: null }, outcome: { not: 'made' } },
    orderBy: { claim: { number: 'asc' } },
    select: {
      ...place,
      state: true,
      outcome: true,
      remarks: true,
      claim: {
        select: {
          id: true,
          number: true,
          version: true,
          status: true,
          earlier: true,
          anchors: { where: { revisionId: previousId }, select: place },
        },
      },
    },
  })
  return anchors.map(({ claim, state, outcome, remarks, ...after }) => ({
    id: claim.id,
    number: claim.number,
    version: claim.version,
    status: claim.status,
    earlier: claim.earlier as ClaimOutcome['earlier'],
    outcome: outcome as Outcome,
    remarks: remarks as Remark[],
    state,
    before: claim.anchors[0] ?? null,
    after,
  }))
}

/**
 * A revision beside the one before it, with what became of each claim that stood in that.
 * @throws DomainError `not_found`, also for the first revision, which nothing stands before
 */
export async function getRevision(actor: Actor, articleId: string, number: number) {
  if (!mayReadArticles(actor)) throw forbidden()
  const found = await db().revision.findMany({
    where: { articleId, number: { in: [number - 1, number] } },
    orderBy: { number: 'asc' },
    select: {
      ...text,
      ...byName,
      sentences: { orderBy: { position: 'asc' }, select: { start: true, end: true } },
    },
  })
  const [old, fresh] = found
  if (!old || !fresh) throw notFound()
  const article = await db().article.findUniqueOrThrow({
    where: { id: articleId },
    select: { id: true, title: true, language: true, revision: true },
  })
  const outcomes = await outcomesOf(fresh.id, old.id)
  const withBlocks = <R extends typeof old>(revision: R) => ({
    ...revision,
    blocks: revision.blocks as unknown as Block[],
  })
  return {
    article,
    old: withBlocks(old),
    fresh: withBlocks(fresh),
    outcomes,
    totals: totalsOf(outcomes),
    newest: article.revision === number,
    may: { revise: mayRevise(actor) },
  }
}

export type RevisionPage = Awaited<ReturnType<typeof getRevision>>

/** What became of each claim, for programs. @throws DomainError `not_found` */
export async function getRevisionOutcome(
  actor: Actor,
  articleId: string,
  number: number,
): Promise<{ revision: number; totals: Totals; claims: ClaimOutcome[] }> {
  const { outcomes, totals } = await getRevision(actor, articleId, number)
  return { revision: number, totals, claims: outcomes }
}

/** The revisions of an article, the newest first, at most 200. */
export async function listRevisions(actor: Actor, articleId: string) {
  if (!mayReadArticles(actor)) throw forbidden()
  return db().revision.findMany({
    where: { articleId },
    orderBy: { number: 'desc' },
    take: 200,
    select: { id: true, number: true, createdAt: true, ...byName },
  })
}
