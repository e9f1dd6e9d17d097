import 'server-only'
import { lostArticle, openArticle } from '@/domain/article/open'
import { anchorAll, quotesOf } from '@/domain/claim/made/anchored'
import { forbidden, invalid, notFound } from '@/domain/errors'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { db, type Tx } from '@/prisma/client'
import { newId } from '@/services/ids'
import { claimRequest } from '@/domain/request/write'
import { inTransaction } from '@/services/transaction'
import { work } from '@/domain/text-work/pool/worker'
import type { OfferedQuote } from '@/text/locate-quotes'
import { readingOf } from '@/text/reading'
import { fieldOf } from './draft'
import { readRevised } from './open'
import { PlanOutdated, planRevision, standingIn, writeRevision, type Plan, type Revised } from './write'
import { totalsOf } from './rules'
import type { Revise } from './schema'

/**
 * Makes an edited text the newest revision of its article and returns what became of each claim. A claim whose words
 * changed is unreviewed again, with the earlier verdict kept beside it. A claim whose words are gone is orphaned. The
 * claims that come with the text are made in the same transaction and told in the same line of history.
 * @throws DomainError `conflict` with the current article when another revision came meanwhile; `invalid` when the text
 *   is the same, and with an issue `claims.<index>.<field>` for each claim that cannot be made
 */
export async function reviseArticle(actor: Actor, input: Revise): Promise<Revised> {
  if (!may(actor, 'reviseArticle')) throw forbidden()
  if (input.claims?.length && !may(actor, 'makeClaim')) throw forbidden()
  for (let tries = 1; ; tries++) {
    const planned = await planOf(input)
    try {
      return await inTransaction((tx) => writePlanned(tx, actor, input, planned))
    } catch (error) {
      if (!(error instanceof PlanOutdated)) throw error
      if (tries === PLANS) throw await lostArticle(db(), actor, input.articleId, 'textChanged')
    }
  }
}

/** How often the plan is made again when claims change in the meantime. */
const PLANS = 3

type Planned = { plan: Plan; quotes: OfferedQuote[] }

async function planOf(input: Revise): Promise<Planned> {
  const field = fieldOf(input)
  const article = await db().article.findUnique({
    where: { id: input.articleId },
    select: { title: true, language: true },
  })
  if (!article) throw notFound()
  const fresh = await readRevised(input, article)
  const plan = await planRevision(db(), input.articleId, fresh, { field, known: input.changes })
  const quotes = quotesOf(input.claims ?? [])
  if (quotes.length === 0) return { plan, quotes: [] }
  const text = readingOf(fresh)
  const units = quotes.reduce((sum, { quote }) => sum + quote.length, text.length)
  return { plan, quotes: await work('locateOrOffer', { text, quotes }, { units, field: 'claims' }) }
}

async function writePlanned(
  tx: Tx,
  actor: Actor,
  input: Revise,
  { plan, quotes }: Planned,
): Promise<Revised> {
  const article = await openArticle(tx, input.articleId)
  const request = await claimRequest(tx, actor.id, input.requestKey, newId(), input)
  if (!request.first) return revisedBefore(tx, request.subjectId)
  if (article.revision !== (input.revision ?? article.revision))
    throw await lostArticle(tx, actor, article.id, 'textChanged')
  if (article.revision !== plan.old.number || article.title !== plan.fresh.headline) throw new PlanOutdated()
  if (plan.old.text === plan.fresh.text) throw invalid([{ path: fieldOf(input), key: 'textSame' }])
  const links = input.links && plan.fresh.text === input.text ? input.links : undefined
  const claims = anchorAll(input.claims ?? [], quotes, standingIn(plan))
  return writeRevision(tx, actor, request.subjectId, plan, { links, claims })
}

async function revisedBefore(tx: Tx, revisionId: string): Promise<Revised> {
  const { number } = await tx.revision.findUniqueOrThrow({ where: { id: revisionId } })
  const anchors = await tx.anchor.findMany({
    where: { revisionId, claim: { withdrawnAt: null } },
    select: { state: true, outcome: true },
  })
  return { revision: number, totals: totalsOf(anchors) }
}
