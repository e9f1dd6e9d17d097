import 'server-only'
import type { z } from 'zod'
import { lostClaim, openStandingClaim, refuseTwin, requireMerge, type OpenClaim } from '@/domain/claim/open'
import { brokenRule, isReviewed } from '@/domain/claim/rules'
import { writeClaim, type ClaimColumns } from '@/domain/claim/write'
import { forbidden, notFound, ruleBroken } from '@/domain/errors'
import { may } from '@/domain/permissions'
import { locateInRevision } from '@/domain/revision/open'
import { earlierVerdict, type EarlierVerdict, type JudgedWords } from '@/domain/revision/rules'
import { contextAt, standsOnce } from '@/domain/sentence/open'
import { disputedOnWords, mayTakeOffWords, urgencyHeld } from '@/domain/sign-off/rules'
import { likenessKeys } from '@/text/likeness/keys'
import type { Actor } from '@/domain/user/policy'
import { db, NO_JSON, type Prisma } from '@/prisma/client'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import { inTransaction } from '@/services/transaction'
import { requireWords, verdictOn, type PutOn } from './rules'
import type { anchorClaimSchema, settleAnchorSchema } from './schema'

/** What changes when a claim is put on other words, or settled where it stands. */
const WORDS = ['quote']

/** Every claim of an article has an anchor in each of its revisions. */
function anchorOf({ claim, anchor }: OpenClaim) {
  if (!anchor) throw new Error(`Claim ${claim.id} stands nowhere`)
  return anchor
}

const earlierOf = ({ claim }: OpenClaim) => claim.earlier as EarlierVerdict | null
const judgedOf = ({ claim }: OpenClaim) => claim.judged as unknown as JudgedWords

/** What an earlier verdict now lacks, such as a source; null when it lacks nothing. */
function lacking(open: OpenClaim, earlier: EarlierVerdict) {
  const { claim } = open
  const stances = claim.sources.map((source) => source.stance)
  return brokenRule({ ...claim, status: earlier.status, stances })
}

const written = (actor: Actor) => ({ part: 'words' as const, by: [actor.id], anew: true })

/** What becomes of a claim's verdict when the claim moves to these words, with the columns of its row that change. */
function judgedOn(open: OpenClaim, words: PutOn): { stays: boolean; columns: ClaimColumns } {
  const { claim, article } = open
  const anchor = anchorOf(open)
  const earlier = earlierOf(open)
  const kept = earlier && !lacking(open, earlier) ? earlier : null
  const standing = anchor.state === 'anchored' ? anchor : null
  const verdict = verdictOn({ status: claim.status, judged: judgedOf(open), earlier: kept, standing }, words)
  if (verdict === 'returns' && kept) {
    const { status, reviewedById } = kept
    const reviewedAt = kept.reviewedAt === null ? null : new Date(kept.reviewedAt)
    return { stays: true, columns: { status, reviewedById, reviewedAt, earlier: NO_JSON } }
  }
  if (verdict === 'stays' || !isReviewed(claim.status)) return { stays: verdict === 'stays', columns: {} }
  const setBack = {
    status: 'unreviewed',
    earlier: earlierVerdict(claim, article.revision) as Prisma.InputJsonObject,
    reviewedById: null,
    reviewedAt: null,
    disputedBefore: false,
  } as const
  return { stays: false, columns: setBack }
}

/**
 * Puts a claim on other words of the newest revision. If its verdict was given on these very words and sentences and
 * not on a copy of them, it stays, or is in force again; otherwise it is set back and kept beside the claim. Every move
 * ends a sign-off, because that approved the words at their former position.
 * @returns the claim's new version
 * @throws DomainError `conflict` when the claim or the text changed meanwhile; `invalid` when the words are missing,
 *   stand more than once, or are another claim; `rule` when a writer of a claim that needs a second person would move it
 *   off words that still stand
 */
