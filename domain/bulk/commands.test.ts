import { beforeAll, describe, expect, it } from 'vitest'
import { withdrawClaim } from '@/domain/claim/commands'
import { verifyChain } from '@/domain/history/chain'
import { changeClaim } from '@/domain/review/commands'
import { addSource } from '@/domain/source/commands'
import { addSourceSchema } from '@/domain/source/schema'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { newId } from '@/services/ids'
import { bulk, changeTogether, undoBulk } from '@/tests/bulk'
import { makeArticle, makeUser, unique, type MadeArticle } from '@/tests/factories'
import { refusal } from '@/tests/refusal'
import { signOffAsRead } from '@/tests/sign-off'
import { beginBulkChange, continueBulkChange, leaveBulkChange, undoBulkChange } from './commands'
import { getBulkChange, unfinishedBulkChange } from './queries'
import { bulkChangeSchema } from './schema'

let editor: Actor
let checker: Actor
let other: Actor
beforeAll(async () => {
  const made = await Promise.all(
    (['editor', 'checker', 'checker'] as const).map((role) => makeUser({ role })),
  )
  ;[editor, checker, other] = made.map(({ actor }) => actor) as [Actor, Actor, Actor]
})

const read = (id: string) => db().claim.findUniqueOrThrow({ where: { id } })
const linesOf = (claimId: string) => db().event.findMany({ where: { claimId }, orderBy: { position: 'asc' } })
const seen = ({ claims }: MadeArticle) => claims.map(({ id, version }) => ({ id, version }))
const outcomes = ({ items }: Awaited<ReturnType<typeof getBulkChange>>) => items.map(({ outcome }) => outcome)

async function two() {
  const article = await makeArticle(editor)
  const [one, next] = article.claims
  if (!one || !next) throw new Error('The article has too few claims')
  return { article, one, next }
}

const support = (claimId: string, by = checker) =>
  addSource(by, addSourceSchema.parse({ claimId, title: 'The yearbook', stance: 'supports' }))

async function expectWholeChain(articleId: string) {
  const { eventCount: count, eventHash: hash } = await db().article.findUniqueOrThrow({
    where: { id: articleId },
  })
  const lines = await db().event.findMany({ where: { articleId }, orderBy: { position: 'asc' } })
  expect(verifyChain(lines, { count, hash })).toBeNull()
}

