import 'server-only'
import type { Deed, Verb } from '@/domain/history/events'
import { recordEvent, type NewEvent } from '@/domain/history/record'
import type { Actor } from '@/domain/user/policy'
import type { Prisma, Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { lostCorrection, type Stored } from './open'

type CorrectionVerb = Extract<Verb, `correction.${string}`>
/** What was done to a correction. `writeCorrection` adds the correction's number. */
export type CorrectionDeed = {
  [V in CorrectionVerb]: Omit<Deed<V>, 'after'> & {
    after?: Omit<NonNullable<Deed<V>['after']>, 'correction'>
  }
}[CorrectionVerb]

/**
 * Changes a correction and writes its line of history.
 * @returns the correction's new version
 * @throws DomainError `conflict` with the current correction when `version` is not the newest
 */
export async function writeCorrection(
  tx: Tx,
  actor: Actor,
  { correction, version }: { correction: Stored; version: number },
  data: Prisma.CorrectionUncheckedUpdateManyInput,
  event: CorrectionDeed,
): Promise<number> {
  const written = await tx.correction.updateMany({
    where: { id: correction.id, version },
    data: { ...data, version: { increment: 1 }, updatedAt: now() },
  })
  if (written.count === 0) throw await lostCorrection(tx, actor, correction)
  await recordEvent(tx, {
    actor,
    ...event,
    articleId: correction.articleId,
    claimId: correction.claimId ?? undefined,
    subjectId: correction.id,
    after: { correction: correction.number, ...event.after },
  } as NewEvent)
  return version + 1
}

/** Records who wrote any part that an approval covers. */
export async function recordWriters(tx: Tx, correctionId: string, people: readonly string[]): Promise<void> {
  const data = people.map((personId) => ({ correctionId, personId }))
  await tx.correctionWriter.createMany({ data, skipDuplicates: true })
}

export const recordWriter = (tx: Tx, correctionId: string, personId: string) =>
  recordWriters(tx, correctionId, [personId])
