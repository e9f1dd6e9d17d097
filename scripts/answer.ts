import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { api } from '@/app/api/v1/app'
import { asRequest, databaseAway } from '@/prisma/availability'
import { log } from '@/services/log'
import { asRequestWithId, REQUEST_ID_HEADER, requestIdFrom } from '@/services/request-id'
import { SENDER_HEADER, senderOf } from '@/services/sender'
import type { Settings } from '@/services/settings'
import { readersAtOnce } from './capacity'
import { mayEnter } from './entrance'
import {
  askPages,
  isForApi,
  keepNonceOnce,
  keepSecure,
  leaveOutReturnCookie,
  refusalOf,
  standAtPublicAddress,
} from './head'
import { deskRoutes } from './desk-routes'
import { openMetrics } from './metrics'
import { readPageBody } from './page-body'
import { answerAsSpan } from './request-span'
import { refuse } from './refuse'
import { answerWaiting, turnFaultsIntoWaiting } from './waiting'

/** Build files, next-auth and form actions are not pages: each answers its own trouble. */
const isForAPage = ({ url, headers }: IncomingMessage) =>
  !/^\/(_next|api)\/|^\/icon\.svg/.test(url ?? '') && headers['next-action'] === undefined

export type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Answers a request; `pages` is null until the desk is ready. */
export type Answer = (request: IncomingMessage, response: ServerResponse, pages: Pages | null) => void

function say(response: ServerResponse, status: number, text: string) {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
}

/** Runs the limits and refusals first, then the HTTP API, then the pages. */
export function answering(config: Settings): Answer {
  const { publicUrl, isBehindProxy, trustedProxies } = config
  const callApi = getRequestListener(api.fetch)
  const metrics = openMetrics(config)
  const mayRead = readersAtOnce()
  const address = isBehindProxy ? publicUrl : null
  const answer: Answer = (request, response, pages) => {
    keepSecure(response, address)
    keepNonceOnce(response)
    request.headers[SENDER_HEADER] = senderOf(
      request.socket.remoteAddress,
      request.headers['x-forwarded-for']?.toString(),
      trustedProxies,
    )
    const refusal = refusalOf(request, address)
    if (refusal) return refuse(request, response, refusal)
    if (metrics?.areAskedFor(request)) return metrics.answer(request, response)
    if (!pages) return answerWaiting(request, response, 'starting')
    standAtPublicAddress(request.headers, address)
    leaveOutReturnCookie(request.headers)
    const isApi = isForApi(request.url ?? '')
    const away = databaseAway()
    if (!isApi && away && isForAPage(request)) return answerWaiting(request, response, away)
    const called = asRequest(async (met) => {
      if (!(await mayRead(request, response))) return answerWaiting(request, response, 'busy')
      if (isApi) return callApi(request, response)
      if (!(await mayEnter(request, response))) return
      turnFaultsIntoWaiting(request, response, met)
      const read = await readPageBody(request, response)
      if (read) await askPages(read, response, () => pages(read, response))
    })
    void Promise.resolve(called).catch((error: unknown) => {
      log.error({ err: error }, 'A request failed')
      say(response, 500, 'Internal error')
    })
  }
  return (request, response, pages) => {
    const id = requestIdFrom(request.headers[REQUEST_ID_HEADER]?.toString(), trustedProxies)
    request.headers[REQUEST_ID_HEADER] = id
    response.setHeader(REQUEST_ID_HEADER, id)
    metrics?.measure(request, response)
    asRequestWithId(id, () =>
      answerAsSpan(
        request,
        response,
        { id, trustedProxies, route: () => deskRoutes()(request.url ?? '') },
        () => answer(request, response, pages),
      ),
    )
  }
}
