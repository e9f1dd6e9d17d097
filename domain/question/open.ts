import 'server-only'
import { createHash, createHmac } from 'node:crypto'
import { openArticle } from '@/domain/article/open'
import { notFound } from '@/domain/errors'
import type { Tx } from '@/prisma/client'
import { settings } from '@/services/settings'

export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/**
 * The secret in the address of a question. It follows from the installation's secret, so that a reminder can repeat the
 * address although only its hash is stored.
 */
export const secretOf = (questionId: string) =>
  createHmac('sha256', settings().secret ?? '')
    .update(`question:${questionId}`)
    .digest('base64url')

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
