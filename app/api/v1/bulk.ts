import { beginBulkChange, continueBulkChange, undoBulkChange } from '@/domain/bulk/commands'
import { getBulkChange } from '@/domain/bulk/queries'
import type { ErrorKey } from '@/domain/errors'
import type { Actor } from '@/domain/user/policy'
import { preferredLocale } from '@/text/locale'
import { sentencesIn } from '@/app/sentences'
import { bulkChangeResult, newBulkChange } from './bulk-shapes'
import { operation } from './operation'
import { newRouter } from './router'
import { idempotencyHeader, idOf, json, jsonBody, refusals, requestKey, WRITE_REFUSALS } from './shapes'

export const bulk = newRouter()

/** The result with a sentence for each reason, in the reader's language. */
async function inWords(actor: Actor, id: string, language: string | undefined) {
  const sentence = sentencesIn(preferredLocale(language))
  const told = (key: string | null) => (key === null ? null : sentence(key as ErrorKey))
  const { items, ...result } = await getBulkChange(actor, id)
  return {
    ...result,
    items: items.map((item) => ({
      ...item,
      message: told(item.refusal),
      undoMessage: told(item.undoRefusal),
    })),
  }
}

const change = operation({
  operationId: 'changeClaimsTogether',
  may: ['reviewClaim', 'planClaim', 'assignWork'],
  method: 'post',
  path: '/claims/bulk',
  summary: 'Change many claims: named ones or all that a filter selects, each under its own rules',
  request: { headers: idempotencyHeader, ...jsonBody(newBulkChange) },
  responses: {
    200: json(bulkChangeResult, 'What became of each claim.'),
    ...refusals(...WRITE_REFUSALS, 409),
  },
})

bulk.openapi(change, async (c) => {
  const { actor } = c.var
  const { id } = await beginBulkChange(actor, {
    ...c.req.valid('json'),
    requestKey: requestKey('claims/bulk', c.req.valid('header')),
  })
  while ((await continueBulkChange(actor, { id })).more);
  return c.json(await inWords(actor, id, c.req.header('accept-language')), 200)
})

const undo = operation({
  operationId: 'undoClaimsTogether',
  may: ['reviewClaim', 'planClaim', 'assignWork'],
  method: 'post',
  path: '/claims/bulk/{id}/undo',
  summary: 'Give the claims of a bulk change their earlier values, each unless somebody changed it since',
  request: { params: idOf('bulk change') },
  responses: {
    200: json(bulkChangeResult, 'What became of each claim.'),
    ...refusals(400, 401, 403, 404, 503),
  },
})

bulk.openapi(undo, async (c) => {
  const { actor } = c.var
  const { id } = c.req.valid('param')
  while ((await undoBulkChange(actor, { id })).more);
  return c.json(await inWords(actor, id, c.req.header('accept-language')), 200)
})
