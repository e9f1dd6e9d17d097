import 'server-only'
import { openArticle } from '@/domain/article/open'
import { conflict, notFound, ruleBroken, type ErrorKey } from '@/domain/errors'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { claimInTransaction } from './queries'

const PARTS = {
  sources: { where: { removedAt: null } },
  writers: { select: { part: true, personId: true } },
  anchors: { orderBy: { revision: { number: 'desc' } }, take: 1 },
} as const

/**
 * Takes a claim and its article until the transaction ends, with all that a write of it is decided by: its article, its
 * sources but those removed, who wrote which part, and its anchor in the newest revision.
 * @throws DomainError `not_found`
 */
export async function openClaim(tx: Tx, actor: Actor, id: string) {
  const place = await tx.claim.findUnique({ where: { id }, select: { articleId: true } })
  if (!place) throw notFound()
  const article = await openArticle(tx, place.articleId)
  const { anchors, ...claim } = await tx.claim.findUniqueOrThrow({ where: { id }, include: PARTS })
  return { tx, actor, article, claim, anchor: anchors[0] ?? null }
}

export type OpenClaim = Awaited<ReturnType<typeof openClaim>>

/** The refusal for whoever wrote after somebody else, with the claim as it is now. */
export const lostClaim = async ({ tx, actor, claim }: OpenClaim, key?: ErrorKey) =>
  conflict(await claimInTransaction(tx, actor, claim.id), key)

/** As `openClaim`. @throws DomainError `conflict` with the claim as it is now when it was withdrawn */
export async function openStandingClaim(tx: Tx, actor: Actor, id: string): Promise<OpenClaim> {
  const open = await openClaim(tx, actor, id)
  if (open.claim.withdrawnAt) throw await lostClaim(open, 'claimWithdrawn')
  return open
}

/**
 * Ask it after looking whether anything would change: a request that is repeated is no conflict.
 * @param version the one that was read
 * @throws DomainError `conflict` with the claim as it is now
 */
export async function requireNewest(open: OpenClaim, version: number): Promise<void> {
  if (open.claim.version !== version) throw await lostClaim(open)
}

type Place = { revisionId: string; start: number; end: number }

/** The same words are one claim. @throws DomainError `rule` naming the claim that stands on them */
export async function refuseTwin(tx: Tx, { revisionId, start, end }: Place, except?: string): Promise<void> {
  const twin = await tx.anchor.findFirst({
    where: { revisionId, start, end, claim: { withdrawnAt: null, ...(except && { id: { not: except } }) } },
    select: { claim: { select: { number: true } } },
  })
  if (twin) throw ruleBroken('quote', 'claimExists', { number: twin.claim.number })
}
