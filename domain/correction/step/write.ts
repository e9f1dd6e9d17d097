import { openArticle } from '@/domain/article/open'
import { isTitle } from '@/domain/article/schema'
import { writeArticle } from '@/domain/article/write'
import { DomainError, invalid, ruleBroken, type Issue } from '@/domain/errors'
import { recordEvents } from '@/domain/history/record'
import { readRevised } from '@/domain/revision/open'
import { planRevision, writeRevision } from '@/domain/revision/write'
import type { Repeat } from '@/domain/ripple/repeats'
import { storeRipples } from '@/domain/ripple/write'
import type { Block } from '@/text/blocks'
import { canonicalText, textProblem } from '@/text/canonical'
import type { Span } from '@/text/locate'
import { replaceSpan } from '@/text/replace'
import type { Actor } from '@/domain/user/policy'
import type { Prisma, Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { settings } from '@/services/settings'
import { needsExplanation } from '@/domain/correction/clock'
import { approvalDigest } from '@/domain/correction/digest'
import { lockCorrection, lostCorrection, type Stored } from '@/domain/correction/open'
import { requireQuote } from '@/domain/correction/quote/open'
import type { CorrectionVersion } from '@/domain/correction/schema'
import { writeCorrection } from '@/domain/correction/write'
import { approvalIssues, mayGo, publishingIssues, type CorrectionState } from '@/domain/correction/rules'

/** The refusal that lists everything missing, each at its field. */
export const lacking = (issues: Issue[]) =>
  new DomainError('rule', issues[0]?.key ?? 'invalid', { issues, params: issues[0]?.params })

/** @throws DomainError `rule` when the correction is published or rejected */
export function requireOpen(correction: Stored) {
  if (correction.state === 'published') throw ruleBroken('state', 'correctionPublished')
  if (correction.state === 'rejected') throw ruleBroken('state', 'correctionRejected')
}

/** @throws DomainError `conflict` with the current correction */
export async function requireVersion(tx: Tx, actor: Actor, correction: Stored, version: number) {
  if (correction.version !== version) throw await lostCorrection(tx, actor, correction)
}

/**
 * @throws DomainError `conflict` with the current correction when the words differ from the approved ones. Approvals
 *   made before digests existed have nothing to compare.
 */
export async function requireApproved(tx: Tx, actor: Actor, correction: Stored) {
  const { approvedDigest } = correction
  if (approvedDigest !== null && approvedDigest !== approvalDigest(correction))
    throw await lostCorrection(tx, actor, correction, 'correctionNotAsApproved')
}

type Taken = {
  data: Prisma.CorrectionUncheckedUpdateManyInput
  after?: { why?: string; fixedIn?: number | null }
}

/** Takes one step of a correction. A repeated request for a step already taken writes nothing. */
export async function takeStep(
  tx: Tx,
  actor: Actor,
  { id, version }: CorrectionVersion,
  to: Exclude<CorrectionState, 'reported'>,
  take: (correction: Stored) => Promise<Taken> | Taken,
): Promise<number> {
  const correction = await lockCorrection(tx, id)
  if (correction.state === to) return correction.version
  requireOpen(correction)
  await requireVersion(tx, actor, correction, version)
  if (!mayGo(correction.state, to) || (to === 'acknowledged' && correction.state === 'approved'))
    throw ruleBroken('state', 'correctionStep')
  const { data, after } = await take(correction)
  return writeCorrection(
    tx,
    actor,
    { correction, version },
    { ...data, state: to },
    { verb: `correction.${to}`, before: { state: correction.state }, after: { state: to, ...after } },
  )
}

export const acknowledge = (tx: Tx, actor: Actor, meant: CorrectionVersion) =>
  takeStep(tx, actor, meant, 'acknowledged', () => ({
    data: { acknowledgedById: actor.id, acknowledgedAt: now() },
  }))

export const approve = (tx: Tx, actor: Actor, meant: CorrectionVersion, ripples: readonly Repeat[]) =>
  takeStep(tx, actor, meant, 'approved', async (correction) => {
    const issues = approvalIssues(correction)
    if (issues.length > 0) throw lacking(issues)
    await storeRipples(tx, correction, ripples)
    return {
      data: {
        approvedById: actor.id,
        approvedAt: now(),
        approvedDigest: approvalDigest(correction),
        secondById: null,
        secondAt: null,
      },
    }
  })

export const reject = (tx: Tx, actor: Actor, meant: CorrectionVersion, why: string) =>
  takeStep(tx, actor, meant, 'rejected', () => ({
    data: { rejectedById: actor.id, rejectedAt: now(), rejectedWhy: why },
    after: { why },
  }))

/** A replacement may make the text too long or give it too many sentences. The issue then names `replacement`. */
async function readReplaced(
  fresh: { text: string; blocks: Block[] },
  article: { title: string; language: string },
) {
  try {
    return await readRevised(fresh, article)
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid') throw error
    throw invalid(error.issues.map((issue) => ({ ...issue, path: 'replacement' })))
  }
}

/** Writes the replacement into the newest text as an ordinary revision. @returns the revision's number */
async function fixText(tx: Tx, actor: Actor, correction: Stored, replacement: string): Promise<number> {
  const { span, revision } = await requireQuote(tx, correction)
  if (span.start >= revision.headlineStart)
    return fixHeadline(tx, actor, correction, { revision, span, replacement })
  const fresh = replaceSpan(revision.text, revision.blocks as unknown as Block[], span, replacement)
  const problem = textProblem(fresh.text)
  if (problem || canonicalText(fresh.text) !== fresh.text)
    throw invalid([{ path: 'replacement', key: problem?.code === 'empty' ? 'textEmpty' : 'badCharacter' }])
  if (fresh.text === revision.text) throw invalid([{ path: 'replacement', key: 'replacementSame' }])
  const { articleId } = correction
  const article = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { title: true, language: true },
  })
  const stored = await readReplaced(fresh, article)
  const plan = await planRevision(tx, articleId, stored, { field: 'replacement' })
  const made = await writeRevision(tx, actor, newId(), plan)
  return made.revision
}

