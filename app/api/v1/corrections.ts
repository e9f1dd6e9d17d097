import {
  amendCorrection,
  approveAmendment,
  publishCorrection,
  refuseAmendment,
  secondCorrection,
  startCorrection,
  updateCorrection,
  withdrawAmendment,
} from '@/domain/correction/commands'
import { correctionListParamsSchema } from '@/domain/correction/list'
import { getCorrection, listCorrections } from '@/domain/correction/queries'
import { correction, correctionPage } from '@/domain/correction/shape'
import { dismissRipple, openRipple } from '@/domain/ripple/commands'
import { getRipple, listRipples } from '@/domain/ripple/queries'
import { ripple } from '@/domain/ripple/shape'
import {
  amendment,
  correctionChange,
  correctionStep,
  newCorrection,
  refusal,
  rippleDecision,
  ripples,
} from './correction-shapes'
import { operation } from './operation'
import { newRouter } from './router'
import { idempotencyHeader, idOf, json, jsonBody, refusals, requestKey, WRITE_REFUSALS } from './shapes'

export const corrections = newRouter()

const list = operation({
  operationId: 'listCorrections',
  may: 'readCorrections',
  method: 'get',
  path: '/corrections',
  summary: 'The corrections of all articles that the filters leave; what is due first',
  request: { query: correctionListParamsSchema },
  responses: { 200: json(correctionPage, 'A page of corrections.'), ...refusals(400, 401) },
})

corrections.openapi(list, async (c) => c.json(await listCorrections(c.var.actor, c.req.valid('query')), 200))

const start = operation({
  operationId: 'startCorrection',
  may: 'startCorrection',
  method: 'post',
  path: '/corrections',
  summary: 'Open a correction of an article',
  request: { headers: idempotencyHeader, ...jsonBody(newCorrection) },
  responses: { 201: json(correction, 'The correction.'), ...refusals(...WRITE_REFUSALS, 409) },
})

corrections.openapi(start, async (c) => {
  const { id } = await startCorrection(c.var.actor, {
    ...c.req.valid('json'),
    requestKey: requestKey('corrections', c.req.valid('header')),
  })
  c.header('location', `/api/v1/corrections/${id}`)
  return c.json(await getCorrection(c.var.actor, id), 201)
})

const read = operation({
  operationId: 'getCorrection',
  may: 'readCorrections',
  method: 'get',
  path: '/corrections/{id}',
  summary: 'One correction with its steps, and what is due',
  request: { params: idOf('correction') },
  responses: { 200: json(correction, 'The correction.'), ...refusals(401, 404) },
})

corrections.openapi(read, async (c) => c.json(await getCorrection(c.var.actor, c.req.valid('param').id), 200))

const after = {
  200: json(correction, 'The correction after it.'),
  ...refusals(...WRITE_REFUSALS, 409),
} as const

const change = operation({
  operationId: 'updateCorrection',
  may: 'changeCorrection',
  method: 'patch',
  path: '/corrections/{id}',
  summary: 'Word a correction, say whose it is, acknowledge, approve or reject it: all or nothing',
  request: { params: idOf('correction'), ...jsonBody(correctionChange) },
  responses: after,
})

corrections.openapi(change, async (c) => {
  const { id } = c.req.valid('param')
  await updateCorrection(c.var.actor, { id, ...c.req.valid('json') })
  return c.json(await getCorrection(c.var.actor, id), 200)
})

const publish = operation({
  operationId: 'publishCorrection',
  may: 'handleCorrections',
  method: 'post',
  path: '/corrections/{id}/publish',
  summary: 'Publish an approved correction for good, and mend the text where it has a replacement',
  request: { params: idOf('correction'), ...jsonBody(correctionStep) },
  responses: after,
})

corrections.openapi(publish, async (c) => {
  const { id } = c.req.valid('param')
  await publishCorrection(c.var.actor, { id, ...c.req.valid('json') })
  return c.json(await getCorrection(c.var.actor, id), 200)
})

