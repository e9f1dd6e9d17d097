import { createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import next from 'next'
import type { Settings } from '@/services/settings'
import type { Answer, Pages } from './answer'
import { drained } from './drain'
import { refuseUpgrade } from './head'

/** How long requests under way may still take when the desk stops. */
const DRAIN_MS = 5_000
/** Where a browser hears of changed code while the desk is worked on. */
const CHANGES = /^\/_next\/hmr/

export type Doors = {
  /** Begins to answer. Until then everybody is asked to come back, so that nobody meets half a desk. */
  open: () => Promise<void>
  /** Takes no new requests; those under way get a few seconds. A second time it waits for the first. */
  close: () => Promise<void>
}

/**
 * Takes the port for the pages and, before they are asked, the HTTP API: one process, one port.
 * @param dev whether pages are made anew as soon as their code changes, and their readers are told
 * @throws EADDRINUSE when the port is taken
 */
export async function listen({ port, host }: Settings, answer: Answer, dev = false): Promise<Doors> {
  let callPages: Pages | null = null
  const server = createServer((request, response) => answer(request, response, callPages))
  const told = new Set<Duplex>()
  server.on('upgrade', ({ url = '' }, socket) => {
    // Next listens for these itself.
    if (dev && CHANGES.test(url)) told.add(socket)
    else refuseUpgrade(socket)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const drain = drained(server, DRAIN_MS)
  return {
    open: async () => {
      const app = next({ dev, dir: process.cwd(), hostname: host, port })
      await app.prepare()
      callPages = app.getRequestHandler()
    },
    close: async () => {
      for (const socket of told) socket.destroy()
      await drain()
    },
  }
}