type HeadlineFix = {
  revision: { text: string; headline: string; headlineStart: number; blocks: unknown }
  span: Span
  replacement: string
}

/** Writes the replacement into the article's title, which makes a revision too. @returns the revision's number */
async function fixHeadline(
  tx: Tx,
  actor: Actor,
  { articleId }: Stored,
  { revision, span, replacement }: HeadlineFix,
): Promise<number> {
  const { text, headline, headlineStart } = revision
  const title =
    headline.slice(0, span.start - headlineStart) + replacement + headline.slice(span.end - headlineStart)
  if (title === headline) throw invalid([{ path: 'replacement', key: 'replacementSame' }])
  if (!isTitle(title)) throw invalid([{ path: 'replacement', key: 'badCharacter' }])
  const { language } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { language: true },
  })
  const stored = await readReplaced({ text, blocks: revision.blocks as Block[] }, { title, language })
  const plan = await planRevision(tx, articleId, stored, { field: 'replacement' })
  const made = await writeRevision(tx, actor, newId(), plan)
  const article = await openArticle(tx, articleId)
  await recordEvents(tx, articleId, [await writeArticle(tx, actor, article, { title })])
  return made.revision
}

export const publish = (tx: Tx, actor: Actor, meant: CorrectionVersion, ripples: readonly Repeat[]) =>
  takeStep(tx, actor, meant, 'published', async (correction) => {
    const at = now()
    const late = needsExplanation(correction.reportedAt, at, settings().newsroomTimeZone)
    const issues = publishingIssues(correction, late)
    if (issues.length > 0) throw lacking(issues)
    await requireApproved(tx, actor, correction)
    const { replacement } = correction
    const fixedIn = replacement === null ? null : await fixText(tx, actor, correction, replacement)
    await storeRipples(tx, correction, ripples)
    return {
      data: { publishedById: actor.id, publishedAt: at, updatedForReadersAt: at, fixedIn },
      after: { fixedIn },
    }
  })
