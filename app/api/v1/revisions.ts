import { reviseArticle } from '@/domain/revision/commands'
import { getRevisionOutcome } from '@/domain/revision/queries'
import { revisionOutcome } from '@/domain/revision/shape'
import { passSentences } from '@/domain/sentence/commands'
import { getCoverage } from '@/domain/sentence/queries'
import { coverage } from '@/domain/sentence/shape'
import { newRevision, passedSentences } from './revision-shapes'
import { operation } from './operation'
import { newRouter } from './router'
import { idempotencyHeader, idOf, json, jsonBody, refusals, requestKey, WRITE_REFUSALS } from './shapes'

export const revisions = newRouter()

const revise = operation({
  operationId: 'reviseArticle',
  may: 'reviseArticle',
  method: 'post',
  path: '/articles/{id}/revisions',
  summary: 'Make an edited text the newest revision, and learn what became of each claim',
  request: { params: idOf('article'), headers: idempotencyHeader, ...jsonBody(newRevision) },
  responses: {
    201: json(revisionOutcome, 'What became of each claim.'),
    ...refusals(...WRITE_REFUSALS, 409),
  },
})

revisions.openapi(revise, async (c) => {
  const { id } = c.req.valid('param')
  const { revision } = await reviseArticle(c.var.actor, {
    ...c.req.valid('json'),
    articleId: id,
    requestKey: requestKey(`revision:${id}`, c.req.valid('header')),
  })
  return c.json(await getRevisionOutcome(c.var.actor, id, revision), 201)
})

const covered = operation({
  operationId: 'getCoverage',
  may: 'readArticles',
  method: 'get',
  path: '/articles/{id}/coverage',
  summary: 'Every sentence of an article, and whether anybody decided on it',
  request: { params: idOf('article') },
  responses: { 200: json(coverage, 'The sentences.'), ...refusals(401, 404) },
})

revisions.openapi(covered, async (c) => c.json(await getCoverage(c.var.actor, c.req.valid('param').id), 200))

const pass = operation({
  operationId: 'passSentences',
  may: 'passSentences',
  method: 'patch',
  path: '/articles/{id}/coverage',
  summary: 'Say of sentences that there is nothing to check in them, or take that back',
  request: { params: idOf('article'), ...jsonBody(passedSentences) },
  responses: { 200: json(coverage, 'The sentences after it.'), ...refusals(...WRITE_REFUSALS, 409) },
})

revisions.openapi(pass, async (c) => {
  const { id } = c.req.valid('param')
  await passSentences(c.var.actor, { ...c.req.valid('json'), articleId: id })
  return c.json(await getCoverage(c.var.actor, id), 200)
})
