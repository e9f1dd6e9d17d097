import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { readOnwards, type Onwards } from '@/domain/list/queries'
import type { Keyset } from '@/domain/list/table'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { fieldsOf, type Verb } from './events'
import { administrationList, historyList } from './list'
import type { AdministrationLine, HistoryLine, HistoryPage } from './shape'

type Fields = Record<string, unknown> | null

/** The people whose ids a line holds, by the field that gives their name. */
const peopleIn = (verb: Verb, fields: Fields) =>
  fieldsOf(verb).flatMap(([field, { nameIn }]) => {
    const id = fields?.[field]
    return nameIn !== undefined && typeof id === 'string' ? [{ nameIn, id }] : []
  })

/** The lines with the names of the people whose ids they hold. */
async function withNames<Line extends HistoryLine>(lines: readonly Line[]): Promise<Line[]> {
  const ids = lines.flatMap(({ verb, before, after }) =>
    [before, after].flatMap((fields) => peopleIn(verb, fields).map(({ id }) => id)),
  )
  const people = await db().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const named = (verb: Verb, fields: Fields) =>
    fields && {
      ...fields,
      ...Object.fromEntries(peopleIn(verb, fields).map(({ nameIn, id }) => [nameIn, names.get(id) ?? null])),
    }
  return lines.map((line) => ({
    ...line,
    before: named(line.verb, line.before),
    after: named(line.verb, line.after),
  }))
}

async function linesOf(selected: Onwards<typeof historyList>): Promise<HistoryPage> {
  const { items, next } = await readOnwards(historyList, selected)
  return { items: await withNames(items), next }
}

type Options = { after?: Keyset; limit?: number }

/** The history of a claim and its sources, the newest first. */
export async function claimHistory(actor: Actor, claimId: string, page: Options = {}) {
  if (!may(actor, 'readArticles')) throw forbidden()
  if (!(await db().claim.findUnique({ where: { id: claimId }, select: { id: true } }))) throw notFound()
  return linesOf({ ...page, claim: claimId })
}

/** The history of an article and everything on it, the newest first. */
export async function articleHistory(actor: Actor, articleId: string, page: Options = {}) {
  if (!may(actor, 'readArticles')) throw forbidden()
  if (!(await db().article.findUnique({ where: { id: articleId }, select: { id: true } }))) throw notFound()
  return linesOf({ ...page, article: articleId })
}

/** The history of a correction, the newest first. These lines belong to its article's history. */
export async function correctionHistory(
  actor: Actor,
  correction: { id: string; articleId: string },
  page: Options = {},
) {
  if (!may(actor, 'readArticles')) throw forbidden()
  return linesOf({ ...page, article: correction.articleId, subject: correction.id })
}

/** The history of people, tokens, keys, webhooks and wordings, the newest first, for admins. */
export async function administrationHistory(
  actor: Actor,
  page: Options = {},
): Promise<{ items: AdministrationLine[]; next: string | null }> {
  if (!may(actor, 'readAdministration')) throw forbidden()
  const { items, next } = await readOnwards(administrationList, page)
  return { items: await withNames(items), next }
}
