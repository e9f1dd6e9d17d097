import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { makeRows } from '@/tests/claim-rows'
import { makeUser, unique } from '@/tests/factories'
import { race, refusal } from '@/tests/refusal'
import { changeView, chooseStart, removeView, restoreView, saveView, VIEWS_MAX } from './commands'
import { getView, listViews, startAddress } from './queries'
import { saveViewSchema } from './schema'

let checker: Actor
let other: Actor
let editor: Actor
beforeAll(async () => {
  checker = (await makeUser({ role: 'checker' })).actor
  other = (await makeUser({ role: 'checker' })).actor
  editor = (await makeUser({ role: 'editor' })).actor
})

const save = (who: Actor, given: Partial<Parameters<typeof saveView>[1]> = {}) =>
  saveView(who, saveViewSchema.parse({ list: 'claims', name: `View ${unique()}`, ...given }))
const idsOf = async (who: Actor) => (await listViews(who)).items.map(({ id }) => id)
const verbsOf = async (subjectId: string) =>
  (await db().event.findMany({ where: { subjectId }, orderBy: { position: 'asc' } })).map(({ verb }) => verb)

describe('a saved view', () => {
  it('keeps filters, order and columns without the page and the defaults', async () => {
    const query = 'status=disputed,verified&sort=due&order=asc&columns=number,status&limit=25&after=x'
    const view = await getView(checker, await save(checker, { query }))
    expect(Object.fromEntries(new URLSearchParams(view.query))).toEqual({
      status: 'disputed,verified',
      sort: 'due',
      columns: 'number,status',
    })
    expect(view.address).toBe(`/claims?${view.query}`)
    expect((await getView(checker, await save(checker, { list: 'articles' }))).address).toBe('/articles')
  })

  it('counts for whoever reads it: mine are the reader’s', async () => {
    const mark = unique()
    const quote = `counted ${mark}`
    await makeRows(editor, [{ quote, assigneeId: checker.id }, { quote, assigneeId: other.id }, { quote }])
    const query = new URLSearchParams({ assignee: 'me', q: mark }).toString()
    const id = await save(editor, { query, shared: true })
    expect([await getView(checker, id), await getView(editor, id)].map(({ count }) => count)).toEqual([1, 0])
  })

  it.each([
    ['status=done', 'query.status.0', 'notOneOf'],
    ['colour=red', 'query.colour', 'unknownField'],
    ['sort=colour', 'query.sort.0', 'notOneOf'],
    ['created=2026-02-30', 'query.created', 'notADay'],
  ])('is refused with the name of what it cannot show: %s', async (query, path, key) => {
    expect(await refusal(save(checker, { query }))).toMatchObject({
      code: 'invalid',
      issues: [expect.objectContaining({ path, key })],
    })
  })

  it('of another list takes that list’s filters', async () => {
    await save(checker, { list: 'articles', query: 'mine=me&sort=deadline' })
    expect(await refusal(save(checker, { list: 'articles', query: 'assignee=me' }))).toMatchObject({
      issues: [expect.objectContaining({ path: 'query.assignee', key: 'unknownField' })],
    })
  })

  it('has a name of its own for its owner, also after a race and a return', async () => {
    const name = `Mine ${unique()}`
    const { done, refused } = await race([save(checker, { name }), save(checker, { name })])
    expect([done.length, refused.map(({ key }) => key)]).toEqual([1, ['viewExists']])
    const [kept] = (await listViews(checker)).items.filter((one) => one.name === name)
    await removeView(checker, { id: kept?.id ?? '' })
    await save(checker, { name })
    await save(other, { name })
    await save(checker, { name, list: 'articles' })
    expect(await refusal(restoreView(checker, { id: kept?.id ?? '' }))).toMatchObject({ key: 'viewExists' })
  })

  it('is one of at most so many', async () => {
    const { actor } = await makeUser()
    const at = new Date()
    await db().savedView.createMany({
      data: Array.from({ length: VIEWS_MAX }, (_, n) => ({
        id: crypto.randomUUID(),
        ownerId: actor.id,
        list: 'claims',
        name: `View ${n}`,
        query: '',
        createdAt: at,
        updatedAt: at,
      })),
    })
    expect(await refusal(save(actor))).toMatchObject({ key: 'viewTooMany' })
  })
})