export async function anchorClaim(actor: Actor, input: z.output<typeof anchorClaimSchema>): Promise<number> {
  if (!may(actor, 'makeClaim')) throw forbidden()
  const { id, version, revision: number, quote, prefix, suffix, start, part } = input
  const stored = await db().claim.findUnique({ where: { id }, select: { articleId: true } })
  if (!stored) throw notFound()
  const found = await locateInRevision({ ...stored, number }, { quote, prefix, suffix, hint: start, part })
  return inTransaction(async (tx) => {
    const open = await openStandingClaim(tx, actor, id)
    const { claim, article } = open
    if (article.revision !== number) throw await lostClaim(open, 'textChanged')
    const anchor = anchorOf(open)
    const { words: there } = found
    if (anchor.state === 'anchored' && anchor.start === there?.start && anchor.end === there.end)
      return claim.version
    await requireMerge(open, version, WORDS)
    const { keys, ...words } = requireWords(found)
    await refuseTwin(tx, { ...words, revisionId: anchor.revisionId }, claim.id)
    const context = await contextAt(tx, anchor.revisionId, words)
    const isOnce = await standsOnce(tx, anchor.revisionId, words)
    const { stays, columns } = judgedOn(open, { quote: words.quote, context, span: words, isOnce })
    const held = { ...claim, urgencyHeld: urgencyHeld(claim.loweredById, claim.writers) }
    const leaves = anchor.state === 'anchored' && !stays
    if (leaves && !mayTakeOffWords(held, actor.id, settings().signOff))
      throw ruleBroken('quote', 'withdrawIsOwn')
    await tx.anchor.update({ where: { id: anchor.id }, data: { ...words, state: 'anchored' } })
    const { status, ...follows } = columns
    return writeClaim(open, {
      verb: 'claim.anchored',
      changes: { quote: words.quote, ...(status && { status }) },
      follows: { keys, ...(!stays && { disputedBefore: false }), ...follows },
      written: [written(actor)],
      judges: true,
      endsSignOff: true,
    })
  })
}

/** The change by which a person confirms a verdict. From then on it is that person's verdict. */
function confirmed(open: OpenClaim, actor: Actor, earlier: EarlierVerdict) {
  const { claim } = open
  const broken = lacking(open, earlier)
  if (broken) throw ruleBroken(broken.path, broken.key)
  const { status } = earlier
  return {
    verb: 'claim.confirmed' as const,
    changes: { status },
    follows: {
      reviewedById: actor.id,
      reviewedAt: now(),
      earlier: NO_JSON,
      disputedBefore: disputedOnWords(claim, status),
    },
    written: [written(actor), { part: 'status' as const, by: [actor.id] }],
  }
}

/**
 * Settles a claim whose sentence changed. Its verdict still stands, and becomes this person's verdict on the present
 * words; or the claim is to be checked again, with the earlier verdict kept beside it; or its words are gone.
 * @returns the claim's new version
 * @throws DomainError `conflict` when the claim changed meanwhile; `rule` when its sentence did not change, or when the
 *   verdict now lacks something that it needs
 */
export async function settleAnchor(
  actor: Actor,
  { id, version, as }: z.output<typeof settleAnchorSchema>,
): Promise<number> {
  if (!may(actor, 'makeClaim')) throw forbidden()
  if (as === 'stands' && !may(actor, 'reviewClaim')) throw forbidden()
  return inTransaction(async (tx) => {
    const open = await openStandingClaim(tx, actor, id)
    await requireMerge(open, version, WORDS)
    const anchor = anchorOf(open)
    if (anchor.state !== 'changed') throw ruleBroken('as', 'anchorNotChanged')
    const quote = as === 'gone' ? judgedOf(open).quote : anchor.quote
    const keys = likenessKeys(quote)
    await tx.anchor.update({
      where: { id: anchor.id },
      data: as === 'gone' ? { state: 'orphaned', end: anchor.start, quote } : { state: 'anchored' },
    })
    const earlier = earlierOf(open)
    if (as === 'stands' && earlier) {
      const { follows, ...change } = confirmed(open, actor, earlier)
      const words = { quote, keys }
      return writeClaim(open, {
        ...change,
        follows: { ...follows, ...words },
        told: { after: { quote } },
        judges: true,
      })
    }
    return writeClaim(open, {
      verb: as === 'gone' ? 'claim.orphaned' : 'claim.anchored',
      follows: { quote, keys, ...(as === 'gone' && { anchorState: 'orphaned' as const }) },
      told: { after: { quote } },
      written: [written(actor)],
      judges: as !== 'gone',
    })
  })
}
