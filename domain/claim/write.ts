import 'server-only'
import { ruleBroken } from '@/domain/errors'
import type { ArticleVerb, Deed } from '@/domain/history/events'
import { recordEvents, type ArticleLine } from '@/domain/history/record'
import { reopened } from '@/domain/sentence/write'
import { signOffDigest } from '@/domain/sign-off/digest'
import type { ClaimPart } from '@/domain/sign-off/rules'
import { NO_JSON, type Prisma, type Tx } from '@/prisma/client'
import { columnOf } from '@/prisma/insert-rows'
import { empty, raw, type Sql, sql } from '@/prisma/sql'
import { now } from '@/services/clock'
import { lostClaim, type OpenClaim } from './open'
import { fieldsBefore, isReviewed } from './rules'

/** The columns of a claim that is not signed off. */
export const NO_SIGN_OFF = { signedOffById: null, signedOffAt: null, signedOffDigest: null } as const

/** The columns of a claim that nobody sent back. */
const NOT_SENT_BACK = { sentBackWhy: null, sentBackAt: null, sentBackById: null, sentBackToId: null } as const

type Fields = Record<string, unknown>
type LineVerb = Extract<ArticleVerb, `${'claim' | 'source'}.${string}`>
type Told<V extends LineVerb, S extends 'before' | 'after'> = Partial<NonNullable<Deed<V>[S]>>
/** The part of a claim's change that the type of its history line decides. */
type LineOf<V extends LineVerb> = {
  verb: V
  /** Columns that history records before and after. */
  changes?: Pick<ClaimColumns, keyof ClaimColumns & keyof Told<V, 'after'>>
  /** Further values that history records. */
  told?: { before?: Told<V, 'before'>; after?: Told<V, 'after'> }
}
type Row = OpenClaim['claim']
export type ClaimColumns = Partial<
  Omit<Row, 'sources' | 'writers' | 'proposal' | 'earlier' | 'judged' | 'version' | 'changedIn' | 'due'>
> &
  Pick<Prisma.ClaimUncheckedUpdateManyInput, 'earlier' | 'proposal'> & { keys?: number[] }

export type Written = {
  part: ClaimPart
  by: readonly string[]
  /** The part is written anew. Its earlier writers are no longer named, but they count until somebody approves. */
  anew?: boolean
}

export type ClaimLine = { [V in LineVerb]: LineOf<V> }[LineVerb]
export type ClaimChange = ClaimLine & {
  /** The subject of the history line, when that is one of the claim's sources. */
  subjectId?: string
  /** Columns that change along with the others but that history does not record. */
  follows?: ClaimColumns
  /** Who wrote which part that a sign-off approves. */
  written?: readonly Written[]
  /**
   * Ends a sign-off even if its digest still holds. The digest does not cover where the words stand or who gave the
   * verdict.
   */
  endsSignOff?: boolean
  /** Binds the claim to the words and sentences where it stands now. A change of the verdict always does. */
  judges?: boolean
}

const unlessEmpty = (fields: Fields) => (Object.keys(fields).length > 0 ? fields : undefined)

/** Whether a change ends an existing sign-off: it does when the digest no longer matches. */
async function isVoided({ tx, claim }: OpenClaim, columns: ClaimColumns, ends: boolean): Promise<boolean> {
  if (claim.signedOffById === null) return false
  if (ends) return true
  const sources = await tx.source.findMany({ where: { claimId: claim.id, removedAt: null } })
  return signOffDigest({ ...claim, ...columns, sources }) !== signOffDigest(claim)
}

type Writing = { claimId: string; written: readonly Written[]; voided: boolean }

/**
 * The writes that note who wrote which part. When a sign-off ends, replaced writers are forgotten, because an approval
 * covered their part; from then on only the named writers count, and new ones.
 */
function writersNoted({ claimId, written, voided }: Writing): Sql[] {
  const rows = written.flatMap(({ part, by }) => by.map((personId) => ({ part, personId })))
  const anew = written.flatMap((one) => (one.anew ? [one.part] : []))
  const named = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(part "ClaimPart", "personId" uuid)`
  const others = sql`claim_id = ${claimId}::uuid
    and not exists (select 1 from ${named} where n.part = w.part and n."personId" = w.person_id)`
  const notes = []
  if (voided) notes.push(sql`delete from claim_writer w where ${others} and replaced`)
  if (anew.length > 0)
    notes.push(
      sql`update claim_writer w set replaced = true
        where ${others} and not replaced and part = any(${anew}::"ClaimPart"[])`,
    )
  if (rows.length > 0)
    notes.push(
      sql`insert into claim_writer (claim_id, part, person_id)
        select distinct ${claimId}::uuid, n.part, n."personId" from ${named}
        on conflict (claim_id, part, person_id) do update set replaced = false`,
    )
  return notes
}

/** Stores the words and sentences on which claims stand in a revision as the ones they were judged on. */
export async function storeJudged(tx: Tx, revisionId: string, claimIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    update claim c set
      judged = jsonb_build_object('quote', n.quote, 'context', context_at(n.revision_id, n.start, n."end"))
    from anchor n
    where n.claim_id = c.id and n.revision_id = ${revisionId}::uuid and c.id = any(${claimIds}::uuid[])`
}

