import 'server-only'
import { invalid } from '@/domain/errors'
import { recordEvent } from '@/domain/history/record'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { requireQuote } from '@/domain/correction/quote/open'
import { needsSecond } from '@/domain/correction/rules'
import type { StartCorrection } from '@/domain/correction/schema'
import { recordWriters } from '@/domain/correction/write'

type New = Omit<StartCorrection, 'requestKey' | 'correctionRequestId' | 'foundBy'> & {
  id: string
  foundBy: 'desk' | 'reader' | 'source'
  reportedAt: Date
  /** Null when a reader reported it. */
  reportedById: string | null
}

/**
 * Whether an earlier correction of the same error needed two people and was rejected. Then the new one needs two people
 * too.
 */
async function neededSecondBefore(tx: Tx, { articleId, claimId, quote }: New): Promise<boolean> {
  const same = [...(claimId ? [{ claimId }] : []), ...(quote ? [{ quote }] : [])]
  if (same.length === 0) return false
  const found = await tx.correction.findFirst({
    where: { articleId, state: 'rejected', secondNeeded: true, OR: same },
    select: { id: true },
  })
  return found !== null
}

/** The writers of the correction whose ripple led to this one, because this one takes over its words. */
async function writersThere(tx: Tx, { rippleOfId }: New): Promise<string[]> {
  if (!rippleOfId) return []
  const origin = await tx.correction.findUnique({
    where: { id: rippleOfId },
    select: { writers: { select: { personId: true } } },
  })
  if (!origin) throw invalid([{ path: 'rippleOfId', key: 'notFound' }])
  return origin.writers.map(({ personId }) => personId)
}

/** Stores a correction in its first state, with its line of history. The caller locks the article first. */
export async function createCorrection(tx: Tx, actor: Actor, fresh: New) {
  const { articleId, id } = fresh
  if (fresh.claimId) {
    const claim = await tx.claim.findFirst({ where: { id: fresh.claimId, articleId }, select: { id: true } })
    if (!claim) throw invalid([{ path: 'claimId', key: 'notFound' }])
  }
  const there = await writersThere(tx, fresh)
  if (fresh.replacement !== undefined && fresh.replacement !== null && fresh.quote)
    await requireQuote(tx, { ...fresh, quote: fresh.quote })
  const { revision } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { revision: true },
  })
  const at = now()
  const made = await tx.correction.create({
    data: {
      ...fresh,
      secondNeeded: needsSecond(fresh) || (await neededSecondBefore(tx, fresh)),
      revision,
      createdAt: at,
      updatedAt: at,
    },
    select: { id: true, number: true },
  })
  await recordWriters(tx, id, [actor.id, ...there])
  const { kind, severity, foundBy, quote, wrong, right, note, replacement } = fresh
  await recordEvent(tx, {
    actor,
    verb: 'correction.started',
    articleId,
    claimId: fresh.claimId,
    subjectId: id,
    after: { correction: made.number, kind, severity, foundBy, quote, wrong, right, note, replacement },
  })
  return made
}
