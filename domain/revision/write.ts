import 'server-only'
import { createHash } from 'node:crypto'
import { carryClaims } from '@/domain/claim/carry'
import { recordEvents } from '@/domain/history/record'
import { reopened, storeSentences } from '@/domain/sentence/write'
import { work } from '@/domain/text-work/run'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { insertRows } from '@/prisma/insert-rows'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { headlineStart, readingOf } from '@/text/reading'
import type { CarriedText } from './carrying'
import { readStanding, sentencesJson, type StandingRow } from './read'
import { totalsOf, type Totals } from './rules'
import type { StoredText } from './stored-text'

export type Revised = { revision: number; totals: Totals }

type NewRevision = {
  id: string
  articleId: string
  number: number
}

/** Writes a text and its headline as a revision. Its blocks go to the database as the JSON they are: a text has thousands. */
export async function insertRevision(
  tx: Tx,
  actor: Actor,
  { id, articleId, number }: NewRevision,
  { text, headline, blocks }: Pick<StoredText, 'text' | 'headline' | 'blocks'>,
): Promise<void> {
  const sha256 = createHash('sha256').update(text).digest('hex')
  await tx.$executeRaw`
    insert into revision (id, article_id, number, text, headline, headline_start, blocks, sha256, created_by_id,
      created_at)
    values (${id}::uuid, ${articleId}::uuid, ${number}, ${text}, ${headline}, ${headlineStart(text)}, ${blocks}::jsonb, ${sha256}, ${actor.id}::uuid, ${now()})`
}

/** What would become of an article's claims if a text were its newest; worked out before anything is locked. */
export type Plan = {
  articleId: string
  /** The revision that it is carried over from. */
  old: { id: string; number: number; text: string; headline: string }
  fresh: StoredText
  standing: StandingRow[]
  carried: CarriedText
}

/** All that a carried claim depends on. */
const stampOf = (standing: readonly StandingRow[]) =>
  JSON.stringify(standing.map(({ claim: _, ...one }) => one))

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
    select: { id: true, number: true, text: true, headline: true },
  })
  const standing = await readStanding(tx, old.id)
  const given = {
    old: { text: readingOf(old), sentences: await sentencesJson(tx, old.id) },
    fresh: { text: readingOf(fresh), sentences: fresh.sentences },
    standing: standing.map(({ claim: _, ...one }) => one),
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
    carried.anchors.map(({ keys: _, sentences: __, ...anchor }) => ({ ...anchor, id: newId(), revisionId })),
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
