import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { forbidden, limited, ruleBroken } from '@/domain/errors'
import { recordEvent } from '@/domain/history/record'
import { may } from '@/domain/permissions'
import { claimRequest } from '@/domain/request/write'
import { work } from '@/domain/text-work/pool/worker'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { subjectOf, take } from '@/services/limits/take'
import { inTransaction } from '@/services/transaction'
import { readingOf } from '@/text/reading'
import { openRequest } from './open'
import { articleForReaders, articleOfAddress } from './queries'
import { ANSWERS_MAX, touchedClaim } from './rules'
import type { AnswerRequest, SendCorrectionRequest } from './schema'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Counts the request before it is written, so that simultaneous requests are counted too. */
async function requireRoom(sender: string) {
  const subject = subjectOf('sender', sender)
  const hour = await take('correctionRequestsHour', subject)
  if (!hour.ok) throw limited(hour.retryAfterSeconds, 'correctionRequestsAnHour')
  const day = await take('correctionRequestsDay', subject)
  if (!day.ok) throw limited(day.retryAfterSeconds, 'correctionRequestsADay')
}

/** The claim in the article's newest text or headline that the phrase overlaps. */
async function claimOf(tx: Tx, articleId: string, phrase: string): Promise<string | null> {
  const { revision: number } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { revision: true },
  })
  const revision = await tx.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId, number } },
    select: { id: true, text: true, headline: true },
  })
  const text = readingOf(revision)
  const found = await work('phraseIn', { text, phrase }, { units: text.length, field: 'phrase' })
  if (!found) return null
  const anchors = await tx.anchor.findMany({
    where: {
      revisionId: revision.id,
      state: { not: 'orphaned' },
      claim: { withdrawnAt: null },
      start: { lt: found.end },
      end: { gt: found.start },
    },
    select: { claimId: true, start: true, end: true },
  })
  return touchedClaim(found, anchors)
}

/**
 * Stores a correction request. It writes no line of history: nobody on the desk did it, and the request itself records
 * sender and time.
 * @param sender the network address it came from, which is not stored
 * @returns the secret of the address where the sender follows the request; it is not stored
 * @throws DomainError `limited` when the sender has sent too many
 */
export async function sendCorrectionRequest(
  { articleId, ...request }: SendCorrectionRequest,
  { sender }: { sender: string },
): Promise<{ secret: string }> {
  const secret = randomBytes(24).toString('base64url')
  const at = now()
  const article =
    (articleId ? await articleForReaders(articleId) : null) ?? (await articleOfAddress(request.address))
  await requireRoom(sender)
  await inTransaction(async (tx) => {
    await tx.correctionRequest.create({
      data: {
        ...request,
        id: newId(),
        articleId: article?.id ?? null,
        claimId: article ? await claimOf(tx, article.id, request.phrase) : null,
        statusHash: sha256(secret),
        createdAt: at,
      },
    })
  })
  return { secret }
}

/**
 * Answers the sender of a request, at any time. The answer stands on the request's private page and cannot be changed.
 * @throws DomainError `rule` when the request has all the answers it can get
 */
export async function answerCorrectionRequest(actor: Actor, input: AnswerRequest): Promise<{ id: string }> {
  if (!may(actor, 'handleCorrections')) throw forbidden()
  const { requestKey, ...answer } = input
  return inTransaction(async (tx) => {
    const request = await openRequest(tx, answer.id)
    await tx.$queryRaw`select 1 from correction_request where id = ${answer.id}::uuid for update`
    const { first, subjectId } = await claimRequest(tx, actor.id, requestKey, newId(), input)
    if (!first) return { id: subjectId }
    if ((await tx.requestAnswer.count({ where: { requestId: answer.id } })) >= ANSWERS_MAX)
      throw ruleBroken('text', 'requestAnswersFull', { max: ANSWERS_MAX })
    await tx.requestAnswer.create({
      data: { id: subjectId, requestId: answer.id, text: answer.text, byId: actor.id, at: now() },
    })
    await recordEvent(tx, {
      actor,
      verb: 'correction_request.answered',
      articleId: request.articleId ?? undefined,
      claimId: request.claimId ?? undefined,
      subjectId: answer.id,
      after: { text: answer.text },
    })
    return { id: subjectId }
  })
}
