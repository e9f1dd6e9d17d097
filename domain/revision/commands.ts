import 'server-only'
import { createHash } from 'node:crypto'
import { conflict, forbidden, invalid, notFound } from '@/domain/errors'
import { lockArticle, recordEvent, recordEvents } from '@/domain/history/record'
import { reopenIfOpen, storeSentences } from '@/domain/sentence/record'
import { sentencesToStore } from '@/domain/sentence/rules'
import { likenessKeys } from '@/domain/text/likeness/keys'
import { alignUnits } from '@/domain/text/revise/align'
import { versionOf, type Version } from '@/domain/text/revise/version'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { claimRequest } from '@/services/once'
import { inTransaction } from '@/services/transaction'
import { readBody } from './draft'
import { mayRevise } from './policy'
import { readStanding } from './queries'
import { carryAnchors, earlierVerdict, totalsOf, type CarriedAnchor, type Totals } from './rules'
import type { Revise } from './schema'

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

/**
 * Makes an edited text the article's newest revision and says where each claim stands in it. A claim whose words
 * changed is unreviewed again, with the earlier verdict kept beside it; one whose words are gone is orphaned.
 * @throws DomainError `conflict` when another revision came meanwhile; `invalid` when the text is the same
 */
export async function reviseArticle(actor: Actor, input: Revise): Promise<Revised> {
  if (!mayRevise(actor)) throw forbidden()
  const { draft, issues } = readBody(input)
  if (issues.length) throw invalid(issues)
  return inTransaction(async (tx) => {
    if (!(await lockArticle(tx, input.articleId))) throw notFound()
    const request = await claimRequest(tx, actor.id, input.requestKey, newId())
    if (!request.first) return revisedBefore(tx, request.subjectId)
    const article = await tx.article.findUniqueOrThrow({
      where: { id: input.articleId },
      select: { revision: true, language: true },
    })
    if (article.revision !== (input.revision ?? article.revision)) throw conflict(undefined, 'textChanged')
    const old = await tx.revision.findUniqueOrThrow({
      where: { articleId_number: { articleId: input.articleId, number: article.revision } },
      select: { id: true, text: true },
    })
    if (old.text === draft.text)
      throw invalid([{ path: input.markdown === undefined ? 'text' : 'markdown', key: 'textSame' }])
    const number = article.revision + 1
    const place = { articleId: input.articleId, revisionId: request.subjectId }
    const oldSentences = await tx.sentence.findMany({
      where: { revisionId: old.id },
      orderBy: { position: 'asc' },
      select: { start: true, end: true, passedById: true, passedAt: true },
    })
    const sentences = sentencesToStore(draft.text, draft.blocks, article.language)
    const before = versionOf(old.text, oldSentences)
    const after = versionOf(draft.text, sentences)
    const standing = await readStanding(tx, old.id)
    const carried = carryAnchors(before, after, standing)
    await tx.revision.create({
      data: {
        id: place.revisionId,
        articleId: input.articleId,
        number,
        text: draft.text,
        blocks: draft.blocks,
        sha256: createHash('sha256').update(draft.text).digest('hex'),
        createdById: actor.id,
        createdAt: now(),
      },
    })
    await tx.article.update({ where: { id: input.articleId }, data: { revision: number } })
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
    const totals = totalsOf(
      rows.filter((row) => row.before.claim.withdrawnAt === null).map((row) => row.after),
    )
    await recordEvent(tx, {
      actor,
      verb: 'article.revised',
      articleId: input.articleId,
      subjectId: input.articleId,
      before: { revision: article.revision },
      after: { revision: number, ...totals.outcomes },
    })
    await writeClaims(tx, actor, { articleId: input.articleId, oldRevision: article.revision }, rows)
    await reopenIfOpen(tx, actor, input.articleId)
    return { revision: number, totals }
  })
}

async function revisedBefore(tx: Tx, revisionId: string): Promise<Revised> {
  const { number } = await tx.revision.findUniqueOrThrow({ where: { id: revisionId } })
  const anchors = await tx.anchor.findMany({
    where: { revisionId, claim: { withdrawnAt: null } },
    select: { state: true, outcome: true },
  })
  return { revision: number, totals: totalsOf(anchors) }
}
