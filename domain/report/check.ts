import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson, digestOf, isSigned, proofIn } from './proof'
import { reportContentSchema, type Proof, type ReportContent } from './schema'

const fileSchema = z.strictObject({
  content: reportContentSchema,
  proof: z.strictObject({
    number: z.string(),
    digest: z.string(),
    keyId: z.string(),
    signature: z.string(),
  }),
})

/**
 * What the bytes of a JSON report prove: that it is `genuine`, signed by the key and unchanged; `altered`; signed by a
 * key that was not given; or no report at all.
 */
export type JsonCheck =
  | { result: 'genuine'; content: ReportContent; proof: Proof }
  | { result: 'altered' | 'unknown_key' | 'no_report' }

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/**
 * Checks a JSON report by itself, without a database: its one canonical form (RFC 8785), digest, number and signature.
 * Since a file has one form only, a changed character anywhere is found, also where JSON would mean the same.
 */
export function checkJson(text: string, keyOf: (id: string) => KeyObject | null): JsonCheck {
  const value = parsed(text)
  const read = fileSchema.safeParse(value)
  if (!read.success) return { result: claimsToBe(text) ? 'altered' : 'no_report' }
  const { content, proof } = read.data
  const whole =
    canonicalJson(value) === text &&
    digestOf(canonicalJson(content)) === proof.digest &&
    content.number === proof.number
  if (!whole) return { result: 'altered' }
  const key = keyOf(proof.keyId)
  if (!key) return { result: 'unknown_key' }
  return isSigned(proof, key) ? { result: 'genuine', content, proof } : { result: 'altered' }
}

const claimsToBe = (text: string) => text.includes('factdesk-report/')

const NUMBER = /"number":\s*"(\d{4}-\d{4,})"/g
/** Any SHA-256 will do: a table has it in a cell. */
const DIGEST = /(?<![0-9a-f])([0-9a-f]{64})(?![0-9a-f])/g

/** The proof's own digest in a JSON report, whose content may name that of another. */
const OWN_DIGEST = /"proof":\s*\{\s*"digest":\s*"([0-9a-f]{64})"/

/** The numbers and digests that a file names, its own first, for a question whether they are known. */
export function namedIn(text: string): { numbers: string[]; digests: string[] } {
  const line = proofIn(text)
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map((found) => found[1] ?? '')
  const own = line?.digest ?? OWN_DIGEST.exec(text)?.[1]
  return {
    numbers: [...new Set([...(line ? [line.number] : []), ...all(NUMBER)])].slice(0, 10),
    digests: [...new Set([...(own ? [own] : []), ...all(DIGEST)])].slice(0, 10),
  }
}
