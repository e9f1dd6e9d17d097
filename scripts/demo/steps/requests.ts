import { answerCorrectionRequest, sendCorrectionRequest } from '@/domain/correction-request/commands'
import { sendCorrectionRequestSchema } from '@/domain/correction-request/schema'
import { db } from '@/prisma/client'
import { keyOf, made } from '../desk'
import type { RequestPlan } from '../published'
import type { Step } from './step'

/** The request that a reader sent about these words. */
export async function requestAbout({ article, asks }: RequestPlan): Promise<string> {
  const where = { articleId: await made(article), phrase: asks.phrase }
  return (await db().correctionRequest.findFirstOrThrow({ where })).id
}

/** What a reader sends, and the desk's answer. Nobody of the desk does the first step. */
export function requestSteps(plan: RequestPlan): Step[] {
  const { name, at, article, asks, answered } = plan
  const sending: Step = {
    ...{ at, by: 'viewer', does: `request ${name} sent` },
    run: async () => {
      const request = sendCorrectionRequestSchema.parse({ ...asks, articleId: await made(article) })
      return sendCorrectionRequest(request, { sender: keyOf(name) })
    },
  }
  if (!answered) return [sending]
  const { text, ...step } = answered
  const run: Step['run'] = async (actor) =>
    answerCorrectionRequest(actor, {
      id: await requestAbout(plan),
      text,
      requestKey: keyOf(`answer-${name}`),
    })
  return [sending, { ...step, does: `request ${name} answered`, run }]
}
