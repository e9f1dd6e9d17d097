import 'server-only'
import { createHash } from 'node:crypto'
import { carryClaims, type CarriedClaim } from '@/domain/claim/carry'
import { recordEvents } from '@/domain/history/record'
import { reopened, storeSentences } from '@/domain/sentence/record'
import { work } from '@/domain/text-work/run'
import { conflict } from '@/domain/errors'
import type { Actor } from '@/domain/user/policy'
import type { PlacedQuote, WantedQuote } from '@/domain/text/place-quotes'
import { db, type Tx } from '@/prisma/client'
import { insertRows } from '@/prisma/insert-rows'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { type Body, fieldOf } from './draft'
import type { CarriedText } from './carrying'
import { totalsOf, type Totals } from './rules'
import type { StoredText } from './stored-text'

export type Revised = { revision: number; totals: Totals }

type StandingRow = CarriedClaim['before']

/**
 * Every claim that stands in a revision, withdrawn ones too, with what its verdict is now. They come as one JSON text,
 * which is read at once, where thousands of rows would hold others up.
 */
export async function readStanding(tx: Tx, revisionId: string): Promise<StandingRow[]> {
  const [row] = await tx.$queryRaw<{ standing: string }[]>`
    select coalesce(json_agg(json_build_object(
        'claimId', c.id, 'quote', a.quote, 'start', a.start, 'end', a."end", 'state', a.state,
        'claim', json_build_object('id', c.id, 'number', c.number, 'version', c.version, 'status', c.status,
          'quote', c.quote, 'reviewedById', c.reviewed_by_id, 'reviewedAt', c.reviewed_at,
          'signedOffById', c.signed_off_by_id, 'earlier', c.earlier, 'withdrawnAt', c.withdrawn_at)
      ) order by c.number), '[]')::text as standing
    from anchor a join claim c on c.id = a.claim_id
    where a.revision_id = ${revisionId}::uuid`
  return JSON.parse(row?.standing ?? '[]') as StandingRow[]
}

type NewRevision = {
  id: string
  articleId: string
  number: number
}

/** Writes a text as a revision. Its blocks go to the database as the JSON they are: a text has thousands. */
export async function insertRevision(
  tx: Tx,
  actor: Actor,
  { id, articleId, number }: NewRevision,
  { text, blocks }: Pick<StoredText, 'text' | 'blocks'>,
): Promise<void> {
  const sha256 = createHash('sha256').update(text).digest('hex')
  await tx.$executeRaw`
    insert into revision (id, article_id, number, text, blocks, sha256, created_by_id, created_at)
    values (${id}::uuid, ${articleId}::uuid, ${number}, ${text}, ${blocks}::jsonb, ${sha256}, ${actor.id}::uuid, ${now()})`
}

/** The text that was handed in, as a revision keeps it. @throws DomainError `invalid` with an issue for each fault */
export function readRevised(body: Body, language: string): Promise<StoredText> {
  const { text, markdown, blocks } = body
  const field = fieldOf(body)
  const units = (markdown ?? text ?? '').length
  return work('readText', { body: { text, markdown, blocks }, language }, { units, field })
}

/**
 * Where a quote stands in a revision, whose text never changes: asked before anything is locked, since it may take long.
 * Nowhere when there is no such revision.
 */
export async function locateInRevision(
  place: { articleId: string; number: number },
  wanted: WantedQuote,
): Promise<PlacedQuote> {
  const revision = await db().revision.findUnique({
    where: { articleId_number: place },
    select: { text: true },
  })
  if (!revision) return { found: null, words: null }
  const { text } = revision
  return work('locateOne', { text, wanted }, { units: text.length + wanted.quote.length, field: 'quote' })
}

/** The refusal for whoever edited an older text, with the newest one. */
export async function lostRevision(tx: Tx, articleId: string) {
  const { number, text } = await tx.revision.findFirstOrThrow({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: { number: true, text: true },
  })
  return conflict({ revision: number, text }, 'textChanged')
}