describe('a bulk change', () => {
  it('changes all that a filter selects, each with one line of history', async () => {
    const { article, one, next } = await two()
    const dueAt = '2027-01-02T15:00:00.000Z'
    const filter = { article: article.id }
    const result = await bulk(editor, { filter, count: 2, change: { priority: 'high', dueAt } })
    expect(result).toMatchObject({ total: 2, waiting: 0, counts: { changed: 2, refused: 0 } })
    for (const { id } of [one, next]) {
      expect(await read(id)).toMatchObject({ priority: 'high', dueAt: new Date(dueAt), version: 2 })
      expect(await linesOf(id)).toMatchObject([
        {
          verb: 'claim.planned',
          before: { priority: 'normal', dueAt: null },
          after: { priority: 'high', dueAt },
        },
      ])
    }
    await expectWholeChain(article.id)
  })

  it('changes nothing when the filter selects another number than was seen', async () => {
    const { article, one } = await two()
    const asked = { filter: { article: article.id }, count: 3, change: { priority: 'low' as const } }
    const refused = await refusal(bulk(editor, asked))
    expect(refused).toMatchObject({ code: 'conflict', key: 'bulkOtherCount', current: { count: 2 } })
    expect((await read(one.id)).version).toBe(1)
    expect((await bulk(editor, { ...asked, count: 2 })).counts.changed).toBe(2)
  })

  it('shares evenly over articles, in the order of the list', async () => {
    const desk = unique()
    const articles = [await makeArticle(editor, { desk }), await makeArticle(editor, { desk })]
    const filter = { desk, sort: 'number', order: 'asc' }
    await bulk(editor, { filter, count: 4, change: { assigneeIds: [checker.id, other.id, editor.id] } })
    const claims = await Promise.all(articles.flatMap(({ claims: all }) => all.map(({ id }) => read(id))))
    const count = (who: Actor) => claims.filter(({ assigneeId }) => assigneeId === who.id).length
    expect([count(checker), count(other), count(editor)]).toEqual([2, 1, 1])
    expect(claims.filter(({ number }) => number === 1).map(({ assigneeId }) => assigneeId)).toEqual([
      checker.id,
      checker.id,
    ])
  })

  it('judges each claim by its own rules and tells why one is refused', async () => {
    const { article, one, next } = await two()
    await support(one.id)
    const result = await changeTogether(checker, seen(article), { status: 'verified' })
    expect(result.items).toMatchObject([
      { id: one.id, outcome: 'changed', refusal: null, version: 2 },
      { id: next.id, outcome: 'refused', refusal: 'verifiedNeedsSource', version: 1 },
    ])
    expect(await read(one.id)).toMatchObject({
      status: 'verified',
      reviewedById: checker.id,
      anchorState: 'anchored',
    })
    const writers = await db().claimWriter.findMany({ where: { claimId: one.id, part: 'status' } })
    expect(writers).toMatchObject([{ personId: checker.id, replaced: false }])
    expect(await read(next.id)).toMatchObject({ status: 'unreviewed', reviewedById: null })
    await expectWholeChain(article.id)
  })

  it('leaves claims alone that are right already, that changed meanwhile or that were withdrawn', async () => {
    const { article, one, next } = await two()
    const third = (await two()).one
    await changeClaim(editor, { id: one.id, version: 1, priority: 'urgent' })
    await changeClaim(editor, { id: next.id, version: 1, priority: 'high' })
    await withdrawClaim(editor, { id: third.id, version: 1 })
    const claims = [...seen(article), { id: third.id, version: 2 }]
    const result = await changeTogether(editor, claims, { priority: 'urgent' })
    expect(outcomes(result)).toEqual(['unchanged', 'conflict', 'refused'])
    expect(result.items[2]?.refusal).toBe('claimWithdrawn')
    expect(await read(next.id)).toMatchObject({ priority: 'high', version: 2 })
    expect(await read(one.id)).toMatchObject({ version: 2 })
  })

  it('ends a sign-off with the status and opens a cleared article again', async () => {
    const { article, one, next } = await two()
    for (const { id } of [one, next]) await changeClaim(checker, { id, version: 1, status: 'needs_source' })
    const rest = await db().sentence.findMany({ where: { articleId: article.id } })
    await db().sentence.updateMany({
      where: { id: { in: rest.map(({ id }) => id) } },
      data: { passedAt: new Date(), passedById: editor.id },
    })
    await signOffAsRead(editor, { id: one.id, version: 2 })
    await db().article.update({ where: { id: article.id }, data: { state: 'cleared' } })
    const claims = await Promise.all(
      [one, next].map(async ({ id }) => ({ id, version: (await read(id)).version })),
    )
    await changeTogether(other, claims, { status: 'unreviewed' })
    expect(await read(one.id)).toMatchObject({ signedOffById: null, reviewedById: null })
    expect((await linesOf(one.id)).slice(-2).map(({ verb }) => verb)).toEqual([
      'claim.reviewed',
      'claim.sign_off_voided',
    ])
    expect((await db().article.findUniqueOrThrow({ where: { id: article.id } })).state).toBe('checking')
    await expectWholeChain(article.id)
  })

  it('goes on with the same request key where it was interrupted', async () => {
    const { article } = await two()
    const asked = bulkChangeSchema.parse({
      filter: { article: article.id, priority: 'normal' },
      count: 2,
      change: { priority: 'high' },
      requestKey: unique(),
    })
    const { id } = await beginBulkChange(editor, asked)
    expect((await getBulkChange(editor, id)).waiting).toBe(2)
    await continueBulkChange(editor, { id })
    expect(await beginBulkChange(editor, asked)).toEqual({ id })
    await continueBulkChange(editor, { id })
    expect((await getBulkChange(editor, id)).counts).toMatchObject({ changed: 2, conflict: 0 })
    const changed = { ...asked, change: { priority: 'low' as const } }
    expect((await refusal(beginBulkChange(editor, changed))).key).toBe('keyUsedAgain')
  })
})

