import 'server-only'
import type { z } from 'zod'
import { openStandingClaim, requireMerge, type OpenClaim } from '@/domain/claim/open'
import { brokenRule, isReviewed } from '@/domain/claim/rules'
import { writeClaim } from '@/domain/claim/write'
import { forbidden, notFound, ruleBroken } from '@/domain/errors'
import { may } from '@/domain/permissions'
import { sameWords, type JudgedWords } from '@/domain/revision/rules'
import { contextAt } from '@/domain/sentence/open'
import { disputedOnWords } from '@/domain/sign-off/rules'
import type { Actor } from '@/domain/user/policy'
import { NO_JSON, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { matchOf, statementOf } from '@/text/likeness/statement'
import { inTransaction } from '@/services/transaction'
import { takenFrom, takenWriters } from './rules'
import type { takeOverSchema } from './schema'

type OtherClaim = Awaited<ReturnType<typeof loadOther>>

async function loadOther(tx: Tx, id: string) {
  const other = await tx.claim.findUnique({
    where: { id },
    include: {
      sources: { where: { removedAt: null }, omit: { changedIn: true } },
      writers: { where: { replaced: false }, select: { part: true, personId: true } },
      article: { select: { title: true } },
    },
  })
  if (!other || other.withdrawnAt) throw notFound()
  return other
}

/** A claim's words and their sentences as they stand now; no sentences when the words are gone. */
async function standingWords({ tx, claim, anchor }: OpenClaim): Promise<JudgedWords> {
  if (!anchor) return { quote: claim.quote, context: [] }
  return { quote: anchor.quote, context: await contextAt(tx, anchor.revisionId, anchor) }
}

/**
 * A verdict holds for the words on which it was given. It can be taken over only for the same words, letter by letter,
 * or by a person who saw both statements and their differences.
 */
function requireSeen(own: JudgedWords, other: OtherClaim, seenVersion: number | undefined) {
  const judged = { quote: other.quote, context: [], ...(other.judged as Partial<JudgedWords>) }
  if (sameWords(judged, own)) return
  const [mine, theirs] = [own, judged].map(({ quote, context }) =>
    statementOf({ quote, context: context.join(' ') || quote }),
  )
  if (!mine || !theirs || !matchOf(mine, theirs)) throw ruleBroken('fromId', 'saysSomethingElse')
  if (seenVersion === undefined) throw ruleBroken('seenVersion', 'differencesUnseen')
  if (seenVersion !== other.version) throw ruleBroken('seenVersion', 'otherClaimChanged')
}

/**
 * Takes over verdict, finding and sources of another claim, and records it. It ends a sign-off, because the verdict now
 * has other authors.
 * @returns the claim's new version
 * @throws DomainError `conflict` with the current claim when `version` is not the newest; `rule` when the other claim
 *   is not reviewed, when nothing suggests that both say the same, or when they differ and nobody saw how
 */
export async function takeOver(
  actor: Actor,
  { id, fromId, version, seenVersion }: z.output<typeof takeOverSchema>,
): Promise<number> {
  if (!may(actor, 'reviewClaim')) throw forbidden()
  return inTransaction(async (tx) => {
    const open = await openStandingClaim(tx, actor, id)
    const { claim } = open
    const other = await loadOther(tx, fromId)
    await requireMerge(open, version, ['status', 'finding'])
    const { status } = other
    if (other.id === claim.id || !isReviewed(status)) throw ruleBroken('fromId', 'nothingToTakeOver')
    requireSeen(await standingWords(open), other, seenVersion)
    const { finding, sources } = takenFrom(claim, other)
    const stances = [...claim.sources, ...sources].map((source) => source.stance)
    const broken = brokenRule({ status, finding, stances })
    if (broken) throw ruleBroken(broken.path, broken.key)
    const at = now()
    const fresh = { claimId: claim.id, createdById: actor.id, version: 1, createdAt: at, updatedAt: at }
    await tx.source.createMany({ data: sources.map((source) => ({ ...source, ...fresh, id: newId() })) })
    return writeClaim(open, {
      verb: 'claim.taken_over',
      changes: { status, finding },
      follows: {
        takenFromId: other.id,
        disputedBefore: disputedOnWords(claim, status),
        earlier: NO_JSON,
        reviewedById: actor.id,
        reviewedAt: at,
      },
      told: {
        after: {
          sources: sources.length,
          from: `${other.article.title} · ${other.number}`,
          fromId: other.id,
        },
      },
      written: takenWriters(actor.id, other.writers, {
        before: claim.finding,
        after: finding,
        sources: sources.length,
      }),
      endsSignOff: true,
    })
  })
}
