import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { cutAfter } from '@/domain/list/page'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { fieldsOf, type Verb } from './events'
import type { AdministrationLine, HistoryLine, HistoryPage } from './shape'

const PAGE = 50

type Subject = { articleId: string | null; subjectId?: string } | { claimId: string }

type Fields = Record<string, unknown> | null

/** The people whose ids a line holds, by the field that gives their name. */
const peopleIn = (verb: Verb, fields: Fields) =>
  fieldsOf(verb).flatMap(([field, { nameIn }]) => {
    const id = fields?.[field]
    return nameIn !== undefined && typeof id === 'string' ? [{ nameIn, id }] : []
  })

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
    [row.before, row.after].flatMap((fields) => peopleIn(row.verb as Verb, fields as Fields)),
  )
  const [claims, sources, people] = await Promise.all([
    db().claim.findMany({
      where: { id: { in: claimIds } },
      select: { id: true, number: true, quote: true },
    }),
    db().source.findMany({ where: { id: { in: sourceIds } }, select: { id: true, title: true } }),
    db().user.findMany({
      where: { id: { in: personIds.map(({ id }) => id) } },
      select: { id: true, name: true },
    }),
  ])
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? null
  const named = (verb: Verb, fields: Fields) =>
    fields && {
      ...fields,
      ...Object.fromEntries(peopleIn(verb, fields).map(({ nameIn, id }) => [nameIn, nameOf(id)])),
    }
  const items = page.map(({ claimId, ...row }) => ({
    ...row,
    verb: row.verb as Verb,
    claim: claims.find((one) => one.id === claimId) ?? null,
    source: sources.find((one) => one.id === row.subjectId) ?? null,
    before: named(row.verb as Verb, row.before as Fields),
    after: named(row.verb as Verb, row.after as Fields),
  }))
  return { items, next }
}

type Options = { after?: string; limit?: number }

/** The history of a claim and its sources, the newest first; a page begins after the event `after`. */
export async function claimHistory(actor: Actor, claimId: string, { after, limit = PAGE }: Options = {}) {
  if (!may(actor, 'readArticles')) throw forbidden()
  if (!(await db().claim.findUnique({ where: { id: claimId }, select: { id: true } }))) throw notFound()
  return linesOf({ claimId }, after, limit)
}

/** The history of an article and everything on it, the newest first. */
export async function articleHistory(actor: Actor, articleId: string, { after, limit = PAGE }: Options = {}) {
  if (!may(actor, 'readArticles')) throw forbidden()
  if (!(await db().article.findUnique({ where: { id: articleId }, select: { id: true } }))) throw notFound()
  return linesOf({ articleId }, after, limit)
}

/** The history of a correction, the newest first. These lines belong to its article's history. */
export async function correctionHistory(
  actor: Actor,
  correction: { id: string; articleId: string },
  { after, limit = PAGE }: Options = {},
) {
  if (!may(actor, 'readArticles')) throw forbidden()
  return linesOf({ articleId: correction.articleId, subjectId: correction.id }, after, limit)
}

/** The present names of people, tokens and webhook addresses; a delivery gets the name of its address. */
async function namesOf(lines: readonly HistoryLine[]): Promise<Map<string, string>> {
  const ids = lines.map(({ subjectId }) => subjectId)
  const where = { id: { in: ids } }
  const [people, tokens, webhooks, deliveries] = await Promise.all([
    db().user.findMany({ where, select: { id: true, name: true } }),
    db().apiToken.findMany({ where, select: { id: true, name: true, user: { select: { name: true } } } }),
    db().webhook.findMany({ where, select: { id: true, url: true } }),
    db().delivery.findMany({ where, select: { id: true, webhook: { select: { url: true } } } }),
  ])
  return new Map([
    ...people.map(({ id, name }) => [id, name] as const),
    ...tokens.map(({ id, name, user }) => [id, `${name} · ${user.name}`] as const),
    ...webhooks.map(({ id, url }) => [id, url] as const),
    ...deliveries.map(({ id, webhook }) => [id, webhook.url] as const),
  ])
}

/** The history of people, tokens, keys, webhooks and wordings, the newest first, for admins. */
export async function administrationHistory(
  actor: Actor,
  { after, limit = PAGE }: Options = {},
): Promise<{ items: AdministrationLine[]; next: string | null }> {
  if (!may(actor, 'readAdministration')) throw forbidden()
  const { items, next } = await linesOf({ articleId: null }, after, limit)
  const names = await namesOf(items)
  return { items: items.map((line) => ({ ...line, about: names.get(line.subjectId) ?? null })), next }
}
