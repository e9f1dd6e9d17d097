import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import next from 'next'
import { api } from '@/app/api/v1/app'
import { log } from '@/services/log'
import { SENDER_HEADER, senderOf } from '@/services/sender'
import type { Settings } from '@/services/settings'
import { throughDoor } from './door'
import { isReadable } from './readable'

const DRAIN_MS = 5_000

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export type Doors = {
  /** Begins to answer. Until then everybody is asked to come back, so that nobody meets half a desk. */
  open: () => Promise<void>
  /** Takes no new requests; those under way get a few seconds. */
  close: () => Promise<void>
}

function answer(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
) {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(`${text}\n`)
}

/**
 * Takes the port for the pages and, before they are asked, the HTTP API: one process, one port.
 * @throws EADDRINUSE when the port is taken
 */
export async function listen({ port, host }: Settings): Promise<Doors> {
  const callApi = getRequestListener(api.fetch)
  let callPages: Handler | null = null
  const server = createServer((request, response) => {
    if (!isReadable(request)) return answer(response, 400, 'Bad request')
    if (!callPages) return answer(response, 503, 'Starting', { 'retry-after': '1' })
    request.headers[SENDER_HEADER] = senderOf(
      request.socket.remoteAddress,
      request.headers['x-forwarded-for']?.toString(),
    )
    const call = /^\/api\/v1(\/|\?|$)/.test(request.url ?? '') ? callApi : callPages
    void Promise.resolve(call(request, response)).catch((error: unknown) => {
      log.error({ err: error }, 'A request failed')
      answer(response, 500, 'Internal error')
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    open: async () => {
      const app = next({ dev: false, dir: process.cwd(), hostname: host, port })
      await app.prepare()
      const pages = app.getRequestHandler()
      callPages = async (request, response) => {
        const read = await throughDoor(request, response)
        if (read) await pages(read, response)
      }
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref()
      await closed
    },
  }
}
