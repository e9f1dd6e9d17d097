import 'server-only'
import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { asciiDigits } from '@/text/digits'
import { openArchive } from '@/importing/archive'
import { ImportProblem } from '@/importing/incoming'
import { publicKeyOf, publishedKeys } from '@/services/signing-keys'
import { framedAnnotations, provenAnnotations } from '@/domain/report/annotations'
import { contentOf, digestsIn, framed, proven, type Framed } from '@/domain/report/check'
import { findIssuedByDigest, findIssuedByFile } from '@/domain/report/queries'
import type { IssuedFacts, Verification } from '@/domain/report/shape'

const UNKNOWN: Verification = { result: 'unknown', report: null }

const found = (report: IssuedFacts): Verification => ({
  result: report.supersededBy ? 'superseded' : 'issued',
  report,
})

/** How many bytes are hashed before other requests get a turn. */
const SLICE = 128 * 1024

/** The SHA-256 digests of the bytes, hex, once for each prefix put before them. */
async function digestsOf(bytes: Uint8Array, ...beginnings: Uint8Array[]): Promise<string[]> {
  const hashes = beginnings.map((first) => createHash('sha256').update(first))
  for (let at = 0; at < bytes.length; at += SLICE) {
    const slice = bytes.subarray(at, at + SLICE)
    for (const hash of hashes) hash.update(slice)
    await breathe()
  }
  return hashes.map((hash) => hash.digest('hex'))
}

const NOTHING = new Uint8Array(0)

/** Programs may strip this mark from a CSV file. */
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])

async function asKept(bytes: Buffer): Promise<IssuedFacts | null> {
  return (await findIssuedByFile(await digestsOf(bytes, NOTHING, BYTE_ORDER_MARK)))[0] ?? null
}

async function asSigned(frame: Framed): Promise<Verification | null> {
  const keys = publishedKeys()
  const [hashed = ''] = await digestsOf(frame.content, NOTHING)
  if (proven(frame, hashed, (id) => publicKeyOf(keys, id)) !== 'genuine') return null
  const [stored] = await findIssuedByDigest([frame.proof.digest])
  if (stored) return found(stored)
  // The report was signed here, but this database no longer holds it, or not yet.
  const content = contentOf(frame)
  if (!content) return null
  const { kind, language, issuedAt, issuedBy, newsroom, article } = content
  const { number, digest } = frame.proof
  const facts = { number, digest, kind, language, issuedAt, issuedBy, newsroom, title: article.title }
  return { result: 'issued', report: { ...facts, supersededBy: null } }
}

async function asSignedAnnotations(bytes: Buffer): Promise<Verification | null> {
  const frame = framedAnnotations(bytes)
  if (!frame) return null
  const keys = publishedKeys()
  const [collection = ''] = await digestsOf(frame.signed, NOTHING)
  if (provenAnnotations(frame, collection, (id) => publicKeyOf(keys, id)) !== 'genuine') return null
  const [stored] = await findIssuedByDigest([frame.proof.digest])
  return stored?.number === frame.proof.number ? found(stored) : null
}

const PROPERTIES = 'docProps/custom.xml'
/** The limits for opening an office file: twice what the desk writes, since other programs add parts. */
const PACKED = { entries: 200, partBytes: 256 * 1024 }

/** The part of a repacked office file that carries the proof; for any other file, the bytes themselves. */
async function whereProofIs(bytes: Buffer): Promise<Buffer> {
  try {
    return (await (await openArchive(bytes, PACKED)).read(PROPERTIES)) ?? bytes
  } catch (error) {
    if (error instanceof ImportProblem) return bytes
    throw error
  }
}

/**
 * Looks for a report of this desk of which the file is an altered copy. The file must show both number and digest,
 * which occur together only in copies. A number alone could be guessed, and a digest alone could be passed on without
 * the report.
 */
async function altered(bytes: Buffer): Promise<Verification> {
  const shown = await whereProofIs(bytes)
  const digests = await digestsIn(shown, breathe)
  const known = digests.length > 0 ? await findIssuedByDigest(digests) : []
  // The digest of the file's own proof comes first, because a report also names its predecessor.
  const inOrder = digests.flatMap((digest) => known.filter((report) => report.digest === digest))
  const report = inOrder.find(({ number }) => shown.includes(number))
  return report ? { result: 'altered', report } : UNKNOWN
}

/**
 * Whether a file is a report that this desk issued. A printed file is recognised by its bytes, because each format is
 * printed once and stored. A JSON report and annotations prove themselves with their signature. No file is parsed as JSON before that check.
 */
export async function verifyFile(bytes: Buffer): Promise<Verification> {
  const kept = await asKept(bytes)
  if (kept) return found(kept)
  const frame = framed(bytes)
  const signed = frame ? await asSigned(frame) : await asSignedAnnotations(bytes)
  return signed ?? altered(bytes)
}

const DIGEST = /^[0-9a-f]{64}$/

/**
 * Whether the desk issued a report with this number and full digest. Anyone who knows only one of them learns nothing.
 */
export async function verifyNumber(given: { number: string; digest: string }): Promise<Verification> {
  const number = asciiDigits(given.number).trim()
  const digest = asciiDigits(given.digest)
    .toLowerCase()
    .replace(/[^0-9a-f]/g, '')
  const [stored] = DIGEST.test(digest) ? await findIssuedByDigest([digest]) : []
  return stored?.number === number ? found(stored) : UNKNOWN
}