/** Settles the words on which a claim stands now, unless they are gone. */
const settled = (anchorId: string) => sql`
  update anchor set state = 'anchored' where id = ${anchorId}::uuid and state <> 'orphaned'`

/** The value of `judged` for the words and sentences on which a claim stands now. */
const judgedOn = (anchorId: string) => sql`
  (select jsonb_build_object('quote', n.quote, 'context', context_at(n.revision_id, n.start, n."end"))
   from anchor n where n.id = ${anchorId}::uuid)`

type ClaimRow = Omit<ClaimColumns, 'earlier' | 'proposal'> & {
  earlier?: unknown
  proposal?: unknown
  version: number
  updatedAt: Date
}

/** Writes columns of a claim, if it still has this version. */
function claimChanged({ id, version }: OpenClaim['claim'], columns: ClaimRow, judgedAt: string | null) {
  const values = Object.entries(columns).filter(([, value]) => value !== undefined)
  const row = Object.fromEntries(
    values.map(([field, value]) => [columnOf(field), value === NO_JSON ? null : value]),
  )
  const set = Object.keys(row).map((column) => `"${column}" = r."${column}"`)
  return sql`
    update claim c set ${raw(set.join(', '))}${judgedAt === null ? empty : sql`, judged = ${judgedOn(judgedAt)}`}
    from jsonb_populate_record(null::claim, ${JSON.stringify(row)}::jsonb) r
    where c.id = ${id}::uuid and c.version = ${version}`
}

async function executed(tx: Tx, writes: readonly Sql[]): Promise<number[]> {
  const touched = []
  for (const write of writes) touched.push(await tx.$executeRaw(write))
  return touched
}

/**
 * The one way to change a claim. It writes the row, the writers of each part, and one line of history, all with one
 * query; further lines follow when a sign-off ends or a cleared article is reopened. The caller has written anchor
 * and sources before. A change of sources alone does not raise the claim's version, because sources have versions of
 * their own.
 * @returns the claim's new version
 * @throws DomainError `conflict` with the current claim; `rule` when a verdict would stand on words that are gone
 */
export async function writeClaim(open: OpenClaim, change: ClaimChange): Promise<number> {
  const { tx, actor, article, claim, anchor } = open
  const { verb, subjectId = claim.id, changes = {}, follows = {}, told, written = [], endsSignOff } = change
  const given: ClaimColumns = { ...changes, ...follows }
  const isVerdict = given.status !== undefined && isReviewed(given.status)
  const columns: ClaimColumns = { ...given, ...(isVerdict && claim.sentBackAt && NOT_SENT_BACK) }
  const judges = change.judges || isVerdict
  if (judges && !anchor) throw new Error(`Claim ${claim.id} stands nowhere`)
  const judgedAt = judges && anchor ? anchor.id : null
  const voided = await isVoided(open, columns, endsSignOff ?? false)
  const version = claim.version + (unlessEmpty(columns) ? 1 : 0)
  const row: ClaimRow = {
    ...columns,
    ...(judges && { anchorState: 'anchored' as const }),
    ...(voided && NO_SIGN_OFF),
    version,
    updatedAt: now(),
  }
  const about = { actor, claimId: claim.id, subjectId: claim.id }
  const writes = [
    claimChanged(claim, row, judgedAt),
    ...(judgedAt === null ? [] : [settled(judgedAt)]),
    ...writersNoted({ claimId: claim.id, written, voided }),
  ]
  // Whether a cleared article is open again depends on the change.
  const early = article.state === 'cleared' ? await executed(tx, writes) : null
  const late = await recordEvents(
    tx,
    article.id,
    [
      {
        ...about,
        verb,
        subjectId,
        before: unlessEmpty({ ...fieldsBefore(claim, changes), ...told?.before }),
        after: unlessEmpty({ ...changes, ...told?.after }),
      } as ArticleLine,
      ...(voided ? [{ ...about, verb: 'claim.sign_off_voided' as const }] : []),
      ...(await reopened(tx, actor, article)),
    ],
    early ? [] : writes,
  )
  const [changed, stands = 1] = early ?? late
  if (judgedAt !== null && stands === 0) throw ruleBroken('status', 'claimStandsNowhere')
  if (changed === 0) throw await lostClaim(open)
  return version
}
