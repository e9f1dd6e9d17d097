import { z } from '@hono/zod-openapi'
import { readiness } from '@/services/health'
import { operation } from './operation'
import { newRouter } from './router'
import { json } from './shapes'

export const health = newRouter()

const live = operation({
  operationId: 'getLiveness',
  may: 'anybody',
  method: 'get',
  path: '/health/live',
  summary: 'The process answers',
  responses: { 200: json(z.object({ status: z.literal('ok') }), 'It does.') },
})

health.openapi(live, (c) => c.json({ status: 'ok' } as const, 200))

const ready = z
  .object({
    staying: z.boolean().openapi({ description: 'The desk was not told to stop.' }),
    database: z.boolean().openapi({ description: 'The database can be reached.' }),
    migrations: z.boolean().openapi({ description: 'Every migration is applied.' }),
    arabicSearch: z.boolean().openapi({ description: 'Text search sees Arabic letters.' }),
  })
  .openapi('Readiness')

const readyRoute = operation({
  operationId: 'getReadiness',
  may: 'anybody',
  method: 'get',
  path: '/health/ready',
  summary: 'The desk can do its work',
  responses: { 200: json(ready, 'It can.'), 503: json(ready, 'It cannot; what is false says why.') },
})

health.openapi(readyRoute, async (c) => {
  const state = await readiness()
  return c.json(state, Object.values(state).every(Boolean) ? 200 : 503)
})
