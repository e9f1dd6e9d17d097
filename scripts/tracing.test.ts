import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, it } from 'vitest'
import { settings } from '@/services/settings'
import { startTracing } from '@/services/tracing'
import { makeArticle, makeUser } from '@/tests/factories'
import { answering } from './answer'

type Span = {
  name: string
  traceId: string
  spanId: string
  parentSpanId?: string
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[]
}

const ends: (() => void)[] = []
afterAll(() => ends.splice(0).forEach((end) => end()))

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A collector on this machine, with everything that it was sent. */
async function collector() {
  const spans: Span[] = []
  let text = ''
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      text += body
      const { resourceSpans } = JSON.parse(body) as {
        resourceSpans: { scopeSpans: { spans: Span[] }[] }[]
      }
      for (const one of resourceSpans) for (const scope of one.scopeSpans) spans.push(...scope.spans)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  return { url: await listening(server), spans, text: () => text }
}

const TRACE = '0af7651916cd43dd8448eb211c80319c'

it('are none unless a setting names a collector', async () => {
  expect(await startTracing({ NODE_ENV: 'test' })).toBeNull()
})

it('tell of a request and its queries, joined to the trace of a trusted proxy, without ids or values', async () => {
  const { url: endpoint, spans, text } = await collector()
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = endpoint
  const tracing = await startTracing()
  const answer = answering({ ...settings(), trustedProxies: 1 })
  const desk = await listening(createServer((request, response) => answer(request, response, async () => {})))
  const { actor, token } = await makeUser({ role: 'editor' })
  const article = await makeArticle(actor)
  const headers = { authorization: `Bearer ${token}`, traceparent: `00-${TRACE}-b7ad6b7169203331-01` }
  const answered = await fetch(`${desk}/api/v1/articles/${article.id}`, { headers })
  expect(answered.status).toBe(200)
  await answered.text()
  await tracing?.stop()
  const request = spans.find(({ name }) => name === 'GET /api/v1/articles/:id')
  expect(request).toMatchObject({ traceId: TRACE, parentSpanId: 'b7ad6b7169203331' })
  const told = Object.fromEntries((request?.attributes ?? []).map(({ key, value }) => [key, value]))
  expect(told['http.response.status_code']).toEqual({ intValue: 200 })
  expect(told['factdesk.request_id']?.stringValue).toBe(answered.headers.get('x-request-id'))
  const queries = spans.filter(({ name, traceId }) => name === 'query select' && traceId === TRACE)
  expect(queries.length).toBeGreaterThan(0)
  expect(queries.every(({ parentSpanId }) => parentSpanId === request?.spanId)).toBe(true)
  expect(text()).toContain('"factdesk"')
  for (const secret of [article.id, token, actor.name, article.title]) expect(text()).not.toContain(secret)
})
