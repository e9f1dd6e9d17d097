import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isPublic } from '@/text/public-address'
import { OutboundRefusal } from './refusal'

export type ReachOptions = {
  /** Also addresses of one's own network, for newsrooms whose programs are there. */
  allowPrivate: boolean
  /** All addresses of a name; the system's resolver when not given. */
  resolve?: (host: string) => Promise<string[]>
}

/**
 * The addresses of a host that a connection may go to.
 * @throws OutboundRefusal `address_refused` as soon as one of them is not of the public network, unless that is allowed;
 * `unreachable` where there is none; what the resolver throws for a name that nobody knows
 */
export async function allowedAddresses(host: string, options: ReachOptions): Promise<string[]> {
  const found = isIP(host) === 0 ? await (options.resolve ?? resolved)(host) : [host]
  if (!options.allowPrivate && !found.every(isPublic)) throw new OutboundRefusal('address_refused')
  if (found.length === 0) throw new OutboundRefusal('unreachable')
  return found
}

async function resolved(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address)
}

/** Fails when the time is over, for work that heeds no signal. */
export function timeOver(signal: AbortSignal): Promise<never> {
  const over = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('out of time')), { once: true })
  })
  over.catch(() => undefined)
  return over
}
