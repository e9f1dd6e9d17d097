import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorClaim } from '@/domain/anchor/commands'
import { makeClaim, restoreClaim, withdrawClaim } from '@/domain/claim/commands'
import { changeClaim } from '@/domain/review/commands'
import { getClaim } from '@/domain/claim/queries'
import type { Priority } from '@/domain/claim/rules'
import { DomainError } from '@/domain/errors'
import { reviseArticle } from '@/domain/revision/commands'
import { addSource, changeSource, removeSource, restoreSource } from '@/domain/source/commands'
import { addSourceSchema, changeSourceSchema } from '@/domain/source/schema'
import { takeOver } from '@/domain/reuse/commands'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { ARTICLE_TEXT, makeArticle, makeUser, type MadeArticle } from '@/tests/factories'
import { refusal } from '@/tests/refusal'
import { signOffAsRead } from '@/tests/sign-off'

const fresh = (id: string) => db().claim.findUniqueOrThrow({ where: { id } })
const source = (claimId: string, given: object = {}) =>
  addSourceSchema.parse({ claimId, title: 'Log', stance: 'supports', ...given })

const edit = (actor: Actor, given: { id: string; title?: string; excerpt?: string; locator?: string }) =>
  changeSource(actor, changeSourceSchema.parse(given))

async function bench() {
  const [one, two, other] = await Promise.all([makeUser(), makeUser(), makeUser({ role: 'checker' })])
  const article = await makeArticle(one.actor)
  const [first, second] = article.claims
  if (!first || !second) throw new Error('no claims')
  return { one: one.actor, two: two.actor, checker: other.actor, article, id: first.id, otherId: second.id }
}

const change = async (actor: Actor, id: string, given: object) =>
  changeClaim(actor, { id, version: (await fresh(id)).version, ...given })
const sign = async (actor: Actor, id: string) =>
  signOffAsRead(actor, { id, version: (await fresh(id)).version })
const partsRefused = async (actor: Actor, id: string) =>
  (await refusal(sign(actor, id))).issues.map((issue) => issue.path)

async function disputed() {
  const made = await bench()
  await change(made.checker, made.id, { status: 'disputed', finding: 'It was 1999.' })
  return made
}

