import type { JsonBounds } from '@/text/json-bounds'
import { MAX_FILE_BYTES } from '@/text/bounds'

/** The limits of a body: `bytes` as sent, the others for the JSON in it. */
export type BodyBounds = JsonBounds & { bytes: number }

const KB = 1024
const MB = 1024 * KB
const DEPTH = 32

/** In bytes. A body that declares no greater length skips the gate. */
export const SMALL_BODY = 64 * KB

/**
 * Every kind of body that the desk reads. JSON may write each letter as a six-byte escape, so a kind allows six times
 * its longest field. `docs/guide.md` has the same table.
 */
export const BODIES = {
  /** For next-auth: an address, a password, a token. */
  signIn: { bytes: 16 * KB, values: 100, depth: 4 },
  /** What any visitor may send to a page. */
  short: { bytes: SMALL_BODY, values: 10_000, depth: DEPTH },
  /** All fields of one record. */
  record: { bytes: MB, values: 10_000, depth: DEPTH },
  /** Markup to check. */
  markup: { bytes: 3.5 * MB, values: 10_000, depth: DEPTH },
  /** A text with its blocks, or claims with their sources. `next.config.js` allows an action the same size. */
  text: { bytes: 8 * MB, values: 250_000, depth: DEPTH },
  /** A file, the fields beside it, and the boundaries between them. */
  file: { bytes: MAX_FILE_BYTES + 64 * KB, values: 10_000, depth: DEPTH },
} as const satisfies Record<string, BodyBounds>
