import type { IncomingMessage, ServerResponse } from 'node:http'
import { Slots } from '@/prisma/slots'

type Limits = {
  /** How many reads are worked on at once. */
  running: number
  /** How many may wait for their turn, and for how long. */
  waiting: number
  patienceMs: number
  /** Who takes longer waits for something else, such as a print, and keeps nobody out. */
  heldMs: number
}

/**
 * Twice the connections of the pages: more would only wait for each other, and while they do, Node accepts new
 * connections too slowly to tell anybody to come back.
 */
export const READS: Limits = { running: 24, waiting: 200, patienceMs: 8_000, heldMs: 5_000 }

/** These cost little, or last as long as their reader wants. */
const APART = /^\/(?:_next\/|icon\.svg|metrics|api\/v1\/(?:health\/|live(?:[/?]|$)))/

const isRead = ({ method, url }: Pick<IncomingMessage, 'method' | 'url'>) =>
  (method === 'GET' || method === 'HEAD') && !APART.test(url ?? '')

/**
 * Lets reads in as far as the desk can work on them, and turns away at once those that would wait for too long. Writes
 * have a line of their own, and large bodies a gate.
 * @returns a function that waits for its turn and tells whether a request may go on
 */
export function readersAtOnce({ running, waiting, patienceMs, heldMs }: Limits = READS) {
  const slots = new Slots(running)
  return async (
    request: Pick<IncomingMessage, 'method' | 'url'>,
    response: ServerResponse,
  ): Promise<boolean> => {
    if (!isRead(request)) return true
    if (slots.isFull && slots.queue >= waiting) return false
    const leave = await slots.take(patienceMs).catch(() => null)
    if (!leave) return false
    if (response.destroyed) {
      leave()
      return false
    }
    const timer = setTimeout(leave, heldMs).unref()
    response.once('close', () => {
      clearTimeout(timer)
      leave()
    })
    // A reader who takes an answer slowly keeps nobody out.
    const end = response.end.bind(response) as (...given: unknown[]) => ServerResponse
    response.end = (...given: unknown[]) => {
      leave()
      return end(...given)
    }
    return true
  }
}
