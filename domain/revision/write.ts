import 'server-only'
import { createHash } from 'node:crypto'
import { setNewestRevision } from '@/domain/article/counters/write'
import { carryClaims } from '@/domain/claim/carried/write'
import type { StandingClaim } from '@/domain/claim/made/anchored'
import { createClaims, type AnchoredClaim } from '@/domain/claim/made/write'
import { recordEvents } from '@/domain/history/record'
import { reopened, storeSentences } from '@/domain/sentence/write'
import { work } from '@/domain/text-work/pool/worker'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { insertRows } from '@/prisma/insert-rows'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { headlineStart, readingOf } from '@/text/reading'
import type { KnownChange } from '@/text/revise/known'
import type { CarriedText } from './carrying'
import { linksAfterEdit, linksWithin, type TextLink } from './links/links'
import { readLinks, readStanding, sentencesJson, type StandingRow } from './open'
import { totalsOf, type Totals } from './rules'
import type { StoredText } from './stored-text'

export type Revised = { revision: number; totals: Totals }

type NewRevision = {
  id: string
  articleId: string
  number: number
}

/**
 * Writes a text and its headline as a revision. Its thousands of blocks go to the database as the JSON that they
 * already are.
 */
export async function insertRevision(
  tx: Tx,
  actor: Actor,
  { id, articleId, number }: NewRevision,
  { text, headline, blocks }: Pick<StoredText, 'text' | 'headline' | 'blocks'>,
  links: readonly TextLink[],
): Promise<void> {
  const sha256 = createHash('sha256').update(text).digest('hex')
  await tx.$executeRaw`
    insert into revision (id, article_id, number, text, headline, headline_start, blocks, links, sha256,
      created_by_id, created_at)
    values (${id}::uuid, ${articleId}::uuid, ${number}, ${text}, ${headline}, ${headlineStart(text)}, ${blocks}::jsonb, ${JSON.stringify(linksWithin(text, links))}::jsonb, ${sha256}, ${actor.id}::uuid, ${now()})`
}

/** What a new text would do to an article's claims. It is worked out before anything is locked. */
export type Plan = {
  articleId: string
  /** The revision whose claims are carried over. */
  old: { id: string; number: number; text: string; headline: string }
  fresh: StoredText
  standing: StandingRow[]
  carried: CarriedText
}

/** Everything on which the result for the carried claims depends. */
const stampOf = (standing: readonly StandingRow[]) =>
  JSON.stringify(standing.map(({ claim: _, ...one }) => one))

/**
 * Makes a plan, in a worker thread when the texts are long.
 * @param about the field that brought the new text, whether to compare the texts, and the changes known between them
 */
export async function planRevision(
  tx: Tx,
  articleId: string,
  fresh: StoredText,
  about: { field: string; compared?: boolean; known?: readonly KnownChange[] },
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
    known: about.known,
  }
  const quoted = standing.reduce((sum, { quote }) => sum + quote.length, 0)
  const units = old.text.length + fresh.text.length + quoted
  const carried = await work('carryText', given, { units, field: about.field })
  return { articleId, old, fresh, standing, carried }
}

/** The claims that stand in the new text of a plan. */
export function standingIn({ standing, carried }: Plan): StandingClaim[] {
  const claims = new Map(standing.map(({ claimId, claim }) => [claimId, claim]))
  return carried.anchors.flatMap(({ claimId, start, end, state }) => {
    const claim = claims.get(claimId)
    if (!claim || claim.withdrawnAt !== null || state === 'orphaned') return []
    return { start, end, number: claim.number }
  })
}

/** Thrown when text or claims changed after the plan was made; the caller makes the plan again. */
export class PlanOutdated extends Error {}

type BroughtWith = {
  links?: readonly TextLink[]
  claims?: readonly Omit<AnchoredClaim, 'id'>[]
}

/**
 * Makes the text of a plan the newest revision of its article and carries every claim over to it. The article must be
 * locked, and the text must differ from the newest one.
 * @param revisionId the id of the new revision
 * @param brought what comes with the text: its links, and new claims on its words
 * @throws PlanOutdated before anything is written
 */
export async function writeRevision(
  tx: Tx,
  actor: Actor,
  revisionId: string,
  { articleId, old, fresh, carried, standing: planned }: Plan,
  brought: BroughtWith = {},
): Promise<Revised> {
  const article = await tx.article.findUniqueOrThrow({ where: { id: articleId } })
  const standing = await readStanding(tx, old.id)
  if (article.revision !== old.number || stampOf(standing) !== stampOf(planned)) throw new PlanOutdated()
  const number = article.revision + 1
  const kept = brought.links ?? linksAfterEdit(old.text, fresh.text, await readLinks(tx, old.id))
  await insertRevision(tx, actor, { id: revisionId, articleId, number }, fresh, kept)
  await setNewestRevision(tx, articleId, number)
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
  const claims = (brought.claims ?? []).map((one) => ({ ...one, id: newId() }))
  await createClaims(tx, actor, { article, revisionId }, claims)
  const totals = totalsOf(rows.filter((row) => row.before.claim.withdrawnAt === null).map((row) => row.after))
  await recordEvents(tx, articleId, [
    {
      actor,
      verb: 'article.revised',
      subjectId: articleId,
      before: { revision: article.revision },
      after: {
        revision: number,
        ...totals.outcomes,
        ...(claims.length > 0 && { claims: claims.length }),
      },
    },
    ...(await carryClaims(tx, actor, article.revision, rows)),
    ...(await reopened(tx, actor, article)),
  ])
  return { revision: number, totals }
}
