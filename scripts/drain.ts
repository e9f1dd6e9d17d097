import type { Server, ServerResponse } from 'node:http'

/**
 * Lets a server end without turning anybody away in the middle: it takes no new connections, answers what was asked,
 * and tells every connection that this was its last answer.
 * @param boundMs when what is still under way is cut off
 * @returns ends the server; a second time it waits for the first
 */
export function drained(server: Server, boundMs: number): () => Promise<void> {
  const underWay = new Set<ServerResponse>()
  let closing: Promise<void> | undefined
  const last = (response: ServerResponse) => {
    response.shouldKeepAlive = false
    if (!response.headersSent) response.setHeader('connection', 'close')
  }
  server.prependListener('request', (_, response: ServerResponse) => {
    underWay.add(response)
    if (closing) last(response)
    response.once('close', () => {
      underWay.delete(response)
      if (closing) server.closeIdleConnections()
    })
  })
  return () =>
    (closing ??= new Promise((resolve) => {
      server.close(() => resolve())
      for (const response of underWay) last(response)
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), boundMs).unref()
    }))
}
