import 'server-only'
import { ruleBroken } from '@/domain/errors'
import type { ArticleVerb, Deed } from '@/domain/history/events'
import { recordEvents, type ArticleLine } from '@/domain/history/record'
import { reopened } from '@/domain/sentence/write'
import { signOffDigest } from '@/domain/sign-off/digest'
import type { ClaimPart } from '@/domain/sign-off/rules'
import type { Prisma, Tx } from '@/prisma/client'
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
  Pick<Prisma.ClaimUncheckedUpdateManyInput, 'earlier' | 'proposal'>

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

async function recordWriters(tx: Tx, claimId: string, written: readonly Written[]): Promise<void> {
  const anew = written.flatMap((one) => (one.anew ? [one.part] : []))
  if (anew.length > 0)
    await tx.claimWriter.updateMany({ where: { claimId, part: { in: anew } }, data: { replaced: true } })
  const rows = written.flatMap(({ part, by }) => by.map((personId) => ({ part, personId })))
  if (rows.length === 0) return
  await tx.claimWriter.createMany({
    data: rows.map((row) => ({ ...row, claimId })),
    skipDuplicates: true,
  })
  await tx.claimWriter.updateMany({ where: { claimId, OR: rows }, data: { replaced: false } })
}

/**
 * Forgets replaced writers, because an approval covered the part. From then on only the named writers count, and new
 * ones.
 */
const forgetReplaced = (tx: Tx, claimId: string) =>
  tx.claimWriter.deleteMany({ where: { claimId, replaced: true } })

/** Stores the words and sentences on which claims stand in a revision as the ones they were judged on. */
export async function storeJudged(tx: Tx, revisionId: string, claimIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    update claim c set
      judged = jsonb_build_object('quote', n.quote, 'context', context_at(n.revision_id, n.start, n."end"))
    from anchor n
    where n.claim_id = c.id and n.revision_id = ${revisionId}::uuid and c.id = any(${claimIds}::uuid[])`
}

/**
 * Binds a claim to the words on which it stands now, and thereby settles changed words.
 * @throws DomainError `rule` when its words are gone from the text
 */
async function judge({ tx, claim, anchor }: OpenClaim): Promise<void> {
  if (!anchor) throw new Error(`Claim ${claim.id} stands nowhere`)
  const { count } = await tx.anchor.updateMany({
    where: { id: anchor.id, state: { not: 'orphaned' } },
    data: { state: 'anchored' },
  })
  if (count === 0) throw ruleBroken('status', 'claimStandsNowhere')
  await storeJudged(tx, anchor.revisionId, [claim.id])
}

/**
 * The one way to change a claim. It writes the row, the writers of each part, and one line of history; further lines
 * follow when a sign-off ends or a cleared article is reopened. The caller has written anchor and sources before. A
 * change of sources alone does not raise the claim's version, because sources have versions of their own.
 * @returns the claim's new version
 * @throws DomainError `conflict` with the current claim; `rule` when a verdict would stand on words that are gone
 */
export async function writeClaim(open: OpenClaim, change: ClaimChange): Promise<number> {
  const { tx, actor, article, claim } = open
  const { verb, subjectId = claim.id, changes = {}, follows = {}, told, written = [], endsSignOff } = change
  const given: ClaimColumns = { ...changes, ...follows }
  const isVerdict = given.status !== undefined && isReviewed(given.status)
  const columns: ClaimColumns = { ...given, ...(isVerdict && claim.sentBackAt && NOT_SENT_BACK) }
  const judges = change.judges || isVerdict
  if (judges) await judge(open)
  const voided = await isVoided(open, columns, endsSignOff ?? false)
  const version = claim.version + (unlessEmpty(columns) ? 1 : 0)
  const { count } = await tx.claim.updateMany({
    where: { id: claim.id, version: claim.version },
    data: {
      ...columns,
      ...(judges && { anchorState: 'anchored' as const }),
      ...(voided && NO_SIGN_OFF),
      version,
      updatedAt: now(),
    },
  })
  if (count === 0) throw await lostClaim(open)
  if (voided) await forgetReplaced(tx, claim.id)
  await recordWriters(tx, claim.id, written)
  const about = { actor, claimId: claim.id, subjectId: claim.id }
  await recordEvents(tx, article.id, [
    {
      ...about,
      verb,
      subjectId,
      before: unlessEmpty({ ...fieldsBefore(claim, changes), ...told?.before }),
      after: unlessEmpty({ ...changes, ...told?.after }),
    } as ArticleLine,
    ...(voided ? [{ ...about, verb: 'claim.sign_off_voided' as const }] : []),
    ...(await reopened(tx, actor, article)),
  ])
  return version
}
