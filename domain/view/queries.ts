import 'server-only'
import { articleList } from '@/domain/article/list'
import { claimList } from '@/domain/claim/list'
import { claimReader } from '@/domain/claim/reader'
import { forbidden, notFound } from '@/domain/errors'
import { lastOfEach } from '@/domain/list/address'
import { readTotal } from '@/domain/list/queries'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { db, type Prisma, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import { VIEWED, viewHref, type ViewedList } from './lists'
import type { SavedView } from './shape'

/** What a person sees: their own views, and those that somebody shares. */
const seenBy = ({ id }: Actor) => ({ removedAt: null, OR: [{ ownerId: id }, { shared: true }] })

const fields = {
  id: true,
  list: true,
  name: true,
  query: true,
  shared: true,
  ownerId: true,
  version: true,
  updatedAt: true,
  owner: { select: { id: true, name: true } },
} satisfies Prisma.SavedViewSelect
type Stored = Prisma.SavedViewGetPayload<{ select: typeof fields }>

/** How many rows a view shows to this person; null when its filters are understood no more. */
async function countOf(
  actor: Actor,
  { list, query }: Pick<Stored, 'list' | 'query'>,
): Promise<number | null> {
  const reader = claimReader(actor, now(), settings())
  const written = lastOfEach(new URLSearchParams(query))
  if (list === 'claims') {
    const read = VIEWED.claims.schema.safeParse(written)
    return read.success ? readTotal(claimList, read.data, reader) : null
  }
  const read = VIEWED.articles.schema.safeParse(written)
  return read.success ? readTotal(articleList, read.data, reader) : null
}

async function viewOf(
  actor: Actor,
  { ownerId, ...view }: Stored,
  startViewId: string | null,
): Promise<SavedView> {
  return {
    ...view,
    list: view.list as ViewedList,
    address: viewHref(view),
    count: await countOf(actor, view),
    start: view.id === startViewId,
    may: {
      change: may(actor, 'changeView', { ownerId, shared: view.shared }),
      share: may(actor, 'shareView'),
    },
  }
}

const startOf = async (client: Tx, { id }: Actor) =>
  (await client.user.findUniqueOrThrow({ where: { id }, select: { startViewId: true } })).startViewId

/** The view as a transaction sees it. @throws DomainError `not_found` */
export async function viewInTransaction(tx: Tx, actor: Actor, id: string): Promise<SavedView> {
  if (!may(actor, 'keepViews')) throw forbidden()
  const view = await tx.savedView.findFirst({ where: { id, ...seenBy(actor) }, select: fields })
  if (!view) throw notFound()
  return viewOf(actor, view, await startOf(tx, actor))
}

/** @throws DomainError `not_found` */
export const getView = (actor: Actor, id: string) => viewInTransaction(db(), actor, id)

/** A list of this many is longer than anybody reads. */
const SHOWN_MAX = 200

/** A person's own views and those that are shared, by name, each with its count. */
export async function listViews(
  actor: Actor,
  { list }: { list?: ViewedList | undefined } = {},
): Promise<{ items: SavedView[] }> {
  if (!may(actor, 'keepViews')) throw forbidden()
  const [views, start] = await Promise.all([
    db().savedView.findMany({
      where: { ...seenBy(actor), ...(list && { list }) },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: SHOWN_MAX,
      select: fields,
    }),
    startOf(db(), actor),
  ])
  const items: SavedView[] = []
  // One after another: counting is work, and others ask the database too.
  for (const view of views) items.push(await viewOf(actor, view, start))
  return { items }
}

/** The page that a person's day begins with: a view that they still see, or null. */
export async function startAddress(actor: Actor): Promise<string | null> {
  const { startView } = await db().user.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      startView: { select: { list: true, query: true, ownerId: true, shared: true, removedAt: true } },
    },
  })
  if (!startView || startView.removedAt) return null
  return startView.ownerId === actor.id || startView.shared ? viewHref(startView) : null
}
