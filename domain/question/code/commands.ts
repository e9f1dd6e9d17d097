import 'server-only'
import { randomInt } from 'node:crypto'
import type { z } from 'zod'
import { forbidden, invalid, limited, notFound } from '@/domain/errors'
import { mailCode } from '@/domain/question/mail/write'
import { hashOf, hashOfCode, isSame, openQuestion, proofOf } from '@/domain/question/open'
import { CODE_ATTEMPTS, CODE_MS, endOf } from '@/domain/question/rules'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { subjectOf, take } from '@/services/limits/take'
import { logAccess } from '@/services/log'
import { inTransaction } from '@/services/transaction'
import type { enterCodeSchema, sendCodeSchema } from './schema'

async function openLocked(tx: Tx, secret: string) {
  const open = await openQuestion(tx, { hash: hashOf(secret) })
  if (endOf(open.question, now())) throw notFound('questionOver')
  return open
}

/**
 * Sends a new code to the mail address that the question names; an earlier one ends.
 * @throws DomainError `forbidden` when there is no such address or no mail; `limited` when too many were sent
 */
export async function sendCode({ secret }: z.output<typeof sendCodeSchema>): Promise<void> {
  const taken = await take('questionCodes', subjectOf('question', hashOf(secret)))
  if (!taken.ok) throw limited(taken.retryAfterSeconds)
  await inTransaction(async (tx) => {
    const { question } = await openLocked(tx, secret)
    if (question.email === '') throw forbidden('codeNowhere')
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const made = {
      hash: hashOfCode(question.id, code),
      expiresAt: new Date(now().getTime() + CODE_MS),
      attempts: 0,
    }
    await tx.questionCode.upsert({
      where: { questionId: question.id },
      create: { questionId: question.id, ...made },
      update: made,
    })
    if (!(await mailCode(tx, question, code))) throw forbidden('codeNowhere')
  })
}

/**
 * Opens a question to the browser in which its code is entered.
 * @returns the proof that the browser keeps
 * @throws DomainError `invalid` when the code is wrong, too old, or was tried too often
 */
export async function enterCode({
  secret,
  code,
}: z.output<typeof enterCodeSchema>): Promise<{ proof: string; until: Date }> {
  const entered = await inTransaction(async (tx) => {
    const { question } = await openLocked(tx, secret)
    const known = await tx.questionCode.findUnique({ where: { questionId: question.id } })
    if (!known || known.expiresAt <= now() || known.attempts >= CODE_ATTEMPTS) return 'over'
    if (!isSame(known.hash, hashOfCode(question.id, code))) {
      // The count stays although the code is refused.
      await tx.questionCode.update({
        where: { questionId: question.id },
        data: { attempts: known.attempts + 1 },
      })
      return 'wrong'
    }
    await tx.questionCode.delete({ where: { questionId: question.id } })
    return proofOf(question.id, now())
  })
  if (typeof entered === 'object') return entered
  logAccess('question_code_wrong', { question: subjectOf('question', hashOf(secret)) })
  throw invalid([{ path: 'code', key: entered === 'wrong' ? 'codeWrong' : 'codeOver' }])
}
