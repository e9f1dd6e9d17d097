import { getMyWork } from '@/domain/work/queries'
import { myWork } from '@/domain/work/shape'
import { operation } from './operation'
import { newRouter } from './router'
import { json, refusals } from './shapes'

export const work = newRouter()

const mine = operation({
  operationId: 'getMyWork',
  may: 'readClaims',
  method: 'get',
  path: '/me/work',
  summary: 'What waits for the holder of the token; for editors also the workload of people and articles',
  responses: { 200: json(myWork, 'The lists, each with its count and its first items.'), ...refusals(401) },
})

work.openapi(mine, async (c) => c.json(await getMyWork(c.var.actor), 200))
