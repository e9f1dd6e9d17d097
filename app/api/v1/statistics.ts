import { z } from '@hono/zod-openapi'
import { statisticsFileSchema, statisticsParamsSchema } from '@/domain/statistics/params'
import { checkerFiguresFor, getStatistics, listCheckerFigures } from '@/domain/statistics/queries'
import { checkerFigures, statistics as shape } from '@/domain/statistics/shape'
import { contentDisposition } from '@/text/file-name'
import { statisticsCsv } from '@/printing/statistics-csv'
import { operation } from './operation'
import { newRouter } from './router'
import { json, refusals } from './shapes'

export const statistics = newRouter()

const request = { query: statisticsParamsSchema }

const read = operation({
  operationId: 'getStatistics',
  may: 'readStatistics',
  method: 'get',
  path: '/corrections/statistics',
  summary: 'Figures of corrections and checks in a period, beside those of the period before',
  request,
  responses: { 200: json(shape, 'The figures.'), ...refusals(400, 401) },
})

statistics.openapi(read, async (c) => c.json(await getStatistics(c.var.actor, c.req.valid('query')), 200))

const csv = operation({
  operationId: 'downloadStatistics',
  may: 'readStatistics',
  method: 'get',
  path: '/corrections/statistics.csv',
  summary: 'The same as CSV, one row a figure; with people by name for editors',
  request: { query: statisticsFileSchema },
  responses: {
    200: { description: 'The figures.', content: { 'text/csv': { schema: z.string() } } },
    ...refusals(400, 401),
  },
})

statistics.openapi(csv, async (c): Promise<Response> => {
  const { separator, ...params } = c.req.valid('query')
  const [found, checkers] = await Promise.all([
    getStatistics(c.var.actor, params),
    checkerFiguresFor(c.var.actor, params),
  ])
  const { body, contentType, fileName } = statisticsCsv(found, checkers, { separator })
  return c.body(body, 200, {
    'content-type': contentType,
    'content-disposition': contentDisposition(fileName, 'attachment'),
  })
})

const checkers = z.object({ items: z.array(checkerFigures) }).openapi('CheckerFigures')

const people = operation({
  operationId: 'listCheckerFigures',
  may: 'readCheckerFigures',
  method: 'get',
  path: '/corrections/statistics/checkers',
  summary: 'How many claims each person reviewed in a period, in the order of their names; for editors',
  request,
  responses: { 200: json(checkers, 'The people.'), ...refusals(400, 401, 403) },
})

statistics.openapi(people, async (c) =>
  c.json({ items: await listCheckerFigures(c.var.actor, c.req.valid('query')) }, 200),
)
