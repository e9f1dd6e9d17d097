import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isPublic } from '@/text/public-address'
import { OutboundRefusal } from './refusal'

export type ReachOptions = {
  /** Also allows addresses of a private network, for newsrooms whose programs run there. */
  allowPrivate: boolean
  /** All addresses of a name; the system's resolver by default. */
  resolve?: (host: string) => Promise<string[]>
}

/**
 * The addresses of a host that a connection may go to.
 * @throws OutboundRefusal `address_refused` when any of them is not public and private ones are not allowed;
 * `unreachable` when there is none; and the resolver's own error for an unknown name
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

/** Rejects when the time is over, for work that ignores an abort signal. */
export function timeOver(signal: AbortSignal): Promise<never> {
  const over = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('out of time')), { once: true })
  })
  over.catch(() => undefined)
  return over
}
