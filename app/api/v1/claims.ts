import { changeClaim } from '@/domain/review/commands'
import { claimListParamsSchema } from '@/domain/claim/list'
import { claimFacets, getClaim, listClaims } from '@/domain/claim/queries'
import { claim, claimFacets as facetCounts, claimPage } from '@/domain/claim/shape'
import { historyList } from '@/domain/history/list'
import { claimHistory } from '@/domain/history/queries'
import { historyPage } from '@/domain/history/shape'
import { proposeWording } from '@/domain/proposal/commands'
import { takeOver } from '@/domain/reuse/commands'
import { sendBack, signOffClaim, withdrawSignOff } from '@/domain/sign-off/commands'
import { findSimilarPassages, findSimilarToText } from '@/domain/reuse/queries'
import type { SimilarPassage } from '@/domain/reuse/rules'
import { similarToTextSchema } from '@/domain/reuse/schema'
import { similarPassages, similarToText } from '@/domain/reuse/shape'
import { claimChange, proposedWording, sentBack, signedOff, takenBack } from './claim-shapes'
import { takenOver } from './revision-shapes'
import { operation } from './operation'
import { newRouter } from './router'
import { idOf, json, jsonBody, pageQuery, refusals, WRITE_REFUSALS } from './shapes'

export const claims = newRouter()

const list = operation({
  operationId: 'listClaims',
  may: 'readClaims',
  method: 'get',
  path: '/claims',
  summary: 'The claims of all articles that the filters leave',
  request: { query: claimListParamsSchema },
  responses: { 200: json(claimPage, 'A page of claims.'), ...refusals(400, 401) },
})

claims.openapi(list, async (c) => {
  const { items, total, next, previous } = await listClaims(c.var.actor, c.req.valid('query'))
  return c.json({ items, total, next, previous }, 200)
})

const facets = operation({
  operationId: 'countClaims',
  may: 'readClaims',
  method: 'get',
  path: '/claims/facets',
  summary: 'How many claims the filters leave, by status, by assignee and by anchor',
  request: { query: claimListParamsSchema },
  responses: { 200: json(facetCounts, 'The counts.'), ...refusals(400, 401) },
})

claims.openapi(facets, async (c) => c.json(await claimFacets(c.var.actor, c.req.valid('query')), 200))

/** A similar passage as answers give it. */
const asAnswer = <P extends SimilarPassage>({ at: _at, ...item }: P) => item

const similarText = operation({
  operationId: 'findSimilarToText',
  may: 'readClaims',
  method: 'get',
  path: '/claims/similar',
  summary: 'Claims and sentences of all articles that say the same as a text, the best match first',
  request: { query: similarToTextSchema },
  responses: {
    200: json(similarToText, 'What appears to say the same, why, what differs, and what was found.'),
    ...refusals(400, 401),
  },
})

claims.openapi(similarText, async (c) => {
  const { items, ...found } = await findSimilarToText(c.var.actor, c.req.valid('query'))
  return c.json({ ...found, items: items.map(asAnswer) }, 200)
})

const read = operation({
  operationId: 'getClaim',
  may: 'readClaims',
  method: 'get',
  path: '/claims/{id}',
  summary: 'One claim with its sources and its place in the text',
  request: { params: idOf('claim') },
  responses: { 200: json(claim, 'The claim.'), ...refusals(401, 404) },
})

claims.openapi(read, async (c) => c.json(await getClaim(c.var.actor, c.req.valid('param').id), 200))

const change = operation({
  operationId: 'changeClaim',
  may: ['reviewClaim', 'planClaim', 'assignWork'],
  method: 'patch',
  path: '/claims/{id}',
  summary: 'Mark a claim, write its finding, plan it: only the fields that are given',
  request: { params: idOf('claim'), ...jsonBody(claimChange) },
  responses: { 200: json(claim, 'The claim after the change.'), ...refusals(...WRITE_REFUSALS, 409) },
})

claims.openapi(change, async (c) => {
  const { id } = c.req.valid('param')
  await changeClaim(c.var.actor, { id, ...c.req.valid('json') })
  return c.json(await getClaim(c.var.actor, id), 200)
})