describe('who may', () => {
  it('lets viewers change nothing and checkers assign nothing', async () => {
    const { article } = await two()
    const viewer = (await makeUser({ role: 'viewer' })).actor
    const refused = await refusal(changeTogether(viewer, seen(article), { priority: 'high' }))
    expect(refused.code).toBe('forbidden')
    for (const change of [{ assigneeId: null }, { assigneeId: other.id }, { assigneeIds: [other.id] }])
      expect(await refusal(changeTogether(checker, seen(article), change))).toMatchObject({
        code: 'forbidden',
        key: 'mayNotAssign',
      })
  })

  it('refuses people who take no work, and claims that do not exist', async () => {
    const { article } = await two()
    const viewer = (await makeUser({ role: 'viewer' })).actor
    const change = { assigneeIds: [checker.id, viewer.id] }
    expect((await refusal(changeTogether(editor, seen(article), change))).key).toBe('cannotBeAssigned')
    const claims = [...seen(article), { id: newId(), version: 1 }]
    const unknown = await refusal(changeTogether(editor, claims, { priority: 'high' }))
    expect(unknown.issues).toMatchObject([{ path: 'claims.2.id', key: 'bulkUnknownClaim' }])
  })

  it('shows a bulk change to nobody else', async () => {
    const { article } = await two()
    const { id } = await changeTogether(editor, seen(article), { priority: 'high' })
    for (const work of [
      () => getBulkChange(checker, id),
      () => continueBulkChange(checker, { id }),
      () => undoBulkChange(checker, { id }),
      () => leaveBulkChange(checker, { id }),
    ])
      expect((await refusal(work())).code).toBe('not_found')
  })
})

describe('undoing', () => {
  it('restores what nobody changed since, and names what somebody did', async () => {
    const { article, one, next } = await two()
    await changeClaim(editor, { id: one.id, version: 1, assigneeId: other.id })
    const claims = [
      { id: one.id, version: 2 },
      { id: next.id, version: 1 },
    ]
    const { id } = await changeTogether(editor, claims, { assigneeId: checker.id, priority: 'urgent' })
    await changeClaim(checker, { id: one.id, version: 3, finding: 'Since then.' })
    await changeClaim(checker, { id: next.id, version: 2, priority: 'low' })
    const undone = await undoBulk(editor, id)
    expect(undone.items.map((item) => item.undone)).toEqual(['changed', 'conflict'])
    expect(undone.undone).toMatchObject({ changed: 1, conflict: 1 })
    expect(await read(one.id)).toMatchObject({
      ...{ assigneeId: other.id, priority: 'normal', finding: 'Since then.', version: 5 },
    })
    expect(await read(next.id)).toMatchObject({ assigneeId: checker.id, priority: 'low', version: 3 })
    await expectWholeChain(article.id)
  })

  it('gives a verdict back to its reviewer, and the person of the mistake is no second one', async () => {
    const { one } = await two()
    await support(one.id)
    await changeClaim(checker, { id: one.id, version: 1, status: 'verified' })
    const before = await read(one.id)
    const { id } = await changeTogether(editor, [{ id: one.id, version: 2 }], { status: 'needs_source' })
    await undoBulk(editor, id)
    const { reviewedById, reviewedAt } = before
    expect(await read(one.id)).toMatchObject({ status: 'verified', reviewedById, reviewedAt })
    const writers = await db().claimWriter.findMany({ where: { claimId: one.id, part: 'status' } })
    expect(writers.map(({ personId, replaced }) => [personId, replaced]).sort()).toEqual(
      [
        [checker.id, false],
        [editor.id, true],
      ].sort(),
    )
  })

  it('refuses a status whose evidence is gone by now', async () => {
    const { one } = await two()
    const source = await support(one.id)
    await changeClaim(checker, { id: one.id, version: 1, status: 'verified' })
    const { id } = await changeTogether(editor, [{ id: one.id, version: 2 }], { status: 'unreviewed' })
    await db().source.update({ where: { id: source }, data: { removedAt: new Date() } })
    const undone = await undoBulk(editor, id)
    expect(undone.items[0]).toMatchObject({ undone: 'refused', undoRefusal: 'verifiedNeedsSource' })
    expect((await read(one.id)).status).toBe('unreviewed')
  })

  it('ends a change that has not reached all claims', async () => {
    const { article, one } = await two()
    const { id } = await beginBulkChange(
      editor,
      bulkChangeSchema.parse({ claims: seen(article), change: { priority: 'low' } }),
    )
    await undoBulk(editor, id)
    expect(await continueBulkChange(editor, { id })).toEqual({ more: false })
    expect((await read(one.id)).version).toBe(1)
  })
})