describe('nobody signs off what they wrote', () => {
  it('a finding that they rewrote, wholly or in part', async () => {
    for (const finding of ['It was 2001.', 'It was 1999. I looked it up.', 'كان ذلك في عام 1999.']) {
      const { one, two, id } = await disputed()
      await change(one, id, { finding })
      expect(await partsRefused(one, id)).toEqual(['finding'])
      await sign(two, id)
    }
  })

  it('sources that they added, changed, took away or brought back', async () => {
    const touch: ((actor: Actor, sourceId: string, claimId: string) => Promise<unknown>)[] = [
      (actor, _, claimId) => addSource(actor, source(claimId)),
      (actor, id) => edit(actor, { id, excerpt: 'Other words' }),
      (actor, id) => removeSource(actor, { id }),
      async (actor, id) => {
        await removeSource(actor, { id })
        await restoreSource(actor, { id })
      },
      async (actor, id, claimId) => {
        await removeSource(actor, { id })
        await addSource(actor, source(claimId, { title: 'Another log' }))
      },
    ]
    for (const work of touch) {
      const { one, two, checker, id } = await disputed()
      const sourceId = await addSource(checker, source(id))
      await work(one, sourceId, id)
      expect(await partsRefused(one, id)).toEqual(['sources'])
      await sign(two, id)
    }
  })

  it('the words they put a reviewed claim on, and a move ends the sign-off that was given elsewhere', async () => {
    const { one, two, checker } = await bench()
    const text = 'One came first. It is long. So it goes. It is long.'
    const article = await makeArticle(one, {
      text,
      claims: [{ quote: 'It is long', prefix: 'One came first. ' }],
    })
    const id = article.claims[0]?.id ?? ''
    await change(checker, id, { status: 'disputed', finding: 'It is short.' })
    await sign(two, id)
    const moved = { id, revision: 1, quote: 'It is long', prefix: 'So it goes. ' }
    const { version } = await fresh(id)
    await anchorClaim(one, { ...moved, version })
    expect(await fresh(id)).toMatchObject({ signedOffById: null, status: 'unreviewed' })
    await change(checker, id, { status: 'disputed' })
    expect(await partsRefused(one, id)).toEqual(['quote'])
    const after = await sign(two, id)
    expect(await anchorClaim(checker, { ...moved, version: after })).toBe(after)
    expect((await fresh(id)).signedOffById).toBe(two.id)
  })

  it('what was taken over from where they wrote it', async () => {
    const { one, two, checker, id } = await bench()
    const otherId = (await makeArticle(one)).claims[0]?.id ?? ''
    await addSource(one, source(id))
    await change(one, id, { status: 'verified', finding: 'The log says so.' })
    await takeOver(checker, { id: otherId, fromId: id, version: (await fresh(otherId)).version })
    expect(await partsRefused(one, otherId)).toEqual(['status', 'finding', 'sources'])
    await sign(two, otherId)
  })

  it('what they handed in with an article', async () => {
    const { one, two } = await bench()
    const claims = [{ quote: 'The bridge opened in 1998', status: 'disputed' as const, finding: 'In 1999.' }]
    const article = await makeArticle(one, { text: ARTICLE_TEXT, claims })
    const id = article.claims[0]?.id ?? ''
    expect(await partsRefused(one, id)).toEqual(['status', 'finding'])
    await sign(two, id)
  })

  it('but a change to what is there already makes nobody a writer, nor does one that is refused', async () => {
    const { one, checker, id } = await disputed()
    const sourceId = await addSource(checker, source(id))
    const { version } = await fresh(id)
    await changeClaim(one, { id, version: 1, finding: 'It was 1999.', status: 'disputed' })
    await edit(one, { id: sourceId, title: 'Log' })
    expect((await refusal(changeClaim(one, { id, version, status: 'disputed', finding: '' }))).code).toBe(
      'rule',
    )
    await sign(one, id)
  })

  it('and what somebody wrote anew names them alone, while those before count until somebody approves', async () => {
    const { one, two, checker, id } = await bench()
    const parts = async () =>
      (await getClaim(one, id)).writers
        .map(({ part, person, replaced }) => [part, person.id, replaced])
        .sort()
    await change(one, id, { status: 'needs_source', finding: 'Ask the ministry.' })
    await change(checker, id, { finding: '' })
    await change(checker, id, { status: 'disputed', finding: 'It was 1999.' })
    expect(await partsRefused(one, id)).toEqual(['status', 'finding'])
    const own = (person: Actor, replaced: boolean) => [
      ['finding', person.id, replaced],
      ['status', person.id, replaced],
    ]
    expect(await parts()).toEqual([...own(one, true), ...own(checker, false)].sort())
    await sign(two, id)
    await change(two, id, { finding: 'It was 1999, says the log.' })
    expect(await partsRefused(two, id)).toEqual(['finding'])
    expect(await parts()).toEqual([...own(checker, false), ['finding', two.id, false]].sort())
    await sign(one, id)
  })

  it('nor by way of a colleague who sets their verdict back and gives it again', async () => {
    const { one, two, checker, id } = await bench()
    await addSource(checker, source(id))
    await change(one, id, { status: 'verified' })
    await change(two, id, { status: 'unreviewed' })
    await change(two, id, { status: 'verified' })
    expect(await partsRefused(one, id)).toEqual(['status'])
    expect(await partsRefused(two, id)).toEqual(['status'])
  })
})

