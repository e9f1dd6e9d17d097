import 'server-only'
import type { z } from 'zod'
import { openArticle, requireRevision } from '@/domain/article/open'
import { storeMissingKeys } from '@/domain/claim/made/write'
import { storeJudged } from '@/domain/claim/write'
import { forbidden, invalid } from '@/domain/errors'
import { recordEvents } from '@/domain/history/record'
import { may } from '@/domain/permissions'
import type { Block } from '@/text/blocks'
import type { Actor } from '@/domain/user/policy'
import { db, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { inTransaction } from '@/services/transaction'
import { insertSentences, storeSentenceKeys, reopened } from './write'
import { headlineSentences, sentencesToStore } from './rules'
import type { passSentencesSchema } from './schema'

const SHOWN = 200

/**
 * Marks sentences of the newest revision as having nothing to check, or takes that back.
 * @returns how many sentences changed
 * @throws DomainError `conflict` when the text has a newer revision
 */
export async function passSentences(
  actor: Actor,
  input: z.output<typeof passSentencesSchema>,
): Promise<number> {
  if (!may(actor, 'passSentences')) throw forbidden()
  const { articleId, revision: number, positions, passed } = input
  return inTransaction(async (tx) => {
    const article = await openArticle(tx, articleId)
    await requireRevision(tx, actor, article, number)
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
    const quote = changing
      .map((sentence) => sentence.text)
      .join('\n')
      .slice(0, SHOWN)
    await recordEvents(tx, articleId, [
      {
        actor,
        verb: passed ? 'sentence.passed' : 'sentence.opened',
        subjectId: articleId,
        after: { revision: number, sentences: changing.length, quote },
      },
      ...(passed ? [] : await reopened(tx, actor, article)),
    ])
    return changing.length
  })
}

const BATCH = 50

/**
 * Stores what earlier versions of the desk did not store: the sentences of texts and headlines, and the search keys of
 * sentences and claims. Call it at the start, while nobody writes. `tell` gets the number of finished articles after
 * each batch.
 */
export async function storeMissingSentences(tell: (done: number) => void = () => undefined): Promise<number> {
  let done = 0
  const given: string[] = []
  for (;;) {
    const articles = await db().$queryRaw<{ id: string; revisionId: string }[]>`
      select a.id, r.id as "revisionId" from article a
      join revision r on r.article_id = a.id and r.number = a.revision
      where (
          r.text ~ '[[:alnum:]]' and not exists (
            select 1 from sentence s where s.revision_id = r.id and s.start < r.headline_start)
          or r.headline ~ '[[:alnum:]]' and not exists (
            select 1 from sentence s where s.revision_id = r.id and s.start >= r.headline_start)
          or exists (select 1 from sentence s where s.revision_id = r.id and s.keys = '{}')
          or exists (select 1 from claim c where c.article_id = a.id and c.keys = '{}')
        ) and r.id not in (select unnest(${given}::uuid[]))
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
  const revision = await tx.revision.findUniqueOrThrow({ where: { id: revisionId } })
  const { text, headline, headlineStart, blocks } = revision
  const known = await tx.sentence.count({ where: { revisionId, start: { lt: headlineStart } } })
  const titled = await tx.sentence.count({ where: { revisionId, start: { gte: headlineStart } } })
  const own = known > 0 ? [] : sentencesToStore(text, blocks as unknown as Block[], language)
  const behind = titled > 0 ? [] : headlineSentences({ text, headline }, language, known + own.length)
  await insertSentences(tx, { articleId, revisionId }, JSON.stringify([...own, ...behind]))
  await storeSentenceKeys(tx, revisionId)
  await storeMissingKeys(tx, articleId)
  const anchored = await tx.anchor.findMany({
    where: { revisionId, state: 'anchored' },
    select: { claimId: true },
  })
  await storeJudged(
    tx,
    revisionId,
    anchored.map((anchor) => anchor.claimId),
  )
}
