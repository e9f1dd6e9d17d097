import 'server-only'
import { mayReadArticles } from '@/domain/article/policy'
import { forbidden, notFound } from '@/domain/errors'
import { cutAfter } from '@/domain/list/page'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import type { Verb } from './schema'

const PAGE = 50

export type HistoryLine = {
  id: string
  verb: Verb
  subjectId: string
  at: Date
  actor: { id: string; name: string }
  claim: { id: string; number: number; quote: string } | null
  /** The source it tells of, by its present title; a line itself holds only what changed. */
  source: { id: string; title: string } | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

export type HistoryPage = { items: HistoryLine[]; next: string | null }

type Subject = { articleId: string; subjectId?: string } | { claimId: string }

type Named = Record<string, unknown> & { assigneeId?: string | null; ownerId?: string | null }

async function linesOf(subject: Subject, after: string | undefined, limit: number): Promise<HistoryPage> {
  const rows = await db().event.findMany({
    where: { ...subject, ...(after && { id: { lt: after } }) },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: {
      id: true,
      verb: true,
      subjectId: true,
      claimId: true,
      at: true,
      before: true,
      after: true,
      actor: { select: { id: true, name: true } },
    },
  })
  const { items: page, next } = cutAfter(rows, limit, ({ id }) => id)
  const claimIds = page.flatMap((row) => row.claimId ?? [])
  const sourceIds = page.flatMap((row) => (row.verb.startsWith('source.') ? row.subjectId : []))
  const personIds = page.flatMap((row) =>
    [row.before, row.after].flatMap((fields) => {
      const given = fields as Named | null
      return [given?.assigneeId ?? [], given?.ownerId ?? []].flat()
    }),
  )
  const [claims, sources, people] = await Promise.all([
    db().claim.findMany({
      where: { id: { in: claimIds } },
      select: { id: true, number: true, quote: true },
    }),
    db().source.findMany({ where: { id: { in: sourceIds } }, select: { id: true, title: true } }),
    db().user.findMany({ where: { id: { in: personIds } }, select: { id: true, name: true } }),
  ])
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? null
  const named = (fields: unknown) => {
    const given = fields as Named | null
    return (
      given && {
        ...given,
        ...(given.assigneeId && { assignee: nameOf(given.assigneeId) }),
        ...(given.ownerId && { owner: nameOf(given.ownerId) }),
      }
    )
  }
  const items = page.map(({ claimId, ...row }) => ({
    ...row,
    verb: row.verb as Verb,
    claim: claims.find((one) => one.id === claimId) ?? null,
    source: sources.find((one) => one.id === row.subjectId) ?? null,
    before: named(row.before),
    after: named(row.after),
  }))
  return { items, next }
}

type Options = { after?: string; limit?: number }

/** What was done to a claim and its sources, newest first; a page begins after the event `after`. */
export async function claimHistory(actor: Actor, claimId: string, { after, limit = PAGE }: Options = {}) {
  if (!mayReadArticles(actor)) throw forbidden()
  if (!(await db().claim.findUnique({ where: { id: claimId }, select: { id: true } }))) throw notFound()
  return linesOf({ claimId }, after, limit)
}

/** What was done to an article and everything on it, newest first. */
export async function articleHistory(actor: Actor, articleId: string, { after, limit = PAGE }: Options = {}) {
  if (!mayReadArticles(actor)) throw forbidden()
  if (!(await db().article.findUnique({ where: { id: articleId }, select: { id: true } }))) throw notFound()
  return linesOf({ articleId }, after, limit)
}

/** What was done to a correction, newest first: lines of its article's history. */
export async function correctionHistory(
  actor: Actor,
  correction: { id: string; articleId: string },
  { after, limit = PAGE }: Options = {},
) {
  if (!mayReadArticles(actor)) throw forbidden()
  return linesOf({ articleId: correction.articleId, subjectId: correction.id }, after, limit)
}
