import { ask, revokeQuestion, takeAnswer } from '@/domain/question/commands'
import { getQuestion, questionsOf } from '@/domain/question/queries'
import { newQuestionSchema, questionAddress } from '@/domain/question/schema'
import { askedQuestion, question, questions as questionsShape } from '@/domain/question/shape'
import { getSource } from '@/domain/source/queries'
import { sourceOfClaim } from '@/domain/source/shape'
import { settings } from '@/services/settings'
import { z } from '@hono/zod-openapi'
import { operation } from './operation'
import { newRouter } from './router'
import { idempotencyHeader, idOf, json, jsonBody, refusals, requestKey, WRITE_REFUSALS } from './shapes'

export const questions = newRouter()

const listOfArticle = operation({
  operationId: 'listQuestions',
  may: 'readClaims',
  method: 'get',
  path: '/articles/{id}/questions',
  summary: 'What the writer and outside experts were asked about an article, newest first',
  request: { params: idOf('article') },
  responses: { 200: json(questionsShape, 'All questions.'), ...refusals(400, 401, 404) },
})

questions.openapi(listOfArticle, async (c) =>
  c.json({ items: await questionsOf(c.var.actor, c.req.valid('param').id) }, 200),
)

const askOfArticle = operation({
  operationId: 'ask',
  may: 'askOutside',
  method: 'post',
  path: '/articles/{id}/questions',
  summary: 'Ask the writer or an outside expert, who answer at a secret address',
  request: { params: idOf('article'), headers: idempotencyHeader, ...jsonBody(newQuestionSchema.strict()) },
  responses: { 201: json(askedQuestion, 'The question and its address.'), ...refusals(...WRITE_REFUSALS) },
})

questions.openapi(askOfArticle, async (c) => {
  const articleId = c.req.valid('param').id
  const given = c.req.valid('json')
  const { id, secret, mailed } = await ask(c.var.actor, {
    ...given,
    articleId,
    requestKey: requestKey(`question:${articleId}`, c.req.valid('header')),
  })
  const asked = await getQuestion(c.var.actor, id)
  const address = questionAddress(settings().publicUrl, secret, asked.language)
  return c.json({ question: asked, address, mailed }, 201)
})

const revoke = operation({
  operationId: 'revokeQuestion',
  may: 'askOutside',
  method: 'patch',
  path: '/questions/{id}',
  summary: 'End the address of a question; what was answered stays',
  request: { params: idOf('question'), ...jsonBody(z.object({ revoked: z.literal(true) }).strict()) },
  responses: { 200: json(question, 'The question.'), ...refusals(...WRITE_REFUSALS) },
})

questions.openapi(revoke, async (c) => {
  const { id } = await revokeQuestion(c.var.actor, { id: c.req.valid('param').id })
  return c.json(await getQuestion(c.var.actor, id), 200)
})

const take = operation({
  operationId: 'takeAnswer',
  may: 'editSources',
  method: 'post',
  path: '/answer-items/{id}/source',
  summary: 'Make a source of what somebody outside said about a claim, as an interview',
  request: { params: idOf('part of the answer') },
  responses: {
    201: json(sourceOfClaim, 'The source; the same one when it was taken before.'),
    ...refusals(400, 401, 403, 404, 409, 422, 503),
  },
})

questions.openapi(take, async (c) => {
  const { id } = await takeAnswer(c.var.actor, { id: c.req.valid('param').id })
  return c.json(await getSource(c.var.actor, id), 201)
})