describe('a bulk change that stopped', () => {
  async function stopped(change: Parameters<typeof bulk>[1]['change']) {
    const { actor } = await makeUser({ role: 'editor' })
    const { article } = await two()
    const { id } = await beginBulkChange(actor, bulkChangeSchema.parse({ claims: seen(article), change }))
    return { actor, id, article }
  }

  it.each([
    ['priority', { priority: 'low' as const }],
    ['status', { status: 'needs_source' as const }],
    ['due', { dueAt: null }],
    ['assign', { assigneeId: null }],
  ])('is offered to its person alone until nothing waits: %s', async (kind, change) => {
    const { actor, id } = await stopped(change)
    expect(await unfinishedBulkChange(actor)).toMatchObject({ id, kind, waiting: 2, undoing: false })
    expect((await unfinishedBulkChange(checker))?.id).not.toBe(id)
    await continueBulkChange(actor, { id })
    expect(await unfinishedBulkChange(actor)).toBeNull()
  })

  it('is offered no more once its person leaves the rest, and goes on all the same when asked', async () => {
    const { actor, id, article } = await stopped({ priority: 'low' })
    await leaveBulkChange(actor, { id })
    expect(await unfinishedBulkChange(actor)).toBeNull()
    expect((await read(article.claims[0]?.id ?? '')).priority).toBe('normal')
    await continueBulkChange(actor, { id })
    expect((await getBulkChange(actor, id)).counts.changed).toBe(2)
  })

  it('is offered as undoing when that is what stopped', async () => {
    const { actor, id, article } = await stopped({ priority: 'low' })
    await continueBulkChange(actor, { id })
    await db().bulkChange.update({ where: { id }, data: { undoneAt: new Date(), endedAt: null } })
    expect(await unfinishedBulkChange(actor)).toMatchObject({ id, undoing: true, waiting: 2 })
    await undoBulkChange(actor, { id })
    expect(await unfinishedBulkChange(actor)).toBeNull()
    expect((await read(article.claims[0]?.id ?? '')).priority).toBe('normal')
  })
})

it('two bulk changes over the same articles end without waiting for each other for good', async () => {
  const desk = unique()
  for (let made = 0; made < 4; made += 1) await makeArticle(editor, { desk })
  const ask = (sort: string) =>
    bulk(editor, {
      filter: { desk, sort, order: 'desc' },
      count: 8,
      change: { priority: sort === 'number' ? 'high' : 'low' },
    })
  const results = await Promise.all([ask('number'), ask('created')])
  for (const { counts, waiting } of results)
    expect([waiting, counts.changed + counts.conflict]).toEqual([0, 8])
})

describe('what is asked', () => {
  const claims = [{ id: newId(), version: 1 }]
  it.each([
    ['nothing to change', { claims, change: {} }, 'change', 'bulkNothing'],
    [
      'one and several people',
      { claims, change: { assigneeId: null, assigneeIds: [newId()] } },
      'change.assigneeIds',
      'bulkAssignedTwice',
    ],
    [
      'claims and a filter',
      { claims, filter: {}, count: 1, change: { priority: 'low' } },
      'claims',
      'bulkChoice',
    ],
    ['neither', { change: { priority: 'low' } }, 'claims', 'bulkChoice'],
    ['a filter without a number', { filter: {}, change: { priority: 'low' } }, 'count', 'required'],
    [
      'a filter that is misspelt',
      { filter: { assigne: 'none' }, count: 1, change: { priority: 'low' } },
      'filter',
      undefined,
    ],
    ['an unknown status', { claims, change: { status: 'right' } }, 'change.status', 'notOneOf'],
  ])('is refused with %s', (_, asked, path, message) => {
    const { error } = bulkChangeSchema.safeParse(asked)
    const issue = error?.issues[0]
    expect(issue?.path.join('.')).toBe(path)
    if (message) expect(issue?.message).toBe(message)
  })
})
