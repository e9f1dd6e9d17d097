import 'server-only'
import type { OpenClaim } from '@/domain/claim/open'
import { fieldsBefore, isReviewed } from '@/domain/claim/rules'
import { storeJudged, type Written } from '@/domain/claim/write'
import { recordEvents, type ArticleLine } from '@/domain/history/record'
import { toldMerge, type MergedPart } from '@/domain/merging/rules'
import { reopened } from '@/domain/sentence/write'
import type { ReviewFields } from '@/domain/review/rules'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'

/** The columns that follow a status or a priority. */
type Follows = Partial<
  Pick<
    OpenClaim['claim'],
    'reviewedById' | 'reviewedAt' | 'disputedBefore' | 'takenFromId' | 'loweredById'
  > & {
    earlier: unknown
  }
>

export type ChangeTogether = {
  open: OpenClaim
  verb: 'claim.reviewed' | 'claim.planned'
  /** Columns that history records before and after. */
  changes: Omit<ReviewFields, 'finding'>
  /** The parts that others changed since the claim was chosen. */
  merged: readonly MergedPart[]
  follows: Follows
  /** Who wrote the status; absent when the status stays. */
  written?: Omit<Written, 'part' | 'anew'>
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

/** The whole new value of each column that a change of many may touch. */
function rowOf({ open: { claim, anchor }, changes, follows }: ChangeTogether) {
  const { status, priority, assigneeId, dueAt, reviewedById, reviewedAt, disputedBefore } = claim
  const { takenFromId, loweredById, earlier } = claim
  const present = { status, priority, assigneeId, dueAt, reviewedById, reviewedAt, disputedBefore }
  const judges = changes.status !== undefined && isReviewed(changes.status)
  return {
    ...{ ...present, takenFromId, loweredById, earlier },
    ...changes,
    ...follows,
    id: claim.id,
    version: claim.version,
    judges,
    anchorId: judges ? anchor?.id : null,
    /** A sign-off is bound to the status. */
    voided: changes.status !== undefined && claim.signedOffById !== null,
  }
}

type Row = ReturnType<typeof rowOf>

/** Binds the verdicts to the words on which the claims stand now. The caller has refused those that stand nowhere. */
async function judge(tx: Tx, changed: readonly ChangeTogether[], rows: readonly Row[]) {
  const judged = new Set(rows.filter(({ judges }) => judges).map(({ id }) => id))
  if (judged.size === 0) return
  const anchors = rows.flatMap(({ anchorId }) => anchorId ?? [])
  await tx.anchor.updateMany({ where: { id: { in: anchors } }, data: { state: 'anchored' } })
  const byRevision = grouped(
    changed.filter(({ open }) => judged.has(open.claim.id)),
    ({ open }) => open.anchor?.revisionId ?? '',
  )
  for (const [revisionId, those] of byRevision)
    await storeJudged(
      tx,
      revisionId,
      those.map(({ open }) => open.claim.id),
    )
}

/** The writers of the status of many claims, with two queries. */
async function recordWriters(tx: Tx, changed: readonly ChangeTogether[], voided: readonly string[]) {
  if (voided.length > 0)
    await tx.claimWriter.deleteMany({ where: { claimId: { in: [...voided] }, replaced: true } })
  const written = changed.filter((one) => one.written !== undefined)
  if (written.length === 0) return
  const ids = written.map(({ open }) => open.claim.id)
  await tx.claimWriter.updateMany({
    where: { claimId: { in: ids }, part: 'status' },
    data: { replaced: true },
  })
  const rows = written.flatMap(({ open, written: who }) =>
    (who?.by ?? []).map((personId) => ({ claimId: open.claim.id, personId })),
  )
  await tx.$executeRaw`
    insert into claim_writer (claim_id, part, person_id)
    select n."claimId", 'status', n."personId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n("claimId" uuid, "personId" uuid)
    on conflict (claim_id, part, person_id) do update set replaced = false`
}

async function updateRows(tx: Tx, rows: readonly Row[]): Promise<void> {
  const count = await tx.$executeRaw`
    update claim c set
      status = n.status::"ClaimStatus",
      priority = n.priority::"Priority",
      assignee_id = n."assigneeId",
      due_at = n."dueAt",
      reviewed_by_id = n."reviewedById",
      reviewed_at = n."reviewedAt",
      disputed_before = n."disputedBefore",
      taken_from_id = n."takenFromId",
      urgency_lowered_by_id = n."loweredById",
      earlier = nullif(n.earlier, 'null'::jsonb),
      anchor_state = case when n.judges then 'anchored' else c.anchor_state end,
      signed_off_by_id = case when n.voided then null else c.signed_off_by_id end,
      signed_off_at = case when n.voided then null else c.signed_off_at end,
      signed_off_digest = case when n.voided then null else c.signed_off_digest end,
      sent_back_why = case when n.judges then null else c.sent_back_why end,
      sent_back_at = case when n.judges then null else c.sent_back_at end,
      sent_back_by_id = case when n.judges then null else c.sent_back_by_id end,
      sent_back_to_id = case when n.judges then null else c.sent_back_to_id end,
      version = c.version + 1,
      updated_at = ${now()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n(id uuid, version integer, status text, priority text, "assigneeId" uuid, "dueAt" timestamptz,
        "reviewedById" uuid, "reviewedAt" timestamptz, "disputedBefore" boolean, "takenFromId" uuid,
        "loweredById" uuid, earlier jsonb, judges boolean, voided boolean)
    where c.id = n.id and c.version = n.version`
  if (count !== rows.length) throw new Error(`${count} of ${rows.length} opened claims were changed`)
}

/**
 * Changes status or plan of many claims, each as `writeClaim` changes one: the row, the writers, the end of a sign-off,
 * and a line of history; a cleared article that has something open again is reopened. One query updates all rows. The
 * caller has opened the claims with `openClaims`, which locks their articles, and has checked each by the rules.
 */
export async function writeClaims(tx: Tx, actor: Actor, changed: readonly ChangeTogether[]): Promise<void> {
  if (changed.length === 0) return
  const rows = changed.map(rowOf)
  const voided = new Set(rows.filter((row) => row.voided).map(({ id }) => id))
  await judge(tx, changed, rows)
  await updateRows(tx, rows)
  await recordWriters(tx, changed, [...voided])
  for (const [articleId, those] of grouped(changed, ({ open }) => open.article.id)) {
    const [first] = those
    const lines = those.flatMap(({ open: { claim }, verb, changes, merged }): ArticleLine[] => {
      const about = { actor, claimId: claim.id, subjectId: claim.id }
      return [
        { ...about, verb, before: fieldsBefore(claim, changes), after: { ...changes, ...toldMerge(merged) } },
        ...(voided.has(claim.id) ? [{ ...about, verb: 'claim.sign_off_voided' as const }] : []),
      ]
    })
    await recordEvents(tx, articleId, [
      ...lines,
      ...(first ? await reopened(tx, actor, first.open.article) : []),
    ])
  }
}
