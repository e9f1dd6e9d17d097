import 'server-only'
import { recordEvent } from '@/domain/history/record'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { isCovered, openOf, type NewSentence, type Open } from './rules'

/** Stores the sentences of a new revision and lets search forget those of the one before. */
export async function storeSentences(
  tx: Tx,
  place: { articleId: string; revisionId: string },
  sentences: readonly (NewSentence & { passedById?: string | null; passedAt?: Date | null })[],
): Promise<void> {
  await tx.$executeRaw`
    update sentence set keys = '{}' where article_id = ${place.articleId}::uuid and cardinality(keys) > 0`
  await tx.sentence.createMany({ data: sentences.map((sentence) => ({ ...sentence, ...place })) })
}

const placeOf = (articleId: string, number: number) => ({ articleId_number: { articleId, number } })

/** The sentences and anchors of an article's newest revision, in the order of their words. */
export async function readSentences(tx: Tx, articleId: string, revisionNumber: number) {
  const revision = await tx.revision.findUniqueOrThrow({
    where: placeOf(articleId, revisionNumber),
    select: { id: true },
  })
  const sentences = await tx.sentence.findMany({
    where: { revisionId: revision.id },
    orderBy: { position: 'asc' },
    select: { position: true, start: true, end: true, text: true, passedAt: true, score: true, cues: true },
  })
  const anchors = await tx.anchor.findMany({
    where: { revisionId: revision.id, claim: { withdrawnAt: null } },
    select: { start: true, end: true, state: true, claim: { select: { number: true, status: true } } },
  })
  return { sentences, anchors: anchors.map(({ claim, ...anchor }) => ({ ...anchor, ...claim })) }
}

/** What is still open in an article's newest revision. */
export async function openIn(tx: Tx, articleId: string): Promise<Open> {
  const article = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: { revision: true } })
  const { sentences, anchors } = await readSentences(tx, articleId, article.revision)
  return openOf(sentences, anchors)
}

/** Sets a cleared article back to checking when something in it is open again, and says so in its history. */
export async function reopenIfOpen(tx: Tx, actor: Actor, articleId: string): Promise<void> {
  const article = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: { state: true } })
  if (article.state !== 'cleared' || isCovered(await openIn(tx, articleId))) return
  await tx.article.update({
    where: { id: articleId },
    data: { state: 'checking', version: { increment: 1 } },
  })
  await recordEvent(tx, {
    actor,
    verb: 'article.changed',
    articleId,
    subjectId: articleId,
    before: { state: 'cleared' },
    after: { state: 'checking' },
  })
}
