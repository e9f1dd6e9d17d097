import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { changeClaim } from '@/domain/review/commands'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { newId } from '@/services/ids'
import { makeArticle, makeUser, unique } from '@/tests/factories'
import { race, refusal } from '@/tests/refusal'
import * as commands from './commands'
import { addSource, removeSource, restoreSource } from './commands'
import { addSourceSchema, changeSourceSchema, type NewSource } from './schema'

let editor: Actor
let checker: Actor
beforeAll(async () => {
  editor = (await makeUser({ role: 'editor' })).actor
  checker = (await makeUser({ role: 'checker' })).actor
})

async function aClaim(): Promise<string> {
  const [claim] = (await makeArticle(editor)).claims
  if (!claim) throw new Error('The article has no claim')
  return claim.id
}

const add = (claimId: string, stance: NewSource['stance'] = 'supports', also: object = {}) =>
  addSource(checker, addSourceSchema.parse({ claimId, title: 'The yearbook', stance, ...also }))
const changeSource = (actor: Actor, input: z.input<typeof changeSourceSchema>) =>
  commands.changeSource(actor, changeSourceSchema.parse(input))
const read = (id: string) => db().source.findUniqueOrThrow({ where: { id } })
const verbs = async (subjectId: string) =>
  (await db().event.findMany({ where: { subjectId }, orderBy: { position: 'asc' } })).map((line) => line.verb)

async function verifiedBy(): Promise<{ claimId: string; sourceId: string }> {
  const claimId = await aClaim()
  const sourceId = await add(claimId)
  await changeClaim(checker, { id: claimId, version: 1, status: 'verified' })
  return { claimId, sourceId }
}

describe('the last supporting source of a verified claim', () => {
  it('cannot be removed or given another stance', async () => {
    const { claimId, sourceId } = await verifiedBy()
    await add(claimId, 'context')
    for (const work of [
      () => removeSource(checker, { id: sourceId }),
      () => changeSource(checker, { id: sourceId, stance: 'refutes' }),
      () => changeSource(checker, { id: sourceId, stance: 'context', title: 'Renamed' }),
    ])
      expect(await refusal(work())).toMatchObject({ code: 'rule', key: 'lastSupportingSource' })
    expect(await read(sourceId)).toMatchObject({ stance: 'supports', title: 'The yearbook', removedAt: null })
    expect(await verbs(sourceId)).toEqual(['source.added'])
  })

  it('can go once another source supports the claim, or the verdict is withdrawn', async () => {
    const { claimId, sourceId } = await verifiedBy()
    const other = await add(claimId)
    await removeSource(checker, { id: sourceId })
    expect((await refusal(removeSource(checker, { id: other }))).key).toBe('lastSupportingSource')
    await changeClaim(checker, { id: claimId, version: 2, status: 'unreviewed' })
    await removeSource(checker, { id: other })
    expect((await read(other)).removedAt).not.toBeNull()
  })

  it('stays when two are removed at once', async () => {
    const { claimId, sourceId } = await verifiedBy()
    const other = await add(claimId)
    const { done, refused } = await race([sourceId, other].map((id) => removeSource(checker, { id })))
    expect([done.length, refused.map((error) => error.key)]).toEqual([1, ['lastSupportingSource']])
    expect(await db().source.count({ where: { claimId, removedAt: null, stance: 'supports' } })).toBe(1)
  })

  it('can have its other fields changed', async () => {
    const { sourceId } = await verifiedBy()
    await changeSource(checker, { id: sourceId, version: 1, locator: 'p. 7' })
    expect(await read(sourceId)).toMatchObject({ locator: 'p. 7', version: 2 })
  })
})

