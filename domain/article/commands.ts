import 'server-only'
import { anchorAll, quotesOf } from '@/domain/claim/made/anchored'
import { createClaims } from '@/domain/claim/made/write'
import { changedFields } from '@/domain/claim/rules'
import { busy, forbidden, ruleBroken } from '@/domain/errors'
import { recordEvent, recordEvents } from '@/domain/history/record'
import { ARTICLE_PARTS } from '@/domain/merging/parts'
import { mergedWith, toldMerge } from '@/domain/merging/rules'
import { may } from '@/domain/permissions'
import { fieldOf } from '@/domain/revision/draft'
import { readHeadlined } from '@/domain/revision/open'
import { insertRevision, PlanOutdated, planRevision, writeRevision, type Plan } from '@/domain/revision/write'
import { openIn } from '@/domain/sentence/open'
import { storeSentences } from '@/domain/sentence/write'
import { isCovered } from '@/domain/sentence/rules'
import { work } from '@/domain/text-work/pool/worker'
import type { Actor } from '@/domain/user/policy'
import { db, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { claimRequest } from '@/domain/request/write'
import { inTransaction } from '@/services/transaction'
import { lostArticle, openArticle } from './open'
import type { CreateArticle, changeArticleSchema } from './schema'
import type { TakenIn } from './taking-in'
import { writeArticle } from './write'
import type { z } from 'zod'

/** Reads the text, splits it into sentences and locates the claims, in a worker thread when the text is long. */
function takeIn({ claims, ...input }: CreateArticle): Promise<TakenIn> {
  const { title, language, byline, dateline, text, markdown, blocks } = input
  const given = { title, language, byline, dateline, text, markdown, blocks, quotes: quotesOf(claims) }
  const units = (markdown ?? text ?? '').length + claims.reduce((sum, claim) => sum + claim.quote.length, 0)
  return work('takeIn', given, { units, field: fieldOf(input) })
}

async function deskNamed(tx: Tx, name: string | undefined): Promise<string | null> {
  if (!name) return null
  await tx.$executeRaw`insert into desk (id, name) values (${newId()}::uuid, ${name}) on conflict do nothing`
  return (await tx.desk.findUniqueOrThrow({ where: { name }, select: { id: true } })).id
}

async function deskName(tx: Tx, id: string | null): Promise<string> {
  return id === null ? '' : (await tx.desk.findUniqueOrThrow({ where: { id }, select: { name: true } })).name
}

/**
 * Takes in an article with its claims, or nothing at all. A repeated request with the same `requestKey` returns the
 * first article.
 * @returns the article's id
 * @throws DomainError `invalid` with an issue for each field; a claim's field is `claims.<index>.<field>`
 */
export async function createArticle(actor: Actor, input: CreateArticle): Promise<string> {
  if (!may(actor, 'createArticle')) throw forbidden()
  const given = await takeIn(input)
  const anchored = anchorAll(input.claims, given.quotes)
  return inTransaction(async (tx) => {
    const request = await claimRequest(tx, actor.id, input.requestKey, newId(), input)
    if (!request.first) return request.subjectId
    const id = request.subjectId
    const revisionId = newId()
    const { title, language, byline, dateline } = given
    await tx.article.create({
      data: {
        id,
        title,
        language,
        byline,
        dateline,
        deskId: await deskNamed(tx, input.desk),
        canonicalUrl: input.canonicalUrl,
        deadline: input.deadline,
        state: 'checking',
        createdById: actor.id,
        createdAt: now(),
        updatedAt: now(),
      },
    })
    const links = given.text === input.text ? (input.links ?? []) : []
    await insertRevision(tx, actor, { id: revisionId, articleId: id, number: 1 }, given, links)
    await storeSentences(tx, { articleId: id, revisionId }, given.sentences)
    const withIds = anchored.map((one) => ({ ...one, id: newId() }))
    await createClaims(tx, actor, { article: { id, lastClaim: 0 }, revisionId }, withIds)
    await recordEvent(tx, {
      actor,
      verb: 'article.created',
      articleId: id,
      subjectId: id,
      after: { title, language, revision: 1, claims: anchored.length },
    })
    return id
  })
}

/** What another title would do to the claims; null when the title stays. */
async function headlinePlan(articleId: string, title: string | undefined): Promise<Plan | null> {
  if (title === undefined) return null
  const article = await db().article.findUnique({
    where: { id: articleId },
    select: { title: true, language: true, revision: true },
  })
  if (!article || article.title === title) return null
  const fresh = await readHeadlined(articleId, article.revision, { ...article, title })
  return planRevision(db(), articleId, fresh, { field: 'title' })
}

/**
 * Changes the fields of an article, never its text. Another title makes a new revision of the same text. It carries the
 * claims on the headline as an edited text carries its claims. A change based on an older version merges with changes
 * of other parts; see `ARTICLE_PARTS`.
 * @returns the article's new version
 * @throws DomainError `conflict` with the article's present fields when somebody changed the same part since `version`; `rule` when the
 *   change would clear an article that still has open points, or publish one with unreviewed or disputed claims without
 *   saying so
 */
export async function changeArticle(
  actor: Actor,
  input: z.output<typeof changeArticleSchema>,
): Promise<number> {
  if (!may(actor, 'changeArticle')) throw forbidden()
  for (let tries = 1; ; tries++) {
    const plan = await headlinePlan(input.id, input.title)
    try {
      return await inTransaction((tx) => writeChanges(tx, actor, input, plan))
    } catch (error) {
      if (!(error instanceof PlanOutdated)) throw error
      if (tries === PLANS) throw busy('textBusy')
    }
  }
}

/** How often the plan is made again when text or claims change in the meantime. */
const PLANS = 3

/** @throws DomainError `rule` when claims of the article are unreviewed or disputed */
async function requireDecided(tx: Tx, articleId: string) {
  const counts = await tx.claim.groupBy({
    by: ['status'],
    where: { articleId, withdrawnAt: null, status: { in: ['unreviewed', 'disputed'] } },
    _count: true,
  })
  const count = (status: string) => counts.find((one) => one.status === status)?._count ?? 0
  const open = { unreviewed: count('unreviewed'), disputed: count('disputed') }
  if (open.unreviewed + open.disputed > 0) throw ruleBroken('state', 'publishedWithOpenClaims', open)
}

async function writeChanges(
  tx: Tx,
  actor: Actor,
  { id, version, despiteOpenClaims, ...wanted }: z.output<typeof changeArticleSchema>,
  plan: Plan | null,
): Promise<number> {
  const article = await openArticle(tx, id)
  const present = { ...article, desk: await deskName(tx, article.deskId) }
  const changes = changedFields(present, wanted)
  if (!changes) return article.version
  const merged = mergedWith(ARTICLE_PARTS, article, version, Object.keys(changes))
  if (!merged) throw await lostArticle(tx, actor, id)
  if (changes.title !== undefined) {
    if (plan?.fresh.headline !== changes.title) throw new PlanOutdated()
    await writeRevision(tx, actor, newId(), plan)
  }
  // A new headline may have reopened a cleared article; that raises the version too.
  const { version: now } = await tx.article.findUniqueOrThrow({ where: { id }, select: { version: true } })
  if (changes.state === 'cleared') {
    const open = await openIn(tx, id)
    if (!isCovered(open)) throw ruleBroken('state', 'notCleared', open)
  }
  if (changes.state === 'published' && !despiteOpenClaims) await requireDecided(tx, id)
  const { desk, ...fields } = changes
  const columns = { ...fields, ...(desk !== undefined && { deskId: await deskNamed(tx, desk) }) }
  const told = toldMerge(merged)
  await recordEvents(tx, id, [
    await writeArticle(tx, actor, { ...present, version: now }, changes, { columns, told }),
  ])
  return now + 1
}
