import 'server-only'
import type { z } from 'zod'
import { conflict, forbidden, invalid, notFound } from '@/domain/errors'
import { lockArticle, recordEvent } from '@/domain/history/record'
import type { Block } from '@/domain/text/blocks'
import { likenessKeys } from '@/domain/text/likeness/keys'
import type { Actor } from '@/domain/user/policy'
import { db, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { inTransaction } from '@/services/transaction'
import { mayPassSentences } from './policy'
import { reopenIfOpen, storeSentences } from './record'
import { sentencesToStore } from './rules'
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

const BATCH = 50

/**
 * Stores the sentences of articles that came in before sentences were kept, and the keys of their claims. To be called
 * at the start, when nobody writes yet; `tell` hears how many are done, after each batch.
 */
export async function storeMissingSentences(tell: (done: number) => void = () => undefined): Promise<number> {
  let done = 0
  const given: string[] = []
  for (;;) {
    const articles = await db().$queryRaw<{ id: string; revisionId: string }[]>`
      select a.id, r.id as "revisionId" from article a
      join revision r on r.article_id = a.id and r.number = a.revision
      where not exists (select 1 from sentence s where s.revision_id = r.id)
        and r.text ~ '[[:alnum:]]' and r.id not in (select unnest(${given}::uuid[]))
      limit ${BATCH}`
    if (articles.length === 0) return done
    for (const { id, revisionId } of articles) {
      given.push(revisionId)
      await inTransaction((tx) => storeFor(tx, id, revisionId))
    }
    done += articles.length
    tell(done)
  }
}

async function storeFor(tx: Tx, articleId: string, revisionId: string) {
  const { language } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { language: true },
  })
  const { text, blocks } = await tx.revision.findUniqueOrThrow({ where: { id: revisionId } })
  await storeSentences(
    tx,
    { articleId, revisionId },
    JSON.stringify(sentencesToStore(text, blocks as unknown as Block[], language)),
  )
  const claims = await tx.claim.findMany({
    where: { articleId, keys: { isEmpty: true } },
    select: { id: true, quote: true },
  })
  for (const { id, quote } of claims)
    await tx.claim.update({ where: { id }, data: { keys: likenessKeys(quote) } })
}