/** What would become of an article's claims if a text were its newest; worked out before anything is locked. */
export type Plan = {
  articleId: string
  /** The revision that it is carried over from. */
  old: { id: string; number: number; text: string }
  fresh: StoredText
  standing: StandingRow[]
  carried: CarriedText
}

/** All that a carried claim depends on. */
const stampOf = (standing: readonly StandingRow[]) =>
  JSON.stringify(standing.map(({ claimId, quote, start, end, state }) => [claimId, quote, start, end, state]))

/** The sentences of a revision as JSON, in order: of each where it stands. */
export async function sentencesJson(tx: Tx, revisionId: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ sentences: string }[]>`
    select coalesce(json_agg(json_build_object('start', start, 'end', "end") order by position), '[]')::text as sentences
    from sentence where revision_id = ${revisionId}::uuid`
  return row?.sentences ?? '[]'
}

/**
 * Works out a plan, out of everybody's way.
 * @param about what the texts are compared for, and the field that brought the new one
 */
export async function planRevision(
  tx: Tx,
  articleId: string,
  fresh: StoredText,
  about: { field: string; compared?: boolean },
): Promise<Plan> {
  const { revision: number } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { revision: true },
  })
  const old = await tx.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId, number } },
    select: { id: true, number: true, text: true },
  })
  const standing = await readStanding(tx, old.id)
  const given = {
    old: { text: old.text, sentences: await sentencesJson(tx, old.id) },
    fresh: { text: fresh.text, sentences: fresh.sentences },
    standing: standing.map(({ claimId, quote, start, end, state }) => ({
      claimId,
      quote,
      start,
      end,
      state,
    })),
    compared: about.compared,
  }
  const quoted = standing.reduce((sum, { quote }) => sum + quote.length, 0)
  const units = old.text.length + fresh.text.length + quoted
  const carried = await work('carryText', given, { units, field: about.field })
  return { articleId, old, fresh, standing, carried }
}

/** Thrown when text or claims are others than the plan knew: it is to be made anew. */
export class PlanOutdated extends Error {}

/**
 * Makes the text of a plan the article's newest revision, and carries every claim over to it. The article must be locked,
 * and the text another one than the newest.
 * @param revisionId of the revision that is to be made
 * @throws PlanOutdated before anything is written
 */
export async function writeRevision(
  tx: Tx,
  actor: Actor,
  revisionId: string,
  { articleId, old, fresh, carried, standing: planned }: Plan,
): Promise<Revised> {
  const article = await tx.article.findUniqueOrThrow({ where: { id: articleId } })
  const standing = await readStanding(tx, old.id)
  if (article.revision !== old.number || stampOf(standing) !== stampOf(planned)) throw new PlanOutdated()
  const number = article.revision + 1
  await insertRevision(tx, actor, { id: revisionId, articleId, number }, fresh)
  await tx.article.update({ where: { id: articleId }, data: { revision: number } })
  await storeSentences(tx, { articleId, revisionId, oldRevisionId: old.id }, carried.sentences)
  await insertRows(
    tx,
    'anchor',
    carried.anchors.map(({ keys: _, ...anchor }) => ({ ...anchor, id: newId(), revisionId })),
  )
  const rows = standing.flatMap((one, index) => {
    const anchor = carried.anchors[index]
    return anchor ? [{ before: one, after: anchor }] : []
  })
  const totals = totalsOf(rows.filter((row) => row.before.claim.withdrawnAt === null).map((row) => row.after))
  await recordEvents(tx, articleId, [
    {
      actor,
      verb: 'article.revised',
      subjectId: articleId,
      before: { revision: article.revision },
      after: { revision: number, ...totals.outcomes },
    },
    ...(await carryClaims(tx, actor, article.revision, rows)),
    ...(await reopened(tx, actor, article)),
  ])
  return { revision: number, totals }
}
