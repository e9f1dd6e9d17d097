import 'server-only'
import type { z } from 'zod'
import { conflict, forbidden, invalid, notFound } from '@/domain/errors'
import { lockArticle, recordEvent } from '@/domain/history/record'
import type { Actor } from '@/domain/user/policy'
import { now } from '@/services/clock'
import { inTransaction } from '@/services/transaction'
import { mayPassSentences } from './policy'
import { reopenIfOpen } from './record'
import type { passSentencesSchema } from './schema'

const SHOWN = 200

/**
 * Says of sentences of the newest revision that there is nothing to check in them, or takes that back.
 * @returns how many were not so before
 * @throws DomainError `conflict` when the text has a newer revision
 */
export async function passSentences(
  actor: Actor,
  input: z.output<typeof passSentencesSchema>,
): Promise<number> {
  if (!mayPassSentences(actor)) throw forbidden()
  const { articleId, revision: number, positions, passed } = input
  return inTransaction(async (tx) => {
    if (!(await lockArticle(tx, articleId))) throw notFound()
    const article = await tx.article.findUniqueOrThrow({
      where: { id: articleId },
      select: { revision: true },
    })
    if (article.revision !== number) throw conflict(undefined, 'textChanged')
    const revision = await tx.revision.findUniqueOrThrow({
      where: { articleId_number: { articleId, number } },
      select: { id: true },
    })
    const found = await tx.sentence.findMany({
      where: { revisionId: revision.id, position: { in: positions } },
      select: { id: true, text: true, passedAt: true },
      orderBy: { position: 'asc' },
    })
    if (found.length !== new Set(positions).size)
      throw invalid([{ path: 'positions', key: 'noSuchSentence' }])
    const changing = found.filter((sentence) => (sentence.passedAt !== null) !== passed)
    if (changing.length === 0) return 0
    await tx.sentence.updateMany({
      where: { id: { in: changing.map((sentence) => sentence.id) } },
      data: passed ? { passedById: actor.id, passedAt: now() } : { passedById: null, passedAt: null },
    })
    await recordEvent(tx, {
      actor,
      verb: passed ? 'sentence.passed' : 'sentence.opened',
      articleId,
      subjectId: articleId,
      after: {
        revision: number,
        sentences: changing.length,
        quote: changing
          .map((sentence) => sentence.text)
          .join('\n')
          .slice(0, SHOWN),
      },
    })
    if (!passed) await reopenIfOpen(tx, actor, articleId)
    return changing.length
  })
}