const second = operation({
  operationId: 'secondCorrection',
  may: 'secondCorrection',
  method: 'post',
  path: '/corrections/{id}/second',
  summary: 'Approve as the second person that a serious correction and a retraction need',
  request: { params: idOf('correction'), ...jsonBody(correctionStep) },
  responses: after,
})

corrections.openapi(second, async (c) => {
  const { id } = c.req.valid('param')
  await secondCorrection(c.var.actor, { id, ...c.req.valid('json') })
  return c.json(await getCorrection(c.var.actor, id), 200)
})

const amend = operation({
  operationId: 'amendCorrection',
  may: 'handleCorrections',
  method: 'post',
  path: '/corrections/{id}/amend',
  summary:
    'Change what readers were told; a serious one, a retraction and a milder kind wait for a second person',
  request: { params: idOf('correction'), ...jsonBody(amendment) },
  responses: after,
})

corrections.openapi(amend, async (c) => {
  const { id } = c.req.valid('param')
  await amendCorrection(c.var.actor, { id, ...c.req.valid('json') })
  return c.json(await getCorrection(c.var.actor, id), 200)
})

const approveProposed = operation({
  operationId: 'approveAmendment',
  may: 'handleCorrections',
  method: 'post',
  path: '/corrections/{id}/amendment/approve',
  summary: 'Approve the proposed amendment as a second person: readers see it from then on',
  request: { params: idOf('correction'), ...jsonBody(correctionStep) },
  responses: after,
})

corrections.openapi(approveProposed, async (c) => {
  const { id } = c.req.valid('param')
  await approveAmendment(c.var.actor, { id, ...c.req.valid('json') })
  return c.json(await getCorrection(c.var.actor, id), 200)
})

const refuseProposed = operation({
  operationId: 'refuseAmendment',
  may: 'handleCorrections',
  method: 'post',
  path: '/corrections/{id}/amendment/refuse',
  summary: 'Refuse the proposed amendment as a second person, with a reason',
  request: { params: idOf('correction'), ...jsonBody(refusal) },
  responses: after,
})

corrections.openapi(refuseProposed, async (c) => {
  const { id } = c.req.valid('param')
  await refuseAmendment(c.var.actor, { id, ...c.req.valid('json') })
  return c.json(await getCorrection(c.var.actor, id), 200)
})

const withdrawProposed = operation({
  operationId: 'withdrawAmendment',
  may: 'handleCorrections',
  method: 'post',
  path: '/corrections/{id}/amendment/withdraw',
  summary: 'Take one’s own proposed amendment back',
  request: { params: idOf('correction'), ...jsonBody(correctionStep) },
  responses: after,
})

corrections.openapi(withdrawProposed, async (c) => {
  const { id } = c.req.valid('param')
  await withdrawAmendment(c.var.actor, { id, ...c.req.valid('json') })
  return c.json(await getCorrection(c.var.actor, id), 200)
})

const ripplesOf = operation({
  operationId: 'listRipples',
  may: 'readCorrections',
  method: 'get',
  path: '/corrections/{id}/ripples',
  summary: 'Where other articles say the same, and what was decided about each place',
  request: { params: idOf('correction') },
  responses: { 200: json(ripples, 'The places, the likest first.'), ...refusals(401, 404) },
})

corrections.openapi(ripplesOf, async (c) =>
  c.json({ items: await listRipples(c.var.actor, c.req.valid('param').id) }, 200),
)

const decide = operation({
  operationId: 'decideRipple',
  may: 'handleCorrections',
  method: 'patch',
  path: '/ripples/{id}',
  summary: 'Open a correction at a place that says the same, or say why it is not affected',
  request: { params: idOf('ripple'), ...jsonBody(rippleDecision) },
  responses: { 200: json(ripple, 'The place after it.'), ...refusals(...WRITE_REFUSALS) },
})

corrections.openapi(decide, async (c) => {
  const { id } = c.req.valid('param')
  const wanted = c.req.valid('json')
  if (wanted.state === 'opened') await openRipple(c.var.actor, { id })
  else await dismissRipple(c.var.actor, { id, why: wanted.why })
  return c.json(await getRipple(c.var.actor, id), 200)
})
