import 'server-only'
import type { z } from 'zod'
import { changedFields, fieldsBefore } from '@/domain/claim/rules'
import { conflict, forbidden, invalid, notFound, ruleBroken } from '@/domain/errors'
import { recordEvent } from '@/domain/history/record'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { inTransaction } from '@/services/transaction'
import { understoodQuery, type ViewedList } from './lists'
import { inTurnOf, openView } from './open'
import { viewInTransaction } from './queries'
import type { changeViewSchema, chooseStartSchema, saveViewSchema, viewIdSchema } from './schema'

/** The most views that one person keeps. */
export const VIEWS_MAX = 50

function requireQuery(list: string, written: string): string {
  const understood = understoodQuery(list as ViewedList, written)
  if (!understood.ok) throw invalid(understood.issues)
  return understood.query
}

type Named = { id: string; ownerId: string; list: string; name: string }

/** Checks that a person keeps no other view of the list under this name. */
async function requireOwnName(tx: Tx, { id, ownerId, list, name }: Named): Promise<void> {
  await inTurnOf(tx, ownerId)
  const kept = await tx.savedView.findMany({
    where: { ownerId, removedAt: null, id: { not: id } },
    select: { list: true, name: true },
  })
  if (kept.some((one) => one.list === list && one.name === name)) throw ruleBroken('name', 'viewExists')
  if (kept.length >= VIEWS_MAX) throw ruleBroken('name', 'viewTooMany', { max: VIEWS_MAX })
}

/** Keeps the filters, order and columns of a list under a name. @returns the view's id */
export async function saveView(actor: Actor, input: z.output<typeof saveViewSchema>): Promise<string> {
  if (!may(actor, 'keepViews')) throw forbidden()
  if (input.shared && !may(actor, 'shareView')) throw forbidden()
  const query = requireQuery(input.list, input.query)
  const id = newId()
  const { list, name, shared } = input
  await inTransaction(async (tx) => {
    await requireOwnName(tx, { id, ownerId: actor.id, list, name })
    const at = now()
    await tx.savedView.create({
      data: { id, ownerId: actor.id, list, name, query, shared, createdAt: at, updatedAt: at },
    })
    await recordEvent(tx, {
      actor,
      verb: 'view.saved',
      subjectId: id,
      after: { list, name, query, shared },
    })
  })
  return id
}

/**
 * Renames a view, gives it other filters, shares it or stops sharing it.
 * @throws DomainError `conflict` with the current view when `version` is not the newest
 */
export async function changeView(actor: Actor, input: z.output<typeof changeViewSchema>): Promise<void> {
  const { id, version, ...given } = input
  await inTransaction(async (tx) => {
    const view = await openView(tx, actor, id)
    if (view.removedAt) throw notFound()
    const query = given.query === undefined ? undefined : requireQuery(view.list, given.query)
    const changes = changedFields(view, { ...given, query })
    if (!changes) return
    if (changes.shared !== undefined && !may(actor, 'shareView')) throw forbidden()
    if (version !== view.version) throw conflict(await viewInTransaction(tx, actor, id))
    if (changes.name !== undefined) await requireOwnName(tx, { ...view, name: changes.name })
    await tx.savedView.update({
      where: { id },
      data: { ...changes, version: { increment: 1 }, updatedAt: now() },
    })
    await recordEvent(tx, {
      actor,
      verb: 'view.changed',
      subjectId: id,
      before: fieldsBefore(view, changes),
      after: changes,
    })
  })
}

async function setRemoved(actor: Actor, id: string, removed: boolean): Promise<void> {
  await inTransaction(async (tx) => {
    const view = await openView(tx, actor, id)
    if (Boolean(view.removedAt) === removed) return
    if (!removed) await requireOwnName(tx, view)
    await tx.savedView.update({
      where: { id },
      data: { removedAt: removed ? now() : null, version: { increment: 1 } },
    })
    const { name } = view
    await recordEvent(
      tx,
      removed
        ? { actor, verb: 'view.removed', subjectId: id, before: { name } }
        : { actor, verb: 'view.restored', subjectId: id, after: { name } },
    )
  })
}

/** Removes a view; `restoreView` undoes it. Removing it again changes nothing. */
export const removeView = (actor: Actor, { id }: z.output<typeof viewIdSchema>) => setRemoved(actor, id, true)
export const restoreView = (actor: Actor, { id }: z.output<typeof viewIdSchema>) =>
  setRemoved(actor, id, false)

/** Begins a person's day with a view that they see, or with the desk's own first page. */
export async function chooseStart(actor: Actor, { id }: z.output<typeof chooseStartSchema>): Promise<void> {
  if (!may(actor, 'keepViews')) throw forbidden()
  await inTransaction(async (tx) => {
    await inTurnOf(tx, actor.id)
    const before = await tx.user.findUniqueOrThrow({
      where: { id: actor.id },
      select: { startView: { select: { id: true, name: true } } },
    })
    const chosen = id === null ? null : await viewInTransaction(tx, actor, id)
    if (before.startView?.id === chosen?.id) return
    await tx.user.update({ where: { id: actor.id }, data: { startViewId: chosen?.id ?? null } })
    await recordEvent(tx, {
      actor,
      verb: 'user.start_chosen',
      subjectId: actor.id,
      before: { view: before.startView?.name ?? null },
      after: { view: chosen?.name ?? null },
    })
  })
}
