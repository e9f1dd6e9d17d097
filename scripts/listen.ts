import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import next from 'next'
import { api } from '@/app/api/v1/app'
import { asRequest, databaseAway } from '@/prisma/availability'
import { log } from '@/services/log'
import { SENDER_HEADER, senderOf } from '@/services/sender'
import type { Settings } from '@/services/settings'
import { drained } from './drain'
import { mayEnter } from './entrance'
import {
  askPages,
  isForApi,
  keepNonceOnce,
  keepSecure,
  leaveOutReturnCookie,
  refusalOf,
  refuseUpgrades,
  standAtPublicAddress,
} from './head'
import { readPageBody } from './page-body'
import { refuse } from './refuse'
import { answerWaiting, turnFaultsIntoWaiting } from './waiting'

/** How long requests under way may still take when the desk stops. */
const DRAIN_MS = 5_000

/** Files of the build, next-auth and actions of forms need no page: each of them says itself what it lacks. */
const isForAPage = ({ url, headers }: IncomingMessage) =>
  !/^\/(_next|api)\/|^\/icon\.svg/.test(url ?? '') && headers['next-action'] === undefined

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export type Doors = {
  /** Begins to answer. Until then everybody is asked to come back, so that nobody meets half a desk. */
  open: () => Promise<void>
  /** Takes no new requests; those under way get a few seconds. A second time it waits for the first. */
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
export async function listen(config: Settings): Promise<Doors> {
  const { port, host, publicUrl, isBehindProxy, trustedProxies } = config
  const callApi = getRequestListener(api.fetch)
  const address = isBehindProxy ? publicUrl : null
  let callPages: Handler | null = null
  const server = createServer((request, response) => {
    keepSecure(response, address)
    keepNonceOnce(response)
    request.headers[SENDER_HEADER] = senderOf(
      request.socket.remoteAddress,
      request.headers['x-forwarded-for']?.toString(),
      trustedProxies,
    )
    const refusal = refusalOf(request, address)
    if (refusal) return refuse(request, response, refusal)
    const pages = callPages
    if (!pages) return answerWaiting(request, response, 'starting')
    standAtPublicAddress(request.headers, address)
    leaveOutReturnCookie(request.headers)
    const isApi = isForApi(request.url ?? '')
    const away = databaseAway()
    if (!isApi && away && isForAPage(request)) return answerWaiting(request, response, away)
    const called = asRequest(async (met) => {
      if (isApi) return callApi(request, response)
      if (!(await mayEnter(request, response))) return
      turnFaultsIntoWaiting(request, response, met)
      const read = await readPageBody(request, response)
      if (read) await askPages(read, response, () => pages(read, response))
    })
    void Promise.resolve(called).catch((error: unknown) => {
      log.error({ err: error }, 'A request failed')
      answer(response, 500, 'Internal error')
    })
  })
  refuseUpgrades(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    open: async () => {
      const app = next({ dev: false, dir: process.cwd(), hostname: host, port })
      await app.prepare()
      callPages = app.getRequestHandler()
    },
    close: drained(server, DRAIN_MS),
  }
}
