import type { z } from 'zod'
import { sendCorrectionRequest } from '@/domain/correction-request/commands'
import { sendCorrectionRequestSchema } from '@/domain/correction-request/schema'
import { db } from '@/prisma/client'
import { unique } from './factories'

/** A sender that no other test uses up. */
export const sender = () => `sender-${unique()}`

export const request = (given: Partial<z.input<typeof sendCorrectionRequestSchema>> = {}) =>
  sendCorrectionRequestSchema.parse({
    phrase: 'opened in 1998',
    problem: 'It was 1996.',
    language: 'en',
    ...given,
  })

/** The stored request, found by the problem it describes. */
const stored = (problem: string) => db().correctionRequest.findFirstOrThrow({ where: { problem } })

/** Sends a request; the stored one is found by the problem it describes. */
export async function send(given: Parameters<typeof request>[0] = {}, from = sender()) {
  const problem = `It was 1996. ${unique()}`
  const { secret } = await sendCorrectionRequest(request({ ...given, problem }), { sender: from })
  return { secret, row: await stored(problem) }
}
