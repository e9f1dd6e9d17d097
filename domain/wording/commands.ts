import 'server-only'
import type { z } from 'zod'
import { conflict, forbidden } from '@/domain/errors'
import { recordEvent } from '@/domain/history/record'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { now } from '@/services/clock'
import { inTransaction } from '@/services/transaction'
import { wordingInTransaction } from './queries'
import type { changeWordingSchema } from './schema'

/**
 * Sets the newsroom's own wording for a kind of note in one language.
 * @returns the wording's new version
 * @throws DomainError `conflict` when it has changed meanwhile
 */
export async function changeWording(
  actor: Actor,
  input: z.output<typeof changeWordingSchema>,
): Promise<number> {
  if (!may(actor, 'handleCorrections')) throw forbidden()
  const { kind, language, version, text } = input
  return inTransaction(async (tx) => {
    const key = { kind, language }
    const before = await tx.wording.findUnique({ where: { kind_language: key } })
    if (before?.text === text) return before.version
    const by = { text, changedById: actor.id, changedAt: now() }
    const written =
      version === 0
        ? await tx.wording.createMany({ data: { ...key, ...by }, skipDuplicates: true })
        : await tx.wording.updateMany({
            where: { ...key, version },
            data: { ...by, version: { increment: 1 } },
          })
    if (written.count === 0) throw conflict(await wordingInTransaction(tx, key))
    await recordEvent(tx, {
      actor,
      verb: 'wording.changed',
      subjectId: actor.id,
      before: before ? { text: before.text } : undefined,
      after: { kind, language, text },
    })
    return version + 1
  })
}
