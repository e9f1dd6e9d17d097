import 'server-only'
import type { z } from 'zod'
import { reopenThreads } from '@/domain/comment/write'
import { conflict, invalid, notFound, type Issue } from '@/domain/errors'
import { recordEvents } from '@/domain/history/record'
import { hashOf, openQuestion, requireCode, type Key } from '@/domain/question/open'
import { endOf, isSilent, lackOf } from '@/domain/question/rules'
import type { answerSchema } from '@/domain/question/schema'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { inTransaction } from '@/services/transaction'

type Input = z.output<typeof answerSchema>
type Open = Awaited<ReturnType<typeof openQuestion>> & { tx: Tx }

/** A question whose address still opens. @throws DomainError `not_found`; `forbidden` without a code that it needs */
async function openAsked(tx: Tx, key: Key): Promise<Open> {
  const open = { tx, ...(await openQuestion(tx, { hash: hashOf(key.secret) })) }
  if (endOf(open.question, now())) throw notFound('questionOver')
  requireCode({ ...open.question, article: open.article }, key, now())
  return open
}

/** Keeps when a person first had the question before them. */
async function keepSeen({ tx, question }: Open): Promise<void> {
  if (question.seenAt) return
  await tx.question.update({ where: { id: question.id }, data: { seenAt: now() } })
  await recordEvents(tx, question.articleId, [
    {
      actor: { id: question.askedById },
      verb: 'question.seen',
      subjectId: question.id,
      after: { outside: question.name },
    },
  ])
}

/**
 * Somebody has the question before them. That its address was requested says less: programs that look at mail request
 * it too.
 */
export async function seeQuestion(key: Key): Promise<void> {
  await inTransaction(async (tx) => keepSeen(await openAsked(tx, key)))
}

/** The parts that say something. @throws DomainError `invalid` for each part that is not complete or not asked for */
function requireItems({ question }: Open, items: Input['items']): Input['items'] {
  const asked = question.claims.map(({ claimId }) => claimId)
  const places: (string | null)[] = asked.length > 0 ? asked : [null]
  const issues = items.flatMap((item, index): Issue[] => {
    if (
      !places.includes(item.claimId) ||
      items.findIndex(({ claimId }) => claimId === item.claimId) !== index
    )
      return [{ path: `items.${index}.claimId`, key: 'noSuchClaim' }]
    const lack = lackOf(question.kind, item)
    return lack ? [{ path: `items.${index}.${lack.path}`, key: lack.key }] : []
  })
  if (issues.length > 0) throw invalid(issues)
  const told = items.filter((item) => !isSilent(item))
  if (told.length === 0) throw invalid([{ path: 'items', key: 'answerEmpty' }])
  return question.kind === 'writer' ? told.map((item) => ({ ...item, verdict: null })) : told
}

/** The words of claims as they stand in a revision; those that stand nowhere keep their last words. */
async function quotesAt({ tx, article, question }: Open, revision: number): Promise<Map<string, string>> {
  const claims = await tx.claim.findMany({
    where: { questions: { some: { questionId: question.id } } },
    select: {
      ...{ id: true, quote: true },
      anchors: { where: { revision: { articleId: article.id, number: revision } }, select: { quote: true } },
    },
  })
  return new Map(claims.map(({ id, quote, anchors }) => [id, anchors[0]?.quote || quote]))
}

/** @throws DomainError `conflict` with what was sent about this text, or a newer one */
async function requireUnanswered(tx: Tx, questionId: string, revision: number): Promise<void> {
  const sent = await tx.answer.findFirst({
    where: { questionId, revision: { gte: revision } },
    orderBy: { revision: 'desc' },
    select: { at: true, revision: true },
  })
  if (sent) throw conflict(sent, 'answerSent')
}

/** Whether an answer could be sent as it is, for reading it over. @throws DomainError as `sendAnswer` does */
export async function checkAnswer({ secret, revision, items }: Input, proof?: string): Promise<void> {
  await inTransaction(async (tx) => {
    const open = await openAsked(tx, { secret, proof })
    await requireUnanswered(tx, open.question.id, revision)
    requireItems(open, items)
    await keepSeen(open)
  })
}

/**
 * Sends an answer. It becomes part of the threads of its question, and changes nothing else. A text is answered once:
 * of two windows, the second learns what the first has sent.
 * @throws DomainError `not_found` when the address has ended; `conflict` when this text was answered
 */
export async function sendAnswer(
  { secret, revision, items }: Input,
  proof?: string,
): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    const open = await openAsked(tx, { secret, proof })
    const { article, question } = open
    await requireUnanswered(tx, question.id, revision)
    if (revision > article.revision) throw invalid([{ path: 'revision', key: 'noSuchRevision' }])
    const told = requireItems(open, items)
    const quotes = await quotesAt(open, revision)
    await keepSeen(open)
    const id = newId()
    await tx.answer.create({ data: { id, questionId: question.id, revision, at: now() } })
    await tx.answerItem.createMany({
      data: told.map((item) => ({
        ...item,
        ...{
          id: newId(),
          answerId: id,
          quote: item.claimId === null ? '' : (quotes.get(item.claimId) ?? ''),
        },
      })),
    })
    const about = told.map(({ claimId }) => claimId)
    await reopenThreads(tx, question.id, about)
    await recordEvents(
      tx,
      question.articleId,
      told.map(({ claimId, verdict, text, proposed, url }) => ({
        actor: { id: question.askedById },
        verb: 'question.answered' as const,
        subjectId: question.id,
        claimId: claimId ?? undefined,
        after: {
          outside: question.name,
          revision,
          ...(verdict && { verdict }),
          ...(text && { answer: text }),
          ...(proposed && { proposed }),
          ...(url && { url }),
        },
      })),
    )
    return { id }
  })
}
