import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { settings } from './settings'

const KEPT_DAYS = 365
const PROOF = /^([\w-]{22})\.([\w-]{43})$/

const sign = (...words: string[]) =>
  createHmac('sha256', `known browser\n${settings().secret ?? ''}`)
    .update(JSON.stringify(words))
    .digest('base64url')

/** The cookie in which a browser remembers that an account signed in there; its name does not reveal the address. */
export const browserCookie = (email: string) => `factdesk-browser-${sign('name', email).slice(0, 12)}`

/** Proves later that an account signed in with this browser; it grants no access by itself. */
export function browserProof(email: string): { value: string; maxAge: number } {
  const id = randomBytes(16).toString('base64url')
  return { value: `${id}.${sign('browser', email, id)}`, maxAge: KEPT_DAYS * 24 * 60 * 60 }
}

/** The browser's own id, when the proof is one of ours for exactly this account. */
export function browserOfProof(email: string, proof: string | undefined): string | null {
  const [, id, signature] = PROOF.exec(proof ?? '') ?? []
  if (!id || !signature) return null
  return timingSafeEqual(Buffer.from(signature), Buffer.from(sign('browser', email, id))) ? id : null
}
