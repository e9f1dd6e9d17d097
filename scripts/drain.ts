import type { Server, ServerResponse } from 'node:http'

/**
 * Ends a server without cutting a request short: it takes no new connections, answers open requests, and tells every
 * connection that this answer is the last.
 * @param boundMs when open requests are cut off
 * @returns a function that ends the server; a second call waits for the first
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