const propose = operation({
  operationId: 'proposeWording',
  may: 'reviewClaim',
  method: 'put',
  path: '/claims/{id}/proposal',
  summary: 'Propose other words for those of a claim, or take the proposal back',
  request: { params: idOf('claim'), ...jsonBody(proposedWording) },
  responses: { 200: json(claim, 'The claim after the change.'), ...refusals(...WRITE_REFUSALS, 409) },
})

claims.openapi(propose, async (c) => {
  const { id } = c.req.valid('param')
  await proposeWording(c.var.actor, { id, ...c.req.valid('json') })
  return c.json(await getClaim(c.var.actor, id), 200)
})

const history = operation({
  operationId: 'listClaimHistory',
  may: 'readClaims',
  method: 'get',
  path: '/claims/{id}/history',
  summary: 'What was done to a claim and its sources, newest first',
  request: { params: idOf('claim'), query: pageQuery(historyList) },
  responses: { 200: json(historyPage, 'A page of history.'), ...refusals(400, 401, 404) },
})

claims.openapi(history, async (c) =>
  c.json(await claimHistory(c.var.actor, c.req.valid('param').id, c.req.valid('query')), 200),
)

const similar = operation({
  operationId: 'findSimilarPassages',
  may: 'readClaims',
  method: 'get',
  path: '/claims/{id}/similar',
  summary: 'Claims and sentences of all articles that say the same, the best match first',
  request: { params: idOf('claim') },
  responses: {
    200: json(similarPassages, 'What appears to say the same, why, and what differs.'),
    ...refusals(401, 404),
  },
})

claims.openapi(similar, async (c) => {
  const { context, items } = await findSimilarPassages(c.var.actor, c.req.valid('param').id)
  return c.json({ context, items: items.map(asAnswer) }, 200)
})

const take = operation({
  operationId: 'takeOverVerdict',
  may: 'reviewClaim',
  method: 'post',
  path: '/claims/{id}/take-over',
  summary: 'Take verdict, finding and sources of a claim that says the same over',
  request: { params: idOf('claim'), ...jsonBody(takenOver) },
  responses: { 200: json(claim, 'The claim after it.'), ...refusals(...WRITE_REFUSALS, 409) },
})

claims.openapi(take, async (c) => {
  const { id } = c.req.valid('param')
  await takeOver(c.var.actor, { id, ...c.req.valid('json') })
  return c.json(await getClaim(c.var.actor, id), 200)
})

const signOff = operation({
  operationId: 'signOffClaim',
  may: 'signOffClaim',
  method: 'put',
  path: '/claims/{id}/sign-off',
  summary: 'Sign a verdict off, as a second person',
  request: { params: idOf('claim'), ...jsonBody(signedOff) },
  responses: { 200: json(claim, 'The claim after it.'), ...refusals(...WRITE_REFUSALS, 409) },
})

claims.openapi(signOff, async (c) => {
  const { id } = c.req.valid('param')
  await signOffClaim(c.var.actor, { id, ...c.req.valid('json') })
  return c.json(await getClaim(c.var.actor, id), 200)
})

const takeBack = operation({
  operationId: 'withdrawSignOff',
  may: 'signOffClaim',
  method: 'delete',
  path: '/claims/{id}/sign-off',
  summary: 'Take a sign-off back',
  request: { params: idOf('claim'), ...jsonBody(takenBack) },
  responses: { 200: json(claim, 'The claim after it.'), ...refusals(...WRITE_REFUSALS, 409) },
})

claims.openapi(takeBack, async (c) => {
  const { id } = c.req.valid('param')
  await withdrawSignOff(c.var.actor, { id, ...c.req.valid('json') })
  return c.json(await getClaim(c.var.actor, id), 200)
})

const returned = operation({
  operationId: 'sendBackClaim',
  may: 'signOffClaim',
  method: 'post',
  path: '/claims/{id}/send-back',
  summary: 'Return a verdict to the person who gave it, with a reason',
  request: { params: idOf('claim'), ...jsonBody(sentBack) },
  responses: { 200: json(claim, 'The claim after it.'), ...refusals(...WRITE_REFUSALS, 409) },
})

claims.openapi(returned, async (c) => {
  const { id } = c.req.valid('param')
  await sendBack(c.var.actor, { id, ...c.req.valid('json') })
  return c.json(await getClaim(c.var.actor, id), 200)
})
