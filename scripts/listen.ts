import { createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import next from 'next'
import type { Settings } from '@/services/settings'
import type { Answer, Pages } from './answer'
import { drained } from './drain'
import { refuseTunnel, refuseUpgrade } from './head'

/** How long open requests may still take when the desk stops. */
const DRAIN_MS = 15_000
/** How many connections may arrive in one moment. The system drops others, and they try again after seconds, unseen. */
const MOST_ARRIVING = 4_096
/** The address at which a browser hears of changed code during development. */
const CHANGES = /^\/_next\/hmr/

export type Doors = {
  /** Starts to answer. Until then, every client is told to come back, so that nobody meets a half-started desk. */
  open: () => Promise<void>
  /** Takes no new requests; open requests get a few seconds. A second call waits for the first. */
  close: () => Promise<void>
}

/**
 * Listens on one port in one process, for the HTTP API first and then for the pages.
 * @param dev whether pages follow their code and tell their readers
 * @throws EADDRINUSE when the port is taken
 */
export async function listen({ port, host }: Settings, answer: Answer, dev = false): Promise<Doors> {
  let callPages: Pages | null = null
  const server = createServer((request, response) => answer(request, response, callPages))
  const told = new Set<Duplex>()
  server.on('connect', (_request, socket) => refuseTunnel(socket))
  server.on('upgrade', ({ url = '' }, socket) => {
    // Next listens for these itself.
    if (dev && CHANGES.test(url)) told.add(socket)
    else refuseUpgrade(socket)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host, backlog: MOST_ARRIVING }, resolve)
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
