import { sign, type KeyObject } from 'node:crypto'
import { digestOf, signedBy } from './proof'
import type { Proof } from './schema'

/** The name of this way of signing, so that no signature of a report is taken for one of its annotations. */
const SIGNED = 'factdesk-annotations/1'

/** The signed bytes, which bind the report's number and digest to the digest of the collection. */
const signedBytes = ({ number, digest }: Pick<Proof, 'number' | 'digest'>, collection: string) =>
  Buffer.from([SIGNED, number, digest, collection].join('\n'), 'utf8')

/**
 * A collection of annotations as the file that is published: its JSON with the proof as last member. What is signed are
 * the bytes before the proof, so that nobody needs to parse the file to check it.
 * @param collection a JSON-LD object whose context knows the prefix `factdesk`
 * @param proof of the report the annotations were made from
 */
export function sealAnnotations(
  collection: object,
  { number, digest }: Proof,
  key: { id: string; privateKey: KeyObject },
): string {
  const signed = JSON.stringify(collection, null, 2).replace(/\n\}$/, '')
  const signature = sign(null, signedBytes({ number, digest }, digestOf(signed)), key.privateKey)
  const proof = JSON.stringify(
    {
      'factdesk:digest': digest,
      'factdesk:keyId': key.id,
      'factdesk:number': number,
      'factdesk:signature': signature.toString('base64url'),
    },
    null,
    2,
  ).replace(/\n/g, '\n  ')
  return `${signed},\n  "factdesk:proof": ${proof}\n}\n`
}

const BEGIN = Buffer.from('{\n  "@context":')
const MARK = '"factdesk:proof"'
/** In bytes, longer than any proof. */
const END_MAX = 512
const END =
  /,\n  "factdesk:proof": \{\n    "factdesk:digest": "([0-9a-f]{64})",\n    "factdesk:keyId": "([\w-]{1,64})",\n    "factdesk:number": "(\d{4}-\d{4,})",\n    "factdesk:signature": "([\w-]{86})"\n  \}\n\}\n$/

/** A collection split by its two ends alone: the unparsed signed bytes, and its proof. */
export type FramedAnnotations = { signed: Buffer; proof: Proof }

/** The signed bytes and the proof of a published collection; null for any other file. */
export function framedAnnotations(bytes: Buffer): FramedAnnotations | null {
  if (!bytes.subarray(0, BEGIN.length).equals(BEGIN)) return null
  const end = END.exec(bytes.subarray(-END_MAX).toString('latin1'))
  if (!end) return null
  const [whole, digest = '', keyId = '', number = '', signature = ''] = end
  return {
    signed: bytes.subarray(0, bytes.length - whole.length),
    proof: { digest, keyId, number, signature },
  }
}

export type AnnotationsCheck =
  { result: 'genuine'; proof: Proof } | { result: 'altered' | 'unknown_key' | 'no_report' }

/** What a frame proves, given the SHA-256 of its signed bytes, hex. */
export function provenAnnotations(
  { proof }: FramedAnnotations,
  collection: string,
  keyOf: (id: string) => KeyObject | null,
): 'genuine' | 'altered' | 'unknown_key' {
  const key = keyOf(proof.keyId)
  if (!key) return 'unknown_key'
  return signedBy(proof.signature, signedBytes(proof, collection), key) ? 'genuine' : 'altered'
}

/** Checks published annotations without a database: one changed byte anywhere is detected. */
export function checkAnnotations(bytes: Buffer, keyOf: (id: string) => KeyObject | null): AnnotationsCheck {
  const frame = framedAnnotations(bytes)
  if (!frame) return { result: bytes.includes(MARK) ? 'altered' : 'no_report' }
  const result = provenAnnotations(frame, digestOf(frame.signed), keyOf)
  return result === 'genuine' ? { result, proof: frame.proof } : { result }
}
