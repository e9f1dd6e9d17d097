import 'server-only'
import type { z } from 'zod'
import { lostClaim, openStandingClaim, refuseTwin, requireNewest, type OpenClaim } from '@/domain/claim/open'
import { isReviewed } from '@/domain/claim/rules'
import { writeClaim, type ClaimColumns } from '@/domain/claim/write'
import { forbidden, notFound, ruleBroken } from '@/domain/errors'
import { may } from '@/domain/permissions'
import { locateInRevision } from '@/domain/revision/read'
import { earlierVerdict } from '@/domain/revision/rules'
import { mayTakeOffWords, urgencyHeld } from '@/domain/sign-off/rules'
import { fold } from '@/text/fold'
import { likenessKeys } from '@/text/likeness/keys'
import type { Actor } from '@/domain/user/policy'
import { db, type Prisma } from '@/prisma/client'
import { settings } from '@/services/settings'
import { inTransaction } from '@/services/transaction'
import { requireWords } from './rules'
import type { anchorClaimSchema, settleAnchorSchema } from './schema'

/** Every claim of an article has an anchor in each of its revisions. */
function anchorOf({ claim, anchor }: OpenClaim) {
  if (!anchor) throw new Error(`Claim ${claim.id} stands nowhere`)
  return anchor
}

const earlierQuote = ({ earlier }: OpenClaim['claim']) => (earlier as { quote?: string } | null)?.quote

/** The verdict goes with the words it was given to; what was found of them does not count for others. */
const setBack = ({ claim, article }: OpenClaim): ClaimColumns => ({
  earlier: earlierVerdict(claim, article.revision) as Prisma.InputJsonObject,
  reviewedById: null,
  reviewedAt: null,
})

const writtenBy = (actor: Actor) => [{ part: 'words' as const, by: [actor.id], anew: true }]

/**
 * Puts a claim on other words of the newest revision. When they are not the words it was reviewed on, the verdict is
 * set back and kept beside it. A sign-off ends with any move: it was given to the words where they stood.
 * @returns the claim's version after it
 * @throws DomainError `conflict` when claim or text changed meanwhile; `invalid` when the words are missing, stand more
 *   than once, or are another claim; `rule` when someone who wrote any of a claim that needs a second person would take
 *   it off words that still stand
 */
export async function anchorClaim(actor: Actor, input: z.output<typeof anchorClaimSchema>): Promise<number> {
  if (!may(actor, 'makeClaim')) throw forbidden()
  const { id, version, revision: number, quote, prefix, suffix, start } = input
  const place = await db().claim.findUnique({ where: { id }, select: { articleId: true } })
  if (!place) throw notFound()
  const found = await locateInRevision({ ...place, number }, { quote, prefix, suffix, hint: start })
  return inTransaction(async (tx) => {
    const open = await openStandingClaim(tx, actor, id)
    const { claim, article } = open
    if (article.revision !== number) throw await lostClaim(open, 'textChanged')
    const anchor = anchorOf(open)
    const { words: there } = found
    if (anchor.state === 'anchored' && anchor.start === there?.start && anchor.end === there.end)
      return claim.version
    await requireNewest(open, version)
    const { keys, ...words } = requireWords(found)
    await refuseTwin(tx, { ...words, revisionId: anchor.revisionId }, claim.id)
    const sameWords = fold(words.quote).folded === fold(earlierQuote(claim) ?? claim.quote).folded
    const held = { ...claim, urgencyHeld: urgencyHeld(claim.loweredById, claim.writers) }
    const leaves = anchor.state === 'anchored' && !sameWords
    if (leaves && !mayTakeOffWords(held, actor.id, settings().signOff))
      throw ruleBroken('quote', 'withdrawIsOwn')
    const loses = !sameWords && isReviewed(claim.status)
    await tx.anchor.update({ where: { id: anchor.id }, data: { ...words, state: 'anchored' } })
    return writeClaim(open, {
      verb: 'claim.anchored',
      changes: { quote: words.quote, ...(loses && { status: 'unreviewed' }) },
      follows: { keys, ...(!sameWords && { disputedBefore: false }), ...(loses && setBack(open)) },
      written: writtenBy(actor),
      endsSignOff: true,
    })
  })
}

/**
 * Says of a claim whose words changed that it is still the same claim, or that its words are gone. A sign-off given to
 * the changed words ends when the claim goes back to the words before.
 * @returns the claim's version after it
 * @throws DomainError `conflict` when the claim changed meanwhile; `rule` when its words did not change
 */
export async function settleAnchor(
  actor: Actor,
  { id, version, same }: z.output<typeof settleAnchorSchema>,
): Promise<number> {
  if (!may(actor, 'makeClaim')) throw forbidden()
  return inTransaction(async (tx) => {
    const open = await openStandingClaim(tx, actor, id)
    await requireNewest(open, version)
    const anchor = anchorOf(open)
    if (anchor.state !== 'changed') throw ruleBroken('same', 'anchorNotChanged')
    const quote = same
      ? anchor.quote
      : (earlierQuote(open.claim) ?? (await quoteBefore(open)) ?? anchor.quote)
    await tx.anchor.update({
      where: { id: anchor.id },
      data: same ? { state: 'anchored' } : { state: 'orphaned', end: anchor.start, quote },
    })
    return writeClaim(open, {
      verb: same ? 'claim.anchored' : 'claim.orphaned',
      follows: { quote, keys: likenessKeys(quote) },
      told: { after: { quote } },
      written: writtenBy(actor),
    })
  })
}

/** The words a claim had in the revision before. */
async function quoteBefore({ tx, claim, article }: OpenClaim): Promise<string | undefined> {
  const before = await tx.anchor.findFirst({
    where: { claimId: claim.id, revision: { number: { lt: article.revision } } },
    orderBy: { revision: { number: 'desc' } },
    select: { quote: true },
  })
  return before?.quote
}