describe('two people changing one source', () => {
  it('the second to save gets the current source', async () => {
    const id = await add(await aClaim())
    await changeSource(editor, { id, version: 1, title: 'First' })
    const refused = await refusal(changeSource(checker, { id, version: 1, title: 'Second' }))
    expect(refused).toMatchObject({ code: 'conflict', current: { id, version: 2, title: 'First' } })
    expect((await refusal(removeSource(checker, { id, version: 1 }))).code).toBe('conflict')
    await changeSource(checker, { id, version: 1, title: 'First' })
    expect(await verbs(id)).toEqual(['source.added', 'source.changed'])
  })

  it('changes of different parts are kept beside each other; what a source says is one part', async () => {
    const id = await add(await aClaim())
    await changeSource(editor, { id, version: 1, title: 'سجل الجسر' })
    expect(await changeSource(checker, { id, version: 1, publisher: 'City archive' })).toBe(3)
    expect(await read(id)).toMatchObject({ title: 'سجل الجسر', publisher: 'City archive', version: 3 })
    const line = await db().event.findFirst({ where: { subjectId: id }, orderBy: { position: 'desc' } })
    expect(line?.after).toMatchObject({ publisher: 'City archive', mergedWith: ['title'] })
    await changeSource(editor, { id, version: 3, url: 'https://example.org/other' })
    const quoted = await refusal(
      changeSource(checker, { id, version: 3, excerpt: 'As the other page says.' }),
    )
    expect(quoted.code).toBe('conflict')
  })

  it('one of five simultaneous writes from one version succeeds', async () => {
    const id = await add(await aClaim())
    const { done, refused } = await race(
      Array.from({ length: 5 }, (_, n) => changeSource(checker, { id, version: 1, title: `Title ${n}` })),
    )
    expect([done.length, refused.map((error) => error.code)]).toEqual([1, Array(4).fill('conflict')])
    expect((await verbs(id)).length).toBe(2)
  })
})

describe('removing', () => {
  it('keeps the record, can be undone once, and refuses changes meanwhile', async () => {
    const id = await add(await aClaim())
    await removeSource(checker, { id, version: 1 })
    await removeSource(checker, { id })
    const changed = await refusal(changeSource(checker, { id, title: 'x' }))
    expect(changed).toMatchObject({ code: 'conflict', key: 'sourceRemoved' })
    await restoreSource(checker, { id })
    await restoreSource(checker, { id })
    expect(await read(id)).toMatchObject({ removedAt: null, title: 'The yearbook' })
    expect(await verbs(id)).toEqual(['source.added', 'source.removed', 'source.restored'])
  })
})

describe('adding', () => {
  it('adds one source when asked for five times at once', async () => {
    const claimId = await aClaim()
    const requestKey = unique()
    const { done } = await race(Array.from({ length: 5 }, () => add(claimId, 'supports', { requestKey })))
    expect(new Set(done).size).toBe(1)
    expect(await db().source.count({ where: { claimId } })).toBe(1)
    expect(await db().event.count({ where: { claimId, verb: 'source.added' } })).toBe(1)
  })

  it('ends the claim’s sign-off', async () => {
    const claimId = await aClaim()
    await db().claim.update({
      where: { id: claimId },
      data: { signedOffById: editor.id, signedOffAt: new Date() },
    })
    await add(claimId, 'context')
    const claim = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
    expect([claim.signedOffById, claim.signedOffAt]).toEqual([null, null])
  })

  it('is refused to viewers and for unknown claims', async () => {
    const viewer = (await makeUser({ role: 'viewer' })).actor
    const id = await add(await aClaim())
    const input = addSourceSchema.parse({ claimId: newId(), title: 'x', stance: 'context' })
    expect((await refusal(addSource(viewer, input))).code).toBe('forbidden')
    expect((await refusal(removeSource(viewer, { id }))).code).toBe('forbidden')
    expect((await refusal(changeSource(viewer, { id, title: 'x' }))).code).toBe('forbidden')
    expect((await refusal(addSource(checker, input))).code).toBe('not_found')
    expect((await refusal(changeSource(checker, { id: newId(), title: 'x' }))).code).toBe('not_found')
  })
})
