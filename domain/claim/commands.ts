import 'server-only'
import type { z } from 'zod'
import { openArticle, requireRevision } from '@/domain/article/open'
import { requireWords } from '@/domain/anchor/rules'
import { forbidden, ruleBroken } from '@/domain/errors'
import { recordEvents } from '@/domain/history/record'
import { claimRequest } from '@/domain/request/write'
import { locateInRevision } from '@/domain/revision/open'
import { reopened } from '@/domain/sentence/write'
import { mayTakeOffWords, urgencyHeld } from '@/domain/sign-off/rules'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { settings } from '@/services/settings'
import { inTransaction } from '@/services/transaction'
import { createClaims, madeLine, NOTHING_BROUGHT } from './made/write'
import { openClaim, refuseTwin, requireNewest, type OpenClaim } from './open'
import type { claimIdSchema, makeClaimSchema, withdrawClaimSchema } from './schema'
import { writeClaim } from './write'

/**
 * Makes words of the newest revision into a claim.
 * @returns the claim's id and its number within the article
 * @throws DomainError `conflict` when the text has a newer revision; `invalid` when the words are missing, occur more
 *   than once or already are a claim
 */
export async function makeClaim(
  actor: Actor,
  input: z.output<typeof makeClaimSchema>,
): Promise<{ id: string; number: number }> {
  if (!may(actor, 'makeClaim')) throw forbidden()
  const { articleId, revision: read, quote, prefix, suffix, start, part } = input
  const wanted = { quote, prefix, suffix, hint: start, part }
  const found = await locateInRevision({ articleId, number: read }, wanted)
  return inTransaction(async (tx) => {
    const article = await openArticle(tx, articleId)
    const request = await claimRequest(tx, actor.id, input.requestKey, newId(), input)
    if (!request.first)
      return tx.claim.findUniqueOrThrow({
        where: { id: request.subjectId },
        select: { id: true, number: true },
      })
    await requireRevision(tx, actor, article, read)
    const { id: revisionId } = await tx.revision.findUniqueOrThrow({
      where: { articleId_number: { articleId, number: read } },
      select: { id: true },
    })
    const anchor = requireWords(found)
    await refuseTwin(tx, { ...anchor, revisionId })
    const anchored = { id: request.subjectId, claim: NOTHING_BROUGHT, anchor }
    const made = await createClaims(tx, actor, { article, revisionId }, [anchored])
    await recordEvents(tx, articleId, [
      ...made.map((one) => madeLine(actor, one)),
      ...(await reopened(tx, actor, article)),
    ])
    return { id: anchored.id, number: article.lastClaim + 1 }
  })
}

/** Closing an orphan withdraws no verdict, because its words are gone from the text. */
function requireMayWithdraw({ actor, claim, anchor }: OpenClaim) {
  const held = { ...claim, urgencyHeld: urgencyHeld(claim.loweredById, claim.writers) }
  if (anchor?.state !== 'orphaned' && !mayTakeOffWords(held, actor.id, settings().signOff))
    throw ruleBroken('state', 'withdrawIsOwn')
}

async function setWithdrawn(
  actor: Actor,
  { id, version, why = '' }: z.output<typeof withdrawClaimSchema>,
  withdrawn: boolean,
): Promise<number> {
  if (!may(actor, 'withdrawClaim')) throw forbidden()
  return inTransaction(async (tx) => {
    const open = await openClaim(tx, actor, id)
    const { claim, anchor } = open
    if (Boolean(claim.withdrawnAt) === withdrawn) return claim.version
    await requireNewest(open, version)
    if (withdrawn) requireMayWithdraw(open)
    else if (anchor) await refuseTwin(tx, anchor)
    const lowers = withdrawn && claim.priority === 'urgent'
    return writeClaim(open, {
      verb: withdrawn ? 'claim.withdrawn' : 'claim.restored',
      follows: {
        withdrawnAt: withdrawn ? now() : null,
        withdrawnWhy: withdrawn ? why : '',
        ...(lowers && { loweredById: actor.id }),
      },
      told: { after: { number: claim.number, quote: claim.quote, ...(withdrawn && why && { why }) } },
    })
  })
}

/**
 * Takes a claim off the desk but keeps it, its history and its number. `restoreClaim` brings it back.
 * @returns the claim's new version
 * @throws DomainError `rule` when a restored claim's words belong to another claim by now, and when a writer of a
 *   claim that needs a second person tries to withdraw it
 */
export const withdrawClaim = (actor: Actor, input: z.output<typeof withdrawClaimSchema>) =>
  setWithdrawn(actor, input, true)
export const restoreClaim = (actor: Actor, input: z.output<typeof claimIdSchema>) =>
  setWithdrawn(actor, input, false)
