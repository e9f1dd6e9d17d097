import { createHash, sign, verify, type KeyObject } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Proof, ReportContent } from './schema'

/** The canonical JSON of a report (RFC 8785), which is stored, hashed and published. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('There is no JSON for this value')
  return text
}

/** SHA-256, hex, of a text in UTF-8 or of bytes. */
export const digestOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

/** The signed bytes, which bind the number to the digest. */
const signedBytes = ({ number, digest }: Pick<Proof, 'number' | 'digest'>) =>
  Buffer.from(`factdesk-report/1\n${number}\n${digest}`, 'utf8')

/** Signs a numbered report with an Ed25519 key (RFC 8032). */
export function seal(
  content: ReportContent,
  key: { id: string; privateKey: KeyObject },
): { text: string; proof: Proof } {
  if (content.number === null) throw new TypeError('Only a numbered report is sealed')
  const text = canonicalJson(content)
  const digest = digestOf(text)
  const signature = sign(null, signedBytes({ number: content.number, digest }), key.privateKey)
  return {
    text,
    proof: { number: content.number, digest, keyId: key.id, signature: signature.toString('base64url') },
  }
}

/**
 * Whether the private half of this key signed the bytes. Only the exact spelling of a signature counts: base64url leaves
 * spare bits in its last character, and Node ignores characters that do not belong.
 */
export function signedBy(signature: string, bytes: Uint8Array, publicKey: KeyObject): boolean {
  const read = Buffer.from(signature, 'base64url')
  return read.toString('base64url') === signature && verify(null, bytes, publicKey, read)
}

/** Whether the private half of this key signed the number and digest. */
export const isSigned = (proof: Proof, publicKey: KeyObject): boolean =>
  signedBy(proof.signature, signedBytes(proof), publicKey)

/** The published JSON file of content and proof. It is canonical too, so each report has exactly one file. */
export const reportFile = (content: ReportContent, proof: Proof) => canonicalJson({ content, proof })

const LINE = /factdesk-report\/1 (\d{4}-\d{4,}) ([0-9a-f]{64}) ([\w-]{1,64}) ([\w-]{86})/

/** In characters. It leaves room for report numbers of any realistic length. */
export const PROOF_LINE_MAX = 300

/** The proof as one line of ASCII, for files that carry it in their properties. */
export const proofLine = ({ number, digest, keyId, signature }: Proof) =>
  `factdesk-report/1 ${number} ${digest} ${keyId} ${signature}`

/** The first proof line in a text; null when there is none. */
export function proofIn(text: string): Proof | null {
  const found = LINE.exec(text)
  if (!found) return null
  const [, number = '', digest = '', keyId = '', signature = ''] = found
  return { number, digest, keyId, signature }
}

/** The part of a digest that people read: its first sixteen characters. */
export const shortDigest = (digest: string) => digest.slice(0, 16)