describe('a private view', () => {
  it('is seen, changed and removed by its owner alone, editors included', async () => {
    const id = await save(checker)
    expect(await idsOf(checker)).toContain(id)
    for (const stranger of [other, editor]) {
      expect(await idsOf(stranger)).not.toContain(id)
      for (const attempt of [
        () => getView(stranger, id),
        () => changeView(stranger, { id, version: 1, name: 'Mine now' }),
        () => removeView(stranger, { id }),
        () => chooseStart(stranger, { id }),
      ])
        expect(await refusal(attempt())).toMatchObject({ code: 'not_found' })
    }
    expect(await verbsOf(id)).toEqual(['view.saved'])
  })

  it('is shared by editors only', async () => {
    expect(await refusal(save(checker, { shared: true }))).toMatchObject({ code: 'forbidden' })
    const id = await save(checker)
    expect(await refusal(changeView(checker, { id, version: 1, shared: true }))).toMatchObject({
      code: 'forbidden',
    })
    expect((await getView(checker, id)).may).toEqual({ change: true, share: false })
  })
})

describe('a shared view', () => {
  it('is seen by everybody, and kept in order by any editor', async () => {
    const { actor: second } = await makeUser({ role: 'editor' })
    const id = await save(editor, { shared: true })
    expect(await idsOf(checker)).toContain(id)
    expect((await getView(checker, id)).may.change).toBe(false)
    expect(await refusal(changeView(checker, { id, version: 1, name: 'x' }))).toMatchObject({
      code: 'not_found',
    })
    await changeView(second, { id, version: 1, name: 'Late claims', query: 'due=overdue' })
    expect(await getView(checker, id)).toMatchObject({
      name: 'Late claims',
      query: 'due=overdue',
      version: 2,
    })
    await changeView(second, { id, version: 2, shared: false })
    expect(await idsOf(checker)).not.toContain(id)
    expect(await idsOf(second)).not.toContain(id)
    expect(await idsOf(editor)).toContain(id)
  })
})

describe('a change of a view', () => {
  it('writes one line of history, and none when nothing changes', async () => {
    const id = await save(checker, { name: `One ${unique()}` })
    const { name } = await getView(checker, id)
    await changeView(checker, { id, version: 1, name })
    await changeView(checker, { id, version: 1, query: 'status=disputed' })
    await removeView(checker, { id })
    await removeView(checker, { id })
    expect(await refusal(changeView(checker, { id, version: 3, name: 'Gone' }))).toMatchObject({
      code: 'not_found',
    })
    await restoreView(checker, { id })
    expect(await verbsOf(id)).toEqual(['view.saved', 'view.changed', 'view.removed', 'view.restored'])
  })

  it('on an older version is a conflict with the current view', async () => {
    const id = await save(checker)
    await changeView(checker, { id, version: 1, query: 'status=disputed' })
    expect(await refusal(changeView(checker, { id, version: 1, query: 'status=verified' }))).toMatchObject({
      code: 'conflict',
      current: { id, query: 'status=disputed', version: 2 },
    })
  })
})

describe('a start page', () => {
  it('is a view of one’s own or a shared one, and falls back when it is seen no more', async () => {
    const { actor } = await makeUser()
    expect(await startAddress(actor)).toBeNull()
    const id = await save(editor, { query: 'due=overdue', shared: true })
    await chooseStart(actor, { id })
    await chooseStart(actor, { id })
    expect(await startAddress(actor)).toBe('/claims?due=overdue')
    expect((await getView(actor, id)).start).toBe(true)
    expect((await getView(editor, id)).start).toBe(false)
    await changeView(editor, { id, version: 1, shared: false })
    expect(await startAddress(actor)).toBeNull()
    await changeView(editor, { id, version: 2, shared: true })
    await removeView(editor, { id })
    expect(await startAddress(actor)).toBeNull()
    await restoreView(editor, { id })
    expect(await startAddress(actor)).toBe('/claims?due=overdue')
    await chooseStart(actor, { id: null })
    expect(await startAddress(actor)).toBeNull()
    expect(await verbsOf(actor.id)).toEqual(['user.start_chosen', 'user.start_chosen'])
  })
})
