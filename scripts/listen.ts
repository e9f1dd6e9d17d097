import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import next from 'next'
import { api } from '@/app/api/v1/app'
import type { Settings } from '@/services/settings'
import { isReadable } from './readable'

const DRAIN_MS = 5_000

function refuse(response: ServerResponse) {
  response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' })
  response.end('Bad request\n')
}

/**
 * Serves the pages and, before they are asked, the HTTP API: one process, one port.
 * @returns what stops it: no new requests, those under way get a few seconds
 * @throws EADDRINUSE when the port is taken
 */
export async function listen({ port, host }: Settings): Promise<() => Promise<void>> {
  const callApi = getRequestListener(api.fetch)
  let callPages: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | null = null
  const server = createServer((request, response) => {
    if (!isReadable(request)) return refuse(response)
    if (/^\/api\/v1(\/|\?|$)/.test(request.url ?? '')) return void callApi(request, response)
    if (callPages) return void callPages(request, response)
    response.writeHead(503, { 'retry-after': '1' }).end()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const app = next({ dev: false, dir: process.cwd(), hostname: host, port })
  await app.prepare()
  callPages = app.getRequestHandler()
  return async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref()
    await closed
  }
}
