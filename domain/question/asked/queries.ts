import 'server-only'
import { notFound } from '@/domain/errors'
import { hashOf, requireCode, type Key } from '@/domain/question/open'
import { endOf, sameHouse } from '@/domain/question/rules'
import { questionSecretSchema } from '@/domain/question/schema'
import { sentencesJson } from '@/domain/revision/open'
import { work } from '@/domain/text-work/pool/worker'
import { db, type Prisma, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import type { Block } from '@/text/blocks'
import { readingOf } from '@/text/reading'
import type { Row } from '@/text/revise/compare'
import { blocksToRead, freshSpans } from './rules'
import type { Asked, AskedPart, NotOpen, SentAnswer } from './shape'

const SENT = {
  orderBy: { at: 'asc' },
  select: {
    ...{ at: true, revision: true },
    items: {
      orderBy: { id: 'asc' },
      select: {
        ...{ claimId: true, quote: true, verdict: true, text: true, proposed: true },
        ...{ url: true, sourceTitle: true },
      },
    },
  },
} as const satisfies Prisma.Question$answersArgs

const selected = {
  ...{ id: true, articleId: true, kind: true, name: true, house: true, language: true, text: true },
  ...{ dueAt: true, expiresAt: true, revokedAt: true, seenAt: true },
  askedBy: { select: { name: true } },
  article: { select: { title: true, byline: true, language: true, revision: true, confidential: true } },
  claims: {
    orderBy: { claim: { number: 'asc' } },
    select: { claim: { select: { id: true, quote: true } } },
  },
  answers: SENT,
} satisfies Prisma.QuestionSelect

type Row_ = Prisma.QuestionGetPayload<{ select: typeof selected }>

const revisionText = { id: true, text: true, headline: true, blocks: true } as const

const revisionOf = (articleId: string, number: number) =>
  db().revision.findUniqueOrThrow({
    where: { articleId_number: { articleId, number } },
    select: revisionText,
  })

type Placed = AskedPart & { start: number; end: number }

/** The claims asked about, in the order of the text, each with the sentences that it stands in. */
async function partsOf({ claims }: Row_, revisionId: string): Promise<Placed[]> {
  const ids = claims.map(({ claim }) => claim.id)
  const rows = await db().$queryRaw<
    { claimId: string; quote: string; start: number; end: number; context: string[] }[]
  >`
    select n.claim_id as "claimId", n.quote, n.start, n."end", context_at(n.revision_id, n.start, n."end") as context
    from anchor n where n.revision_id = ${revisionId}::uuid and n.claim_id = any(${ids}::uuid[])
      and n.state <> 'orphaned'`
  const places = new Map(rows.map((row) => [row.claimId, row]))
  return claims
    .map(({ claim }) => {
      const { quote = claim.quote, context = [], start = 0, end = 0 } = places.get(claim.id) ?? {}
      return { claimId: claim.id, quote, context: context.join(' '), start, end }
    })
    .sort((a, b) => a.start - b.start)
    .map((part, index) => ({ ...part, number: index + 1 }))
}

/** The words of the newest text that the expert has not answered about, marked since their last answer. */
async function freshSince(
  { articleId, answers, article }: Row_,
  fresh: Awaited<ReturnType<typeof revisionOf>>,
) {
  const last = answers.at(-1)?.revision
  if (last === undefined || last === article.revision) return []
  const old = await revisionOf(articleId, last)
  const [before, after] = await Promise.all([old, fresh].map(({ id }) => sentencesJson(db() as Tx, id)))
  const given = {
    old: { text: readingOf(old), sentences: before ?? '[]' },
    fresh: { text: readingOf(fresh), sentences: after ?? '[]' },
  }
  const rows = await work('compareTexts', given, {
    units: old.text.length + fresh.text.length,
    field: 'text',
  })
  return freshSpans(JSON.parse(rows) as Row[])
}

/** The newest answers of other experts of the same house about the same article, whose questions are not revoked. */
async function othersOf({ id, articleId, house, kind }: Row_): Promise<Asked['others']> {
  if (kind !== 'expert' || house === '') return []
  const found = await db().question.findMany({
    where: { articleId, kind: 'expert', id: { not: id }, revokedAt: null, answers: { some: {} } },
    orderBy: { id: 'asc' },
    select: { name: true, house: true, answers: SENT },
  })
  return found
    .filter((other) => sameHouse(other.house, house))
    .flatMap(({ name, answers }) => {
      const newest = answers.at(-1)
      return newest ? [{ ...newest, name }] : []
    })
}

async function findAsked(secret: string): Promise<Row_> {
  if (!questionSecretSchema.safeParse(secret).success) throw notFound()
  const row = await db().question.findUnique({ where: { hash: hashOf(secret) }, select: selected })
  if (!row) throw notFound()
  return row
}

/** Why the address of a question does not open; null while it does. @throws DomainError `not_found` */
export async function endOfQuestion(secret: string): Promise<NotOpen | null> {
  return endOf(await findAsked(secret), now())
}

/**
 * What the holder of a question's secret sees: the writer only the sentences asked about, an expert also the text.
 * @throws DomainError `not_found`, also when the address has ended; `forbidden` without a code that it needs
 */
export async function getAsked(key: Key): Promise<Asked> {
  const row = await findAsked(key.secret)
  if (endOf(row, now())) throw notFound()
  requireCode(row, key, now())
  const { articleId, article, answers } = row
  const revision = await revisionOf(articleId, article.revision)
  const placed = await partsOf(row, revision.id)
  const isExpert = row.kind === 'expert'
  const fresh = isExpert ? await freshSince(row, revision) : []
  const { id, kind, name, house, language, text, dueAt, expiresAt } = row
  const whole: AskedPart = { claimId: null, number: 1, quote: '', context: '' }
  const parts = placed.map(({ claimId, number, quote, context }) => ({ claimId, number, quote, context }))
  const sent: SentAnswer[] = answers
  return {
    ...{ id, kind, name, house, language, text, dueAt, expiresAt, sent },
    askedBy: row.askedBy.name,
    article: { title: article.title, byline: article.byline, language: article.language },
    revision: article.revision,
    parts: parts.length > 0 ? parts : [whole],
    blocks: isExpert
      ? blocksToRead(
          readingOf(revision),
          revision.blocks as unknown as Block[],
          placed.filter(({ start, end }) => end > start),
          fresh,
        )
      : null,
    others: await othersOf(row),
    open: !sent.some((one) => one.revision >= article.revision),
    seen: row.seenAt !== null,
  }
}
