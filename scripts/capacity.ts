import type { IncomingMessage, ServerResponse } from 'node:http'

/** How many reads may be answered at once: so many pages take a second each at most, and all of them a few. */
export const MOST_READS = 150

/** These cost little, or last as long as their reader wants. */
const APART = /^\/(?:_next\/|icon\.svg|metrics|api\/v1\/(?:health\/|live(?:[/?]|$)))/

const isRead = ({ method, url }: Pick<IncomingMessage, 'method' | 'url'>) =>
  (method === 'GET' || method === 'HEAD') && !APART.test(url ?? '')

/**
 * Turns readers away at once when so many are being answered that another would wait for long and make all others
 * wait. Writes have a line of their own, and large bodies a gate.
 * @returns a function that tells whether a request may go on
 */
export function readersAtOnce(most = MOST_READS) {
  let underWay = 0
  return (request: Pick<IncomingMessage, 'method' | 'url'>, response: ServerResponse): boolean => {
    if (!isRead(request)) return true
    if (underWay >= most) return false
    underWay += 1
    let inside = true
    const leave = () => {
      if (inside) underWay -= 1
      inside = false
    }
    // A reader who takes an answer slowly keeps nobody else out.
    const end = response.end.bind(response) as (...given: unknown[]) => ServerResponse
    response.end = (...given: unknown[]) => {
      leave()
      return end(...given)
    }
    response.once('close', leave)
    return true
  }
}
