import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'
/** In bytes; Standard Webhooks asks for 24 to 64. */
const SECRET_BYTES = 32

/** A new secret in the form of Standard Webhooks: `whsec_` and random bytes in base64. */
export const newSecret = () => PREFIX + randomBytes(SECRET_BYTES).toString('base64')

export type Message = {
  /** The same for every attempt, so that a receiver recognises repeats. */
  id: string
  body: string
}

/**
 * The headers of a body, as in Standard Webhooks: its id, the moment of this attempt, and the signature of all three.
 */
export function signedHeaders(secret: string, { id, body }: Message, at: Date): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
