import type { KeyObject } from 'node:crypto'
import { digestOf, isSigned, proofIn, PROOF_LINE_MAX } from './proof'
import { reportContentSchema, type Proof, type ReportContent } from './schema'

/** A JSON report taken apart by its frame alone: the bytes of its content, not read yet, and its proof. */
export type Framed = { content: Buffer; proof: Proof }

const BEGIN = Buffer.from('{"content":')
/** In bytes, more than the longest proof has. */
const END_MAX = 512
const END =
  /,"proof":\{"digest":"([0-9a-f]{64})","keyId":"([\w-]{1,64})","number":"(\d{4}-\d{4,})","signature":"([\w-]{86})"\}\}$/

/**
 * The frame that the one form of a JSON report has (RFC 8785): its members in their order, nothing between or after.
 * It is found at both ends of the file, whatever stands in the middle.
 */
export function framed(bytes: Buffer): Framed | null {
  if (!bytes.subarray(0, BEGIN.length).equals(BEGIN)) return null
  const end = END.exec(bytes.subarray(-END_MAX).toString('latin1'))
  if (!end) return null
  const [whole, digest = '', keyId = '', number = '', signature = ''] = end
  const content = bytes.subarray(BEGIN.length, bytes.length - whole.length)
  return { content, proof: { digest, keyId, number, signature } }
}

/**
 * What the bytes of a JSON report prove: that it is `genuine`, signed by the key and unchanged; `altered`; signed by a
 * key that was not given; or no report at all.
 */
export type JsonCheck =
  | { result: 'genuine'; content: ReportContent; proof: Proof }
  | { result: 'altered' | 'unknown_key' | 'no_report' }

/** What a frame proves once its content was hashed. Nothing of the content is read for that. */
export function proven(
  { proof }: Framed,
  digest: string,
  keyOf: (id: string) => KeyObject | null,
): 'genuine' | 'altered' | 'unknown_key' {
  if (digest !== proof.digest) return 'altered'
  const key = keyOf(proof.keyId)
  if (!key) return 'unknown_key'
  return isSigned(proof, key) ? 'genuine' : 'altered'
}

/** The content of a frame that was found genuine; null for one of another shape, or under another number. */
export function contentOf({ content, proof }: Framed): ReportContent | null {
  const read = reportContentSchema.safeParse(JSON.parse(content.toString('utf8')))
  return read.success && read.data.number === proof.number ? read.data : null
}

/**
 * Checks a JSON report by itself, without a database. What was signed is one form of one content, so the frame, the
 * digest and the signature decide, in that order, and only what the key's holder wrote is read at last: a changed
 * character anywhere is found, and a file made to be dear to read is not read.
 */
export function checkJson(bytes: Buffer, keyOf: (id: string) => KeyObject | null): JsonCheck {
  const frame = framed(bytes)
  if (!frame) return { result: bytes.includes('factdesk-report/') ? 'altered' : 'no_report' }
  const result = proven(frame, digestOf(frame.content), keyOf)
  if (result !== 'genuine') return { result }
  const content = contentOf(frame)
  return content ? { result, content, proof: frame.proof } : { result: 'altered' }
}

/** Any SHA-256 will do: a table has it in a cell. */
const DIGEST = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g
const DIGESTS_MOST = 10
/** The digest in the proof of a JSON report that was written anew; its content may name that of another. */
const OWN_DIGEST = /"proof":\s{0,40}\{\s{0,40}"digest":\s{0,40}"([0-9a-f]{64})"/
/** In bytes: how much is searched before others get their turn. */
const SLICE = 128 * 1024

/**
 * The digests that a file shows, that of its proof first, in no more than ten; searched slice by slice, so that a long
 * file holds nobody up.
 * @param breathe awaited between two slices
 */
export async function digestsIn(bytes: Buffer, breathe: () => Promise<unknown>): Promise<string[]> {
  const proofs = new Set<string>()
  const others = new Set<string>()
  const frame = framed(bytes)
  if (frame) proofs.add(frame.proof.digest)
  for (let at = 0; at < bytes.length; at += SLICE) {
    // What stands across the end of a slice is whole in the next, which begins a little before it.
    const slice = bytes.subarray(Math.max(0, at - PROOF_LINE_MAX), at + SLICE).toString('latin1')
    const own = proofIn(slice)?.digest ?? OWN_DIGEST.exec(slice)?.[1]
    if (own && proofs.size < DIGESTS_MOST) proofs.add(own)
    for (const [digest] of slice.matchAll(DIGEST)) {
      if (others.size >= DIGESTS_MOST) break
      others.add(digest)
    }
    await breathe()
  }
  return [...new Set([...proofs, ...others])].slice(0, DIGESTS_MOST)
}
