import 'server-only'
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { openArticle } from '@/domain/article/open'
import { forbidden, notFound } from '@/domain/errors'
import type { Tx } from '@/prisma/client'
import { settings } from '@/services/settings'
import { PROOF_MS } from './rules'

export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/**
 * The secret in the address of a question. It follows from the installation's secret, so that a reminder can repeat the
 * address although only its hash is stored.
 */
export const secretOf = (questionId: string) => sealed('question', questionId)

/** Text under the installation's secret, in base64url. */
const sealed = (...named: (string | number)[]) =>
  createHmac('sha256', settings().secret ?? '')
    .update(named.join(':'))
    .digest('base64url')

export const hashOfCode = (questionId: string, code: string) => sealed('question-code', questionId, code)

/** Compares without telling by its duration how much is the same. */
export const isSame = (one: string, other: string) =>
  timingSafeEqual(Buffer.from(hashOf(one)), Buffer.from(hashOf(other)))

/** What the browser of a person keeps who entered the code: it opens the question until a moment. */
export function proofOf(questionId: string, at: Date): { proof: string; until: Date } {
  const until = new Date(at.getTime() + PROOF_MS)
  return { proof: `${until.getTime()}.${sealed('question-proof', questionId, until.getTime())}`, until }
}

/** What opens a question: the secret in its address, and for confidential articles the proof of a code. */
export type Key = { secret: string; proof?: string | undefined }

type Locked = { id: string; article: { confidential: boolean } }

/** @throws DomainError `forbidden` when the article is confidential and no code was entered */
export function requireCode({ id, article }: Locked, { proof = '' }: Key, at: Date): void {
  if (!article.confidential) return
  const until = Number(/^(\d{1,16})\./.exec(proof)?.[1] ?? 0)
  const given = proof.slice(proof.indexOf('.') + 1)
  if (until <= at.getTime() || !isSame(given, sealed('question-proof', id, until)))
    throw forbidden('codeNeeded')
}

/** Loads a question, and locks its article as every write below an article does. @throws DomainError `not_found` */
export async function openQuestion(tx: Tx, where: { id: string } | { hash: string }) {
  const stored = await tx.question.findUnique({ where, select: { articleId: true } })
  if (!stored) throw notFound()
  const article = await openArticle(tx, stored.articleId)
  const question = await tx.question.findUniqueOrThrow({
    where,
    include: { claims: { select: { claimId: true } } },
  })
  return { article, question }
}
