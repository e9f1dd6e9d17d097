import 'server-only'
import { openArticle } from '@/domain/article/open'
import { conflict, notFound, ruleBroken, type ErrorKey } from '@/domain/errors'
import { CLAIM_PARTS } from '@/domain/merging/parts'
import { mergedWith, type MergedPart } from '@/domain/merging/rules'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { claimInTransaction } from './queries'

const PARTS = {
  sources: { where: { removedAt: null } },
  writers: { select: { part: true, personId: true, replaced: true } },
  anchors: { orderBy: { revision: { number: 'desc' } }, take: 1 },
} as const

/**
 * Locks a claim and its article until the transaction ends. Loads what every write needs: the article, the sources in
 * force, the writers of each part, and the anchor in the newest revision.
 * @throws DomainError `not_found`
 */
export async function openClaim(tx: Tx, actor: Actor, id: string) {
  const stored = await tx.claim.findUnique({ where: { id }, select: { articleId: true } })
  if (!stored) throw notFound()
  const article = await openArticle(tx, stored.articleId)
  const { anchors, ...claim } = await tx.claim.findUniqueOrThrow({ where: { id }, include: PARTS })
  return { tx, actor, article, claim, anchor: anchors[0] ?? null }
}

export type OpenClaim = Awaited<ReturnType<typeof openClaim>>

/** The refusal of a stale write, with the current claim. */
export const lostClaim = async ({ tx, actor, claim }: OpenClaim, key?: ErrorKey) =>
  conflict(await claimInTransaction(tx, actor, claim.id), key)

/** As `openClaim`, for claims in force. @throws DomainError `conflict` with the current claim when it is withdrawn */
export async function openStandingClaim(tx: Tx, actor: Actor, id: string): Promise<OpenClaim> {
  const open = await openClaim(tx, actor, id)
  if (open.claim.withdrawnAt) throw await lostClaim(open, 'claimWithdrawn')
  return open
}

/**
 * Call it after checking whether anything would change, so that a repeated request is not a conflict.
 * @param version the version that the caller saw
 * @throws DomainError `conflict` with the current claim
 */
export async function requireNewest(open: OpenClaim, version: number): Promise<void> {
  if (open.claim.version !== version) throw await lostClaim(open)
}

/**
 * As `requireNewest`, for a write that merges with what others changed since: they changed other parts of the claim.
 * The rules of the claim are the caller's to check, on the claim as it is now.
 * @param fields the fields that the write changes
 * @returns the parts that others changed since
 * @throws DomainError `conflict` with the current claim
 */
export async function requireMerge(
  open: OpenClaim,
  version: number,
  fields: readonly string[],
): Promise<MergedPart[]> {
  const merged = mergedWith(CLAIM_PARTS, open.claim, version, fields)
  if (!merged) throw await lostClaim(open)
  return merged
}

type RevisionSpan = { revisionId: string; start: number; end: number }

/** @throws DomainError `rule` naming the other claim when the same words already are one */
export async function refuseTwin(
  tx: Tx,
  { revisionId, start, end }: RevisionSpan,
  except?: string,
): Promise<void> {
  const twin = await tx.anchor.findFirst({
    where: { revisionId, start, end, claim: { withdrawnAt: null, ...(except && { id: { not: except } }) } },
    select: { claim: { select: { number: true } } },
  })
  if (twin) throw ruleBroken('quote', 'claimExists', { number: twin.claim.number })
}
