import type { JsonBounds } from '@/text/json-bounds'
import { MAX_FILE_BYTES } from '@/text/bounds'

/** What a body may be: `bytes` as it is sent, the others of the JSON in it. */
export type BodyBounds = JsonBounds & { bytes: number }

const KB = 1024
const MB = 1024 * KB
const DEPTH = 32

/** In bytes: a body that says it is no longer passes beside the gate. */
export const SMALL_BODY = 64 * KB

/**
 * Every kind of body that the desk reads. JSON may write each letter as an escape of six bytes, so a kind takes six times
 * what its longest field has. `docs/guide.md` has the same table.
 */
export const BODIES = {
  /** For next-auth: an address, a password, a token. */
  signIn: { bytes: 16 * KB, values: 100, depth: 4 },
  /** What anybody may send to a page. */
  short: { bytes: SMALL_BODY, values: 10_000, depth: DEPTH },
  /** All fields of one record. */
  record: { bytes: MB, values: 10_000, depth: DEPTH },
  /** Markup to be checked. */
  markup: { bytes: 3.5 * MB, values: 10_000, depth: DEPTH },
  /** A text with its blocks, or claims with their sources. It is what `next.config.js` lets an action bring. */
  text: { bytes: 8 * MB, values: 250_000, depth: DEPTH },
  /** A file with the fields beside it, and what stands between them. */
  file: { bytes: MAX_FILE_BYTES + 64 * KB, values: 10_000, depth: DEPTH },
} as const satisfies Record<string, BodyBounds>
