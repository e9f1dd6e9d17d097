import { beforeAll, describe, expect, it } from 'vitest'
import { changeClaim } from '@/domain/review/commands'
import type { Actor } from '@/domain/user/policy'
import { params } from '@/tests/claim-rows'
import { makeArticle, makeUser, unique } from '@/tests/factories'
import { aroundInQueue, firstOfQueue, type QueuedClaim } from './queries'

let actor: Actor
beforeAll(async () => {
  actor = (await makeUser({ role: 'editor' })).actor
})

/** Three articles of one desk with two unreviewed claims each. */
async function desk() {
  const name = `Queue ${unique()}`
  const articles = []
  for (let n = 0; n < 3; n++) articles.push(await makeArticle(actor, { desk: name }))
  return { written: { desk: name, status: 'unreviewed', sort: 'created', order: 'asc' }, articles }
}

const nameOf = (at: QueuedClaim | null) => at && `${at.articleId}/${at.number}`
const around = async (written: Record<string, string>, at: QueuedClaim) => {
  const found = await aroundInQueue(actor, params({ ...written, after: at.cursor }))
  if (!found) throw new Error('The cursor was not read')
  return found
}

async function walk(written: Record<string, string>, visit: (at: QueuedClaim) => Promise<void>) {
  const seen: { name: string | null; place: number; total: number }[] = []
  let at = await firstOfQueue(actor, params(written))
  for (let place = 1; at && place < 20; place++) {
    await visit(at)
    const { next, rest } = await around(written, at)
    seen.push({ name: nameOf(at), place, total: place + rest })
    at = next
  }
  return seen
}

describe('a walk through a list', () => {
  it('crosses articles, counts to the end and ends there', async () => {
    const { written, articles } = await desk()
    const seen = await walk(written, async () => {})
    expect(seen.map(({ name }) => name)).toEqual(
      articles.flatMap(({ id, claims }) => claims.map(({ number }) => `${id}/${number}`)),
    )
    expect(seen.map(({ place, total }) => [place, total])).toEqual([1, 2, 3, 4, 5, 6].map((n) => [n, 6]))
  })

  it.each([
    ['created', 'asc'],
    ['updated', 'desc'],
    ['due', 'asc'],
    ['article,number', 'asc,asc'],
  ])('by %s %s is not broken by claims that stop matching, and the count stays', async (sort, order) => {
    const { written, articles } = await desk()
    const list = { ...written, sort, order }
    const versions = new Map(
      articles.flatMap(({ id, claims }) =>
        claims.map(
          (claim) => [String(nameOf({ articleId: id, number: claim.number, cursor: '' })), claim] as const,
        ),
      ),
    )
    const seen = await walk(list, async (at) => {
      const claim = versions.get(nameOf(at) ?? '')
      if (!claim) throw new Error('A claim of another list')
      await changeClaim(actor, { id: claim.id, version: claim.version, status: 'disputed', finding: 'No.' })
    })
    expect(new Set(seen.map(({ name }) => name)).size).toBe(6)
    expect(seen.map(({ place, total }) => [place, total])).toEqual([1, 2, 3, 4, 5, 6].map((n) => [n, 6]))
    expect(await firstOfQueue(actor, params(list))).toBeNull()
  })

  it('goes back the way it came', async () => {
    const { written } = await desk()
    const first = await firstOfQueue(actor, params(written))
    if (!first) throw new Error('The list has claims')
    const { next } = await around(written, first)
    if (!next) throw new Error('The list has more claims')
    expect(await around(written, next)).toMatchObject({ previous: first, rest: 4 })
    expect((await around(written, first)).previous).toBeNull()
  })

  it('has no place without a cursor', async () => {
    expect(await aroundInQueue(actor, params({}))).toBeNull()
  })
})
