import 'server-only'
import { openArticle } from '@/domain/article/open'
import type { z } from 'zod'
import { dayIn } from '@/domain/calendar/clock'
import { blocked, forbidden, notFound } from '@/domain/errors'
import { recordEvent } from '@/domain/history/record'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { claimRequest } from '@/domain/request/write'
import { rotateKey, signingKey } from '@/services/signing-keys'
import { settings } from '@/services/settings'
import { inTransaction } from '@/services/transaction'
import { seal } from './proof'
import { circumstances } from './queries'
import { readReportData } from './open'
import { numbered, reportContent, reportNumber } from './rules'
import { reportContentSchema, type issueReportSchema } from './schema'
import type { Issued } from './shape'

type Input = z.output<typeof issueReportSchema>

/** The next number of the newsroom's calendar year. Two simultaneous calls wait for each other. */
async function nextNumber(tx: Tx): Promise<string> {
  const year = Number(dayIn(now(), settings().newsroomTimeZone).slice(0, 4))
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    insert into report_number (year, last) values (${year}, 1)
    on conflict (year) do update set last = report_number.last + 1 returning last`
  return reportNumber(year, row?.last ?? 1)
}

/** The newest report of the same edition, which the new one supersedes. */
async function supersededBy(tx: Tx, { articleId, language, internal }: Input) {
  return tx.report.findFirst({
    where: { articleId, language, internal, supersededBy: null },
    orderBy: { issuedAt: 'desc' },
    select: { id: true, number: true, digest: true },
  })
}

/**
 * Freezes, numbers and signs what was checked in an article's newest revision. A later report of the same article,
 * language and audience supersedes the earlier one.
 * @throws DomainError `blocked` `reportNotFinal` when a final report is requested despite obstacles; `current` lists
 *   them
 */
export async function issueReport(actor: Actor, input: Input): Promise<Issued> {
  if (!may(actor, 'issueReport')) throw forbidden()
  return inTransaction(async (tx) => {
    await openArticle(tx, input.articleId)
    const request = await claimRequest(tx, actor.id, input.requestKey, newId(), input)
    const id = request.subjectId
    const select = { id: true, number: true, digest: true } as const
    if (!request.first) return tx.report.findUniqueOrThrow({ where: { id }, select })
    const data = await readReportData(tx, input.articleId)
    if (!data) throw notFound()
    const draft = reportContent(data, circumstances(actor, input))
    if (input.kind === 'final' && draft.obstacles.length > 0) throw blocked(draft.obstacles, 'reportNotFinal')
    const earlier = await supersededBy(tx, input)
    const number = await nextNumber(tx)
    const superseded = earlier && { number: earlier.number, digest: earlier.digest }
    // What the schema does not know could never be opened or checked again, so that it is not issued.
    const content = reportContentSchema.parse(numbered(draft, number, superseded))
    const { text, proof } = seal(content, signingKey())
    await tx.report.create({
      data: {
        id,
        articleId: input.articleId,
        number,
        kind: input.kind,
        language: input.language,
        internal: input.internal,
        content: text,
        digest: proof.digest,
        keyId: proof.keyId,
        signature: proof.signature,
        supersedesId: earlier?.id,
        issuedById: actor.id,
        issuedAt: draft.issuedAt,
      },
    })
    await recordEvent(tx, {
      actor,
      verb: 'report.issued',
      articleId: input.articleId,
      subjectId: id,
      after: {
        number,
        kind: input.kind,
        language: input.language,
        internal: input.internal,
        digest: proof.digest,
        ...(earlier && { supersedes: earlier.number }),
      },
    })
    return { id, number, digest: proof.digest }
  })
}

/** Makes a new key that signs from now on. Earlier reports stay verifiable. @returns the new key's id */
export async function rotateSigningKey(actor: Actor): Promise<string> {
  if (!may(actor, 'rotateKey')) throw forbidden()
  return inTransaction(async (tx) => {
    const { from, to } = rotateKey()
    await recordEvent(tx, {
      actor,
      verb: 'key.rotated',
      subjectId: newId(),
      before: { key: from },
      after: { key: to },
    })
    return to
  })
}
