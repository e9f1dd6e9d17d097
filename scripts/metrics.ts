import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { log } from '@/services/log'
import type { Settings } from '@/services/settings'
import { observeDesk } from './metrics-of-desk'
import { deskRoutes } from './desk-routes'

const ADDRESS = /^\/metrics(?:\?|$)/
/** In seconds: from a cached read to the limit of a query. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

export type Metrics = {
  /** Counts a request under its pattern once its answer is over. */
  measure: (request: IncomingMessage, response: ServerResponse) => void
  areAskedFor: (request: IncomingMessage) => boolean
  answer: (request: IncomingMessage, response: ServerResponse) => void
}

const digestOf = (text: string) => createHash('sha256').update(text).digest()

/** Compares in a time that tells nothing about the token. */
const shows = ({ headers }: IncomingMessage, token: string) =>
  timingSafeEqual(digestOf(headers.authorization ?? ''), digestOf(`Bearer ${token}`))

function measuring(registry: Registry) {
  const patternOf = deskRoutes()
  const durations = new Histogram({
    name: 'factdesk_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer; a status of 0 was cut off. Streams of changes are left out.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: BUCKETS,
    registers: [registry],
  })
  const underWay = new Gauge({
    name: 'factdesk_http_requests_under_way',
    help: 'Requests that are being answered, streams of changes included.',
    registers: [registry],
  })
  return (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '' } = request
    const ended = durations.startTimer()
    underWay.inc()
    response.once('close', () => {
      underWay.dec()
      if (String(response.getHeader('content-type')).startsWith('text/event-stream')) return
      ended({ method, route: patternOf(url), status: response.writableFinished ? response.statusCode : 0 })
    })
  }
}

/** What the desk tells a Prometheus server; null unless a setting gives the token that it has to show. */
export function openMetrics({ metricsToken }: Pick<Settings, 'metricsToken'>): Metrics | null {
  if (metricsToken === undefined) return null
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  observeDesk(registry)
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
    if (!shows(request, metricsToken))
      return void response.writeHead(401, { ...headers, 'www-authenticate': 'Bearer' }).end()
    const text = await registry.metrics()
    response.writeHead(200, { ...headers, 'content-type': registry.contentType })
    response.end(request.method === 'HEAD' ? undefined : text)
  }
  return {
    measure: measuring(registry),
    areAskedFor: ({ url, method }) => (method === 'GET' || method === 'HEAD') && ADDRESS.test(url ?? ''),
    answer: (request, response) =>
      void answer(request, response).catch((error: unknown) => {
        log.error({ err: error }, 'The metrics could not be told')
        response.destroy()
      }),
  }
}
