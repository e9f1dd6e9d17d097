import 'server-only'
import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { asciiDigits } from '@/text/digits'
import { openArchive } from '@/importing/archive'
import { ImportProblem } from '@/importing/incoming'
import { publicKeyOf, publishedKeys } from '@/services/signing-keys'
import { contentOf, digestsIn, framed, proven, type Framed } from './check'
import { findIssuedByDigest, findIssuedByFile } from './queries'
import type { IssuedFacts, Verification } from './shape'

const UNKNOWN: Verification = { result: 'unknown', report: null }

const found = (report: IssuedFacts): Verification => ({
  result: report.supersededBy ? 'superseded' : 'issued',
  report,
})

/** In bytes: how much is hashed before others get their turn. */
const SLICE = 128 * 1024

/** SHA-256 of bytes, hex: one for each beginning that may stand before them. */
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

/** A CSV may be taken without it. */
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
  // Signed here, though this database does not hold it any more, or not yet.
  const content = contentOf(frame)
  if (!content) return null
  const { kind, language, issuedAt, issuedBy, newsroom, article } = content
  const { number, digest } = frame.proof
  const facts = { number, digest, kind, language, issuedAt, issuedBy, newsroom, title: article.title }
  return { result: 'issued', report: { ...facts, supersededBy: null } }
}

const PROPERTIES = 'docProps/custom.xml'
/** Of an office file as the desk prints it, with as much again for what other programs add. */
const PACKED = { entries: 200, partBytes: 256 * 1024 }

/** The part in which an office file carries its proof, where another program packed it again; else the bytes as they are. */
async function whereProofIs(bytes: Buffer): Promise<Buffer> {
  try {
    return (await (await openArchive(bytes, PACKED)).read(PROPERTIES)) ?? bytes
  } catch (error) {
    if (error instanceof ImportProblem) return bytes
    throw error
  }
}

/**
 * A report of this desk that a file shows without being it. It has to show number and digest, which stand together in
 * every copy and nowhere else: a number alone could be counted up, and a digest alone be handed on without the report.
 */
async function altered(bytes: Buffer): Promise<Verification> {
  const shown = await whereProofIs(bytes)
  const digests = await digestsIn(shown, breathe)
  const known = digests.length > 0 ? await findIssuedByDigest(digests) : []
  // Its own proof comes first; a report names the one before it as well.
  const inOrder = digests.flatMap((digest) => known.filter((report) => report.digest === digest))
  const report = inOrder.find(({ number }) => shown.includes(number))
  return report ? { result: 'altered', report } : UNKNOWN
}

/**
 * Whether a file is a report that this desk issued. A printed file is known by its bytes, since each format is printed
 * once and kept; a JSON report proves itself by its signature. Nothing of a file is read as JSON before that.
 */
export async function verifyFile(bytes: Buffer): Promise<Verification> {
  const kept = await asKept(bytes)
  if (kept) return found(kept)
  const frame = framed(bytes)
  return (frame && (await asSigned(frame))) ?? altered(bytes)
}

const DIGEST = /^[0-9a-f]{64}$/

/** Whether that number was given out with that digest, all of it. Whoever has only one of them learns nothing. */
export async function verifyNumber(given: { number: string; digest: string }): Promise<Verification> {
  const number = asciiDigits(given.number).trim()
  const digest = asciiDigits(given.digest)
    .toLowerCase()
    .replace(/[^0-9a-f]/g, '')
  const [stored] = DIGEST.test(digest) ? await findIssuedByDigest([digest]) : []
  return stored?.number === number ? found(stored) : UNKNOWN
}
