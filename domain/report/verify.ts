import 'server-only'
import { asciiDigits } from '@/domain/text/digits'
import { openArchive } from '@/services/importing/archive'
import { ImportProblem } from '@/services/importing/incoming'
import { publicKeyOf, publishedKeys } from '@/services/signing-keys'
import { checkJson, namedIn } from './check'
import { digestOf, proofIn } from './proof'
import { findStoredReport, type StoredReport } from './queries'
import { reportContentSchema, type ReportContent, type ReportKind, type ReportLanguage } from './schema'

/** What anybody may know of a report that they hold; names only where the report itself names them. */
export type PublicReport = {
  number: string
  digest: string
  kind: ReportKind
  language: ReportLanguage
  /** ISO 8601 in UTC. */
  issuedAt: string
  issuedBy: string | null
  newsroom: string
  title: string
  /** The number of the report that took its place. */
  supersededBy: string | null
}

/**
 * `issued`: by this desk, unchanged and current; `superseded`: the same, but a later one took its place; `altered`: it
 * names a report of this desk and is not that report, byte for byte; `unknown`: nothing in it comes from this desk.
 */
export type Verification = {
  result: 'issued' | 'superseded' | 'altered' | 'unknown'
  report: PublicReport | null
}

/** As much of a digest as has to be given with a number. */
export const DIGEST_LEAST = 16

const UNKNOWN: Verification = { result: 'unknown', report: null }

function publicReport(content: ReportContent, digest: string, supersededBy: string | null): PublicReport {
  const { number, kind, language, issuedAt, issuedBy, newsroom, article } = content
  return {
    number: number ?? '',
    digest,
    kind,
    language,
    issuedAt,
    issuedBy,
    newsroom,
    title: article.title,
    supersededBy,
  }
}

const ofStored = (stored: StoredReport): PublicReport =>
  publicReport(
    reportContentSchema.parse(JSON.parse(stored.content)),
    stored.digest,
    stored.supersededBy?.number ?? null,
  )

function found(stored: StoredReport): Verification {
  return { result: stored.supersededBy ? 'superseded' : 'issued', report: ofStored(stored) }
}

async function firstKnown({ numbers, digests }: ReturnType<typeof namedIn>): Promise<StoredReport | null> {
  for (const digest of digests) {
    const stored = await findStoredReport({ digest })
    if (stored) return stored
  }
  for (const number of numbers) {
    const stored = await findStoredReport({ number })
    if (stored) return stored
  }
  return null
}

async function altered(text: string): Promise<Verification> {
  const stored = await firstKnown(namedIn(text))
  return stored ? { result: 'altered', report: ofStored(stored) } : UNKNOWN
}

async function verifyJson(text: string): Promise<Verification> {
  const keys = publishedKeys()
  const check = checkJson(text, (id) => publicKeyOf(keys, id))
  if (check.result !== 'genuine') return altered(text)
  const stored = await findStoredReport({ digest: check.proof.digest })
  // Signed here, though this database does not hold it any more, or not yet.
  return stored
    ? found(stored)
    : { result: 'issued', report: publicReport(check.content, check.proof.digest, null) }
}

/** Where a file carries its proof: in its bytes as they are, or in a part that Word or a spreadsheet packed again. */
async function proofText(bytes: Buffer): Promise<string> {
  const plain = bytes.toString('latin1')
  if (proofIn(plain)) return plain
  try {
    const part = await (await openArchive(bytes)).read('docProps/custom.xml')
    return part?.toString('utf8') ?? ''
  } catch (error) {
    if (error instanceof ImportProblem) return plain
    throw error
  }
}

/** A CSV may be taken without it. */
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])

const MARK = /^\ufeff?\s*\{/

/**
 * Whether a file is a report that this desk issued. A printed file is known by its bytes, since each format is printed
 * once and kept; a JSON report proves itself by its signature.
 */
export async function verifyFile(bytes: Buffer): Promise<Verification> {
  const stored =
    (await findStoredReport({ fileSha256: digestOf(bytes) })) ??
    (await findStoredReport({ fileSha256: digestOf(Buffer.concat([BYTE_ORDER_MARK, bytes])) }))
  if (stored) return found(stored)
  const text = bytes.toString('utf8')
  if (MARK.test(text)) return Buffer.from(text).equals(bytes) ? verifyJson(text) : altered(text)
  return altered(await proofText(bytes))
}

/** Whether that number was given out with that digest, of which the first sixteen characters suffice. */
export async function verifyNumber(given: { number: string; digest: string }): Promise<Verification> {
  const number = asciiDigits(given.number).trim()
  const digest = given.digest.toLowerCase().replace(/[^0-9a-f]/g, '')
  const stored = await findStoredReport({ number })
  if (!stored) return UNKNOWN
  if (digest.length >= DIGEST_LEAST && stored.digest.startsWith(digest)) return found(stored)
  // Whoever does not hold the report learns nothing of it.
  return { result: 'altered', report: null }
}
