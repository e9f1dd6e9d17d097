import type { Agent, IncomingMessage } from 'node:http'
import { now } from '@/services/clock'
import { hostOf } from '@/text/public-address'
import { allowedUrl } from './address-policy'
import { ask } from './download'
import { allowedAddresses, type ReachOptions, timeOver } from './reach'
import { OutboundRefusal } from './refusal'
import { signedHeaders, type Message } from './sign'

const TIMEOUT_MS = 10_000
const LOOKUP_MS = 3_000
/** Limit on the answer's body, which is read out of courtesy and not kept. */
const MAX_ANSWER_BYTES = 65_536

/** A status, or why there is none; `stopped` when the desk itself gave up. */
export type SendOutcome = number | 'address_refused' | 'timeout' | 'unreachable' | 'stopped'

export type SendOptions = ReachOptions & {
  agent?: Agent
  /** Aborts a running request. */
  stop?: AbortSignal
  milliseconds?: number
}

/**
 * Normalises an address that may be registered. An unresolved name is accepted, because each delivery resolves it
 * again.
 * @throws OutboundRefusal `address` when it is invalid, `address_refused` when it may not be requested
 */
export async function registrableUrl(address: string, options: ReachOptions): Promise<string> {
  const url = allowedUrl(address, options.allowPrivate)
  const over = timeOver(AbortSignal.timeout(LOOKUP_MS))
  await Promise.race([allowedAddresses(hostOf(url), options), over]).catch((error: unknown) => {
    if (error instanceof OutboundRefusal && error.code === 'address_refused') throw error
  })
  return url.href
}

/** Posts a signed message once. It follows no redirect, and the connection goes to an address checked just before. */
export async function sendSigned(
  { url: address, secret }: { url: string; secret: string },
  message: Message,
  options: SendOptions,
): Promise<SendOutcome> {
  const timeout = AbortSignal.timeout(options.milliseconds ?? TIMEOUT_MS)
  const signal = options.stop ? AbortSignal.any([timeout, options.stop]) : timeout
  try {
    const url = allowedUrl(address, options.allowPrivate)
    const addresses = await Promise.race([allowedAddresses(hostOf(url), options), timeOver(signal)])
    const headers = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(message.body)),
      'user-agent': 'Factdesk (webhooks)',
      ...signedHeaders(secret, message, now()),
    }
    const post = { headers, body: message.body }
    const response = await ask(url, addresses, { signal, agent: options.agent, post })
    await drain(response)
    return response.statusCode ?? 0
  } catch (error) {
    if (options.stop?.aborted) return 'stopped'
    if (timeout.aborted) return 'timeout'
    const refused = error instanceof OutboundRefusal && error.code !== 'unreachable'
    return refused ? 'address_refused' : 'unreachable'
  }
}

/** Reads the body to its end. The status decides; a body that breaks off or never ends changes nothing. */
async function drain(response: IncomingMessage): Promise<void> {
  let size = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > MAX_ANSWER_BYTES) break
    }
  } catch {
    // The status is already known.
  } finally {
    response.destroy()
  }
}