describe('a claim that needs a second person goes on needing one', () => {
  const needed = async (actor: Actor, id: string) => (await getClaim(actor, id)).signOffNeed

  async function urgent() {
    const made = await bench()
    await change(made.one, made.id, { priority: 'urgent' })
    await addSource(made.checker, source(made.id))
    await change(made.checker, made.id, { status: 'verified' })
    return made
  }

  it('when its reviewer would lower its urgency, in one step or by way of another status', async () => {
    const { checker, id } = await urgent()
    for (const priority of ['high', 'normal', 'low'] as Priority[]) {
      const refused = await refusal(change(checker, id, { priority }))
      expect([refused.key, refused.issues[0]?.path]).toEqual(['urgencyIsOwn', 'priority'])
    }
    await change(checker, id, { status: 'needs_source' })
    expect((await refusal(change(checker, id, { priority: 'low' }))).key).toBe('urgencyIsOwn')
    await change(checker, id, { status: 'unreviewed' })
    await change(checker, id, { priority: 'low' })
    await change(checker, id, { status: 'verified' })
    expect(await needed(checker, id)).toBe('urgentBefore')
  })

  it('when it was lowered before the review, by the one who then reviews it', async () => {
    const { one, checker, id } = await bench()
    await change(one, id, { priority: 'urgent' })
    await addSource(checker, source(id))
    await change(checker, id, { priority: 'normal', status: 'verified' })
    expect(await needed(checker, id)).toBe('urgentBefore')
  })

  it('but not when someone who wrote nothing of it lowers it, and the history says who', async () => {
    const { one, two, id } = await urgent()
    await change(one, id, { priority: 'normal' })
    expect(await needed(two, id)).toBeNull()
    const line = await db().event.findFirstOrThrow({ where: { claimId: id }, orderBy: { position: 'desc' } })
    expect([line.actorId, line.before, line.after]).toEqual([
      one.id,
      { priority: 'urgent' },
      { priority: 'normal' },
    ])
    await change(one, id, { finding: 'My words now.' })
    expect(await needed(two, id)).toBe('urgentBefore')
  })

  it('when a dispute is turned into another verdict on the same words', async () => {
    const { checker, one, article, id } = await disputed()
    await addSource(checker, source(id))
    await change(checker, id, { status: 'needs_source' })
    expect(await needed(one, id)).toBe('disputedBefore')
    await change(checker, id, { status: 'unreviewed' })
    await change(checker, id, { status: 'verified' })
    expect(await needed(one, id)).toBe('disputedBefore')
    await reviseArticle(one, { articleId: article.id, text: ARTICLE_TEXT.replace('1998', '1999') })
    await change(checker, id, { status: 'verified' })
    expect(await needed(one, id)).toBeNull()
  })

  it('when the words are changed and changed back', async () => {
    const { checker, one, article, id } = await disputed()
    await addSource(checker, source(id))
    await reviseArticle(one, { articleId: article.id, text: ARTICLE_TEXT.replace('1998', '1999') })
    await reviseArticle(one, { articleId: article.id, text: ARTICLE_TEXT })
    await change(checker, id, { status: 'verified' })
    expect(await needed(one, id)).toBe('disputedBefore')
  })

  it('when its writer would withdraw it, or move it off its words; someone else may', async () => {
    const { checker, one, id } = await disputed()
    const { version } = await fresh(id)
    expect((await refusal(withdrawClaim(checker, { id, version }))).key).toBe('withdrawIsOwn')
    const away = { id, version, revision: 1, quote: 'Nobody counted the bicycles' }
    expect((await refusal(anchorClaim(checker, away))).key).toBe('withdrawIsOwn')
    await withdrawClaim(one, { id, version })
    await restoreClaim(one, { id, version: version + 1 })
    expect((await fresh(id)).withdrawnAt).toBeNull()
  })

  it('when its words are made into a claim of their own, whole or in part', async () => {
    for (const quote of ['The bridge opened in 1998', 'opened in 1998', 'The bridge']) {
      const { checker, one, article, id } = await bench()
      await change(one, id, { priority: 'urgent' })
      await withdrawClaim(checker, { id, version: (await fresh(id)).version })
      const made = await makeClaim(checker, { articleId: article.id, revision: 1, quote })
      await addSource(checker, source(made.id))
      await change(checker, made.id, { status: 'verified' })
      expect(await needed(one, made.id)).toBe('urgentBefore')
    }
  })
})

/** One of the things people do to a claim; what it is refused for does not matter here. */
type Step = { by: number; what: number; claim: number }

type Desk = { people: Actor[]; article: MadeArticle; wrote: Map<string, Set<string>> }

async function take(desk: Desk, { by, what, claim }: Step, at: number) {
  const actor = desk.people[by % desk.people.length]
  const one = desk.article.claims[claim % 2]
  if (!actor || !one) return
  const row = await fresh(one.id)
  const seen = { id: one.id, version: row.version }
  const [first] = await db().source.findMany({ where: { claimId: one.id }, orderBy: { id: 'asc' } })
  const wrote = desk.wrote.get(one.id)
  const works: (() => Promise<unknown>)[] = [
    () => changeClaim(actor, { ...seen, status: 'disputed', finding: row.finding || `Found ${at}.` }),
    () => changeClaim(actor, { ...seen, status: 'needs_source' }),
    () => changeClaim(actor, { ...seen, finding: `${row.finding} More ${at}.` }),
    () => addSource(actor, source(one.id, { title: `Log ${at}` })),
    () => (first ? edit(actor, { id: first.id, locator: `p. ${at}` }) : Promise.resolve()),
    () => (first ? removeSource(actor, { id: first.id }) : Promise.resolve()),
  ]
  const work = works[what]
  const done = work
    ? await work().then(
        () => true,
        (error: unknown) => {
          if (error instanceof DomainError) return false
          throw error
        },
      )
    : false
  const changed = (await fresh(one.id)).updatedAt.getTime() !== row.updatedAt.getTime()
  if (done && changed && what >= 2) wrote?.add(actor.id)
  if (what !== works.length) return
  const signed = await signOffAsRead(actor, seen).then(
    () => true,
    (error: unknown) => {
      if (error instanceof DomainError) return false
      throw error
    },
  )
  if (signed) expect([wrote?.has(actor.id), row.reviewedById === actor.id]).toEqual([false, false])
}

it('holds for whatever several people do in whatever order', async () => {
  const step = fc.record({
    by: fc.integer({ min: 0, max: 2 }),
    what: fc.integer({ min: 0, max: 6 }),
    claim: fc.integer({ min: 0, max: 1 }),
  })
  const people = (await Promise.all([makeUser(), makeUser(), makeUser()])).map(({ actor }) => actor)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
      const article = await makeArticle(people[0] as Actor)
      const wrote = new Map(article.claims.map((claim) => [claim.id, new Set<string>()]))
      for (const [index, one] of steps.entries()) await take({ people, article, wrote }, one, index)
    }),
    { seed: 6, numRuns: 12 },
  )
})
