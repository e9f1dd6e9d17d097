import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { newsroom, tally, underLoad } from '../attacks/after-crash/load'
import { atMost, exactly, ONE_PROXY, startDesk } from '../attacks/attack'
import type { Fault } from './parts/fault'

const IDLE = 100
const SLOW = 100
const LOOK_MS = 15_000
/** How long a sender of one byte a second may hold a connection before its headers are complete. */
const SLOW_BOUND_S = 90

const fault: Fault = {
  about: `${IDLE} connections say nothing and ${SLOW} send a byte a second, while people work.`,
  async run() {
    const desk = await startDesk({ ...ONE_PROXY, LOG_LEVEL: 'error' })
    const port = Number(new URL(desk.url).port)
    const cookie = await desk.signIn('editor')
    const sockets: Socket[] = []
    let closed = 0
    const open = () => {
      const socket = connect(port, '127.0.0.1')
        .on('error', () => undefined)
        .on('close', () => (closed += 1))
      socket.resume()
      sockets.push(socket)
      return socket
    }
    const drips: NodeJS.Timeout[] = []
    try {
      const people = newsroom(desk, cookie)
      const before = await underLoad(desk.url, people, () => pause(5_000))
      for (let n = 0; n < IDLE; n += 1) open()
      for (let n = 0; n < SLOW; n += 1) {
        const socket = open()
        socket.write('GET /api/v1/claims HTTP/1.1\r\nhost: desk\r\nx-slow: ')
        drips.push(setInterval(() => socket.writable && socket.write('a'), 1_000))
      }
      const during = await underLoad(desk.url, people, () => pause(LOOK_MS))
      const from = Date.now()
      while (closed < IDLE + SLOW && Date.now() - from < SLOW_BOUND_S * 1_000) await pause(250)
      const longest = (answers: { tookMs: number }[]) => Math.max(0, ...answers.map(({ tookMs }) => tookMs))
      const wrong = during.filter(({ status }) => status === 0 || status >= 500)
      return [
        exactly(
          `${IDLE + SLOW} idle and slow connections: answers broken among ${tally(during)}`,
          wrong.length,
          0,
        ),
        atMost(
          `… the longest answer (before: ${longest(before)} ms)`,
          longest(during),
          longest(before) + 3_000,
          'ms',
        ),
        exactly(`… connections that the desk has ended within ${SLOW_BOUND_S} s`, closed, IDLE + SLOW),
      ]
    } finally {
      for (const drip of drips) clearInterval(drip)
      for (const socket of sockets) socket.destroy()
      await desk.stop()
    }
  },
}

export default fault
