import 'server-only'
import { createHash } from 'node:crypto'
import { recordEvent, recordEvents } from '@/domain/history/record'
import { reopenIfOpen, storeSentences } from '@/domain/sentence/record'
import { sentencesToStore } from '@/domain/sentence/rules'
import type { Block } from '@/domain/text/blocks'
import { likenessKeys } from '@/domain/text/likeness/keys'
import { alignUnits } from '@/domain/text/revise/align'
import { versionOf, type Version } from '@/domain/text/revise/version'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { readStanding } from './queries'
import { carryAnchors, earlierVerdict, totalsOf, type CarriedAnchor, type Totals } from './rules'

export type Revised = { revision: number; totals: Totals }

type StandingRow = Awaited<ReturnType<typeof readStanding>>[number]

/** Writes the new words of claims, and sets back the verdict of those that say something else now. */
async function writeClaims(
  tx: Tx,
  actor: Actor,
  place: { articleId: string; oldRevision: number },
  rows: { before: StandingRow; after: CarriedAnchor }[],
) {
  const changed = rows.filter(
    ({ before, after }) => after.outcome === 'changed' || after.quote !== before.claim.quote,
  )
  if (changed.length === 0) return
  const lines = changed.map(({ before, after }) => {
    const setBack = after.outcome === 'changed'
    const earlier = setBack ? earlierVerdict(before.claim, place.oldRevision) : before.claim.earlier
    return { id: before.claimId, quote: after.quote, keys: likenessKeys(after.quote), setBack, earlier }
  })
  await tx.$executeRaw`
    update claim c set
      quote = n.quote,
      keys = n.keys,
      earlier = n.earlier,
      status = case when n."setBack" then 'unreviewed' else c.status end,
      reviewed_by_id = case when n."setBack" then null else c.reviewed_by_id end,
      reviewed_at = case when n."setBack" then null else c.reviewed_at end,
      disputed_before = c.disputed_before and not n."setBack",
      signed_off_by_id = case when n."setBack" then null else c.signed_off_by_id end,
      signed_off_at = case when n."setBack" then null else c.signed_off_at end,
      signed_off_digest = case when n."setBack" then null else c.signed_off_digest end,
      version = c.version + 1,
      updated_at = ${now()}
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as n(id uuid, quote text, keys integer[], "setBack" boolean, earlier jsonb)
    where c.id = n.id`
  const told = changed.filter(
    ({ before, after }) => after.outcome === 'changed' && before.claim.withdrawnAt === null,
  )
  await recordEvents(
    tx,
    place.articleId,
    told.flatMap(({ before, after }) => {
      const about = { actor, claimId: before.claimId, subjectId: before.claimId }
      const line = {
        ...about,
        verb: 'claim.text_changed' as const,
        before: { quote: before.quote, status: before.claim.status },
        after: { quote: after.quote, status: 'unreviewed' },
      }
      return before.claim.signedOffById
        ? [line, { ...about, verb: 'claim.sign_off_voided' as const }]
        : [line]
    }),
  )
}

/** Sentences that stayed as they were keep what was said of them. */
function passedBefore(
  old: Version,
  fresh: Version,
  oldSentences: readonly { passedById: string | null; passedAt: Date | null }[],
): Map<number, { passedById: string | null; passedAt: Date | null }> {
  const kept = new Map<number, { passedById: string | null; passedAt: Date | null }>()
  for (const pair of alignUnits(old.units, fresh.units)) {
    const before = oldSentences[pair.old]
    if (pair.kind === 'changed' || !before?.passedAt) continue
    kept.set(pair.fresh, { passedById: before.passedById, passedAt: before.passedAt })
  }
  return kept
}

type NewText = {
  articleId: string
  /** Of the revision that is to be made. */
  revisionId: string
  text: string
  blocks: Block[]
}

/**
 * Makes a text that differs from the newest one the article's newest revision, and carries every claim over to it. The
 * article must be locked.
 */
export async function writeRevision(tx: Tx, actor: Actor, fresh: NewText): Promise<Revised> {
  const article = await tx.article.findUniqueOrThrow({
    where: { id: fresh.articleId },
    select: { revision: true, language: true },
  })
  const old = await tx.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId: fresh.articleId, number: article.revision } },
    select: { id: true, text: true },
  })
  const number = article.revision + 1
  const place = { articleId: fresh.articleId, revisionId: fresh.revisionId }
  const oldSentences = await tx.sentence.findMany({
    where: { revisionId: old.id },
    orderBy: { position: 'asc' },
    select: { start: true, end: true, passedById: true, passedAt: true },
  })
  const sentences = sentencesToStore(fresh.text, fresh.blocks, article.language)
  const before = versionOf(old.text, oldSentences)
  const after = versionOf(fresh.text, sentences)
  const standing = await readStanding(tx, old.id)
  const carried = carryAnchors(before, after, standing)
  await tx.revision.create({
    data: {
      id: place.revisionId,
      articleId: place.articleId,
      number,
      text: fresh.text,
      blocks: fresh.blocks,
      sha256: createHash('sha256').update(fresh.text).digest('hex'),
      createdById: actor.id,
      createdAt: now(),
    },
  })
  await tx.article.update({ where: { id: place.articleId }, data: { revision: number } })
  const passed = passedBefore(before, after, oldSentences)
  await storeSentences(
    tx,
    place,
    sentences.map((sentence) => ({ ...sentence, ...passed.get(sentence.position) })),
  )
  await tx.anchor.createMany({
    data: carried.map((anchor) => ({ ...anchor, revisionId: place.revisionId })),
  })
  const rows = standing.flatMap((one, index) => {
    const anchor = carried[index]
    return anchor ? [{ before: one, after: anchor }] : []
  })
  const totals = totalsOf(rows.filter((row) => row.before.claim.withdrawnAt === null).map((row) => row.after))
  await recordEvent(tx, {
    actor,
    verb: 'article.revised',
    articleId: place.articleId,
    subjectId: place.articleId,
    before: { revision: article.revision },
    after: { revision: number, ...totals.outcomes },
  })
  await writeClaims(tx, actor, { articleId: place.articleId, oldRevision: article.revision }, rows)
  await reopenIfOpen(tx, actor, place.articleId)
  return { revision: number, totals }
}
