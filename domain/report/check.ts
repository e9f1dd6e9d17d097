import type { KeyObject } from 'node:crypto'
import { digestOf, isSigned, proofIn, PROOF_LINE_MAX } from './proof'
import { reportContentSchema, type Proof, type ReportContent } from './schema'

/** A JSON report split by its frame alone: the unparsed bytes of its content, and its proof. */
export type Framed = { content: Buffer; proof: Proof }

const BEGIN = Buffer.from('{"content":')
/** In bytes, longer than any proof. */
const END_MAX = 512
const END =
  /,"proof":\{"digest":"([0-9a-f]{64})","keyId":"([\w-]{1,64})","number":"(\d{4}-\d{4,})","signature":"([\w-]{86})"\}\}$/

/**
 * The frame of a JSON report in canonical form (RFC 8785): its members in order, with nothing between or after. Only
 * the two ends of the file are read, whatever is in the middle.
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
 * The result of checking a JSON report: `genuine` (signed by the key and unchanged), `altered`, signed by an unknown
 * key, or not a report.
 */
export type JsonCheck =
  | { result: 'genuine'; content: ReportContent; proof: Proof }
  | { result: 'altered' | 'unknown_key' | 'no_report' }

/** What a frame proves, given the digest of its content. The content is not parsed. */
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

/** The content of a genuine frame; null when its shape is wrong or it carries another number. */
export function contentOf({ content, proof }: Framed): ReportContent | null {
  const read = reportContentSchema.safeParse(JSON.parse(content.toString('utf8')))
  return read.success && read.data.number === proof.number ? read.data : null
}

/**
 * Checks a JSON report without a database. Each content has exactly one signed form. The frame, the digest and the
 * signature are checked in that order, and the content is parsed only if they all hold. So one changed character
 * anywhere is detected, and a file made to be expensive to parse is never parsed.
 */
export function checkJson(bytes: Buffer, keyOf: (id: string) => KeyObject | null): JsonCheck {
  const frame = framed(bytes)
  if (!frame) return { result: bytes.includes('factdesk-report/') ? 'altered' : 'no_report' }
  const result = proven(frame, digestOf(frame.content), keyOf)
  if (result !== 'genuine') return { result }
  const content = contentOf(frame)
  return content ? { result, content, proof: frame.proof } : { result: 'altered' }
}

/** Any SHA-256 counts, because a table has the digest in a cell. */
const DIGEST = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g
const DIGESTS_MOST = 10
/** The digest in the proof of a reformatted JSON report or of annotations. The content may contain the digest of another report. */
const OWN_DIGEST = /"(?:factdesk:)?proof":\s{0,40}\{\s{0,40}"(?:factdesk:)?digest":\s{0,40}"([0-9a-f]{64})"/
/** How many bytes are searched before other requests get a turn. */
const SLICE = 128 * 1024

/**
 * The digests in a file, the one of its proof first, at most ten. It searches slice by slice, so that a long file does
 * not block the thread.
 * @param breathe awaited between two slices
 */
export async function digestsIn(bytes: Buffer, breathe: () => Promise<unknown>): Promise<string[]> {
  const proofs = new Set<string>()
  const others = new Set<string>()
  const frame = framed(bytes)
  if (frame) proofs.add(frame.proof.digest)
  for (let at = 0; at < bytes.length; at += SLICE) {
    // Each slice begins a little before the end of the last one, so that no digest is cut in two.
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
