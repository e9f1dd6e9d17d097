import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { dayIn } from '@/domain/correction/clock'
import { DomainError } from '@/domain/errors'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { settings } from '@/services/settings'
import { inTransaction } from '@/services/transaction'
import { articleForReaders, articleOfAddress } from './queries'
import { REPORTS_A_DAY, REPORTS_AN_HOUR, phraseIn, touchedClaim } from './rules'
import type { SendReaderReport } from './schema'

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Tells one sender's reports from another's for a day, and says nothing of who it is to those without the secret. */
const senderHashOf = (sender: string, at: Date) =>
  sha256(`${sender}\n${dayIn(at, 'UTC')}\n${settings().secret ?? ''}`)

/** Reports of one sender follow one another, so that many at once are counted too. */
async function requireRoom(tx: Tx, senderHash: string, at: Date) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${senderHash}, 0))`
  const sent = (ms: number) =>
    tx.readerReport.count({ where: { senderHash, createdAt: { gt: new Date(at.getTime() - ms) } } })
  if ((await sent(HOUR_MS)) >= REPORTS_AN_HOUR) throw new DomainError('rule', 'reportsAnHour')
  if ((await sent(DAY_MS)) >= REPORTS_A_DAY) throw new DomainError('rule', 'reportsADay')
}

/** The claim of the article's newest text that the phrase touches. */
async function claimOf(tx: Tx, articleId: string, phrase: string): Promise<string | null> {
  const { revision: number } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { revision: true },
  })
  const revision = await tx.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId, number } },
    select: { id: true, text: true },
  })
  const found = phraseIn(revision.text, phrase)
  if (!found) return null
  const anchors = await tx.anchor.findMany({
    where: {
      revisionId: revision.id,
      state: { not: 'orphaned' },
      claim: { withdrawnAt: null },
      start: { lt: found.end },
      end: { gt: found.start },
    },
    select: { claimId: true, start: true, end: true },
  })
  return touchedClaim(found, anchors)
}

/**
 * Takes in what a reader says is wrong. There is no line of history: nobody of the desk did it, and the report itself
 * says who and when.
 * @param sender the network address it came from, which is stored only hashed
 * @returns the secret of the address at which the sender follows it; it is stored nowhere
 * @throws DomainError `rule` when the sender has sent too many
 */
export async function sendReaderReport(
  { articleId, ...report }: SendReaderReport,
  { sender }: { sender: string },
): Promise<{ secret: string }> {
  const secret = randomBytes(24).toString('base64url')
  const at = now()
  const senderHash = senderHashOf(sender, at)
  const article =
    (articleId ? await articleForReaders(articleId) : null) ?? (await articleOfAddress(report.address))
  await inTransaction(async (tx) => {
    await requireRoom(tx, senderHash, at)
    await tx.readerReport.create({
      data: {
        ...report,
        id: newId(),
        articleId: article?.id ?? null,
        claimId: article ? await claimOf(tx, article.id, report.phrase) : null,
        statusHash: sha256(secret),
        senderHash,
        createdAt: at,
      },
    })
  })
  return { secret }
}
