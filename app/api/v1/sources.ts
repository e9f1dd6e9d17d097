import { z } from '@hono/zod-openapi'
import { addSource, changeSource, removeSource } from '@/domain/source/commands'
import { getSource } from '@/domain/source/queries'
import { changeSourceSchema, newSourceSchema } from '@/domain/source/schema'
import { sourceOfClaim } from '@/domain/source/shape'
import { operation } from './operation'
import { newRouter } from './router'
import { idempotencyHeader, idOf, json, jsonBody, refusals, requestKey, WRITE_REFUSALS } from './shapes'

export const sources = newRouter()

const add = operation({
  operationId: 'addSource',
  may: 'editSources',
  method: 'post',
  path: '/claims/{id}/sources',
  summary: 'Add evidence to a claim',
  request: { params: idOf('claim'), headers: idempotencyHeader, ...jsonBody(newSourceSchema.strict()) },
  responses: { 201: json(sourceOfClaim, 'The source.'), ...refusals(...WRITE_REFUSALS) },
})

sources.openapi(add, async (c) => {
  const claimId = c.req.valid('param').id
  const id = await addSource(c.var.actor, {
    ...c.req.valid('json'),
    claimId,
    requestKey: requestKey(`source:${claimId}`, c.req.valid('header')),
  })
  c.header('location', `/api/v1/sources/${id}`)
  return c.json(await getSource(c.var.actor, id), 201)
})

const read = operation({
  operationId: 'getSource',
  may: 'readClaims',
  method: 'get',
  path: '/sources/{id}',
  summary: 'One source',
  request: { params: idOf('source') },
  responses: { 200: json(sourceOfClaim, 'The source.'), ...refusals(401, 404) },
})

sources.openapi(read, async (c) => c.json(await getSource(c.var.actor, c.req.valid('param').id), 200))

const change = operation({
  operationId: 'changeSource',
  may: 'editSources',
  method: 'patch',
  path: '/sources/{id}',
  summary: 'Change a source: only the fields that are given',
  request: { params: idOf('source'), ...jsonBody(changeSourceSchema.omit({ id: true }).strict()) },
  responses: {
    200: json(sourceOfClaim, 'The source after the change.'),
    ...refusals(...WRITE_REFUSALS, 409),
  },
})

sources.openapi(change, async (c) => {
  const { id } = c.req.valid('param')
  await changeSource(c.var.actor, { id, ...c.req.valid('json') })
  return c.json(await getSource(c.var.actor, id), 200)
})

const versionQuery = z.object({
  version: z
    .string()
    .max(20)
    .regex(/^\d{1,9}$/, 'wrongFormat')
    .transform(Number)
    .optional()
    .openapi({
      type: 'integer',
      minimum: 1,
      description: 'The version that was read; without it any is removed.',
    }),
})

const remove = operation({
  operationId: 'removeSource',
  may: 'editSources',
  method: 'delete',
  path: '/sources/{id}',
  summary: 'Take a source off its claim; removing it again changes nothing',
  request: { params: idOf('source'), query: versionQuery },
  responses: { 204: { description: 'It is removed.' }, ...refusals(400, 401, 403, 404, 409, 422) },
})

sources.openapi(remove, async (c) => {
  const { id } = c.req.valid('param')
  const { version } = c.req.valid('query')
  await removeSource(c.var.actor, { id, version })
  return c.body(null, 204)
})
