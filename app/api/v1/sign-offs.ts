import { z } from '@hono/zod-openapi'
import type { ErrorKey } from '@/domain/errors'
import { getClaim } from '@/domain/claim/queries'
import { claim } from '@/domain/claim/shape'
import { openedSchema, signOffTogetherSchema, withdrawTogetherSchema } from '@/domain/sign-off/schema'
import { recordOpened } from '@/domain/reading/commands'
import { signOffTogether, withdrawTogether } from '@/domain/sign-off/together/commands'
import { signOffsOf } from '@/domain/sign-off/together/queries'
import { signOffBoard, togetherResult, type TogetherResult } from '@/domain/sign-off/shape'
import { preferredLocale } from '@/text/locale'
import { sentencesIn } from '@/app/sentences'
import { operation } from './operation'
import { newRouter } from './router'
import { idOf, json, jsonBody, refusals, WRITE_REFUSALS } from './shapes'

export const signOffs = newRouter()

const results = z
  .object({ items: z.array(togetherResult.extend({ message: z.string().nullable() })) })
  .openapi('SignOffResults')

/** The results with a sentence for each reason, in the reader's language. */
function inWords({ items }: { items: TogetherResult[] }, language: string | undefined) {
  const sentence = sentencesIn(preferredLocale(language))
  const told = (key: string | null) => (key === null ? null : sentence(key as ErrorKey))
  return { items: items.map((item) => ({ ...item, message: told(item.refusal) })) }
}

const board = operation({
  operationId: 'listSignOffs',
  may: 'signOffClaim',
  method: 'get',
  path: '/articles/{id}/sign-offs',
  summary:
    'The claims of an article that wait for a second person, and what each lacks to be signed off by the reader',
  request: { params: idOf('article') },
  responses: {
    200: json(signOffBoard, 'The claims in the order of their numbers.'),
    ...refusals(401, 403, 404),
  },
})

signOffs.openapi(board, async (c) => c.json(await signOffsOf(c.var.actor, c.req.valid('param').id), 200))

const opened = operation({
  operationId: 'recordOpenedClaim',
  may: 'signOffClaim',
  method: 'post',
  path: '/claims/{id}/opened',
  summary: 'Say that a person has a claim before them, as it is under this digest',
  request: { params: idOf('claim'), ...jsonBody(openedSchema.omit({ id: true }).strict()) },
  responses: {
    200: json(claim, 'The claim now. With another digest nothing was recorded.'),
    ...refusals(...WRITE_REFUSALS),
  },
})

signOffs.openapi(opened, async (c) => {
  const { id } = c.req.valid('param')
  await recordOpened(c.var.actor, { id, ...c.req.valid('json') })
  return c.json(await getClaim(c.var.actor, id), 200)
})

const together = operation({
  operationId: 'signOffTogether',
  may: 'signOffClaim',
  method: 'post',
  path: '/claims/sign-off',
  summary: 'Sign off many claims that a person has opened, each as it was before them',
  request: jsonBody(signOffTogetherSchema.strict()),
  responses: { 200: json(results, 'What became of each claim.'), ...refusals(...WRITE_REFUSALS) },
})

signOffs.openapi(together, async (c) => {
  const done = await signOffTogether(c.var.actor, c.req.valid('json'))
  return c.json(inWords(done, c.req.header('accept-language')), 200)
})

const undo = operation({
  operationId: 'withdrawTogether',
  may: 'signOffClaim',
  method: 'post',
  path: '/claims/sign-off/undo',
  summary: 'Take many sign-offs back, each unless its verdict was changed since',
  request: jsonBody(withdrawTogetherSchema.strict()),
  responses: { 200: json(results, 'What became of each claim.'), ...refusals(...WRITE_REFUSALS) },
})

signOffs.openapi(undo, async (c) => {
  const done = await withdrawTogether(c.var.actor, c.req.valid('json'))
  return c.json(inWords(done, c.req.header('accept-language')), 200)
})
