import { beforeAll, expect, it } from 'vitest'
import { makeClaim, withdrawClaim } from '@/domain/claim/commands'
import { makeClaimSchema } from '@/domain/claim/schema'
import type { Claim } from '@/domain/claim/shape'
import { changeClaim } from '@/domain/review/commands'
import { reviseArticle } from '@/domain/revision/commands'
import { addSource } from '@/domain/source/commands'
import { addSourceSchema } from '@/domain/source/schema'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { changeTogether } from '@/tests/bulk'
import { loadCase } from '@/tests/cases/load'
import { makeArticle, makeUser } from '@/tests/factories'
import { race, refusal } from '@/tests/refusal'

const { steps } = loadCase<{ steps: { do: string; expect?: string }[] }>('C58_lost_update')

const sentence = (number: number) => `Bridge number ${'abcdefghijklmnopqrst'.charAt(number)} is open`
const SENTENCES = Array.from({ length: 20 }, (_, number) => sentence(number))
const TEXT = `${SENTENCES.join('. ')}. The toll is two coins.`

let a: Actor
let b: Actor
/** Takes off what both wrote: a disputed claim is never taken off by those who wrote it. */
let third: Actor
let article: Awaited<ReturnType<typeof makeArticle>>
let seventh: string
beforeAll(async () => {
  const made = await Promise.all([
    makeUser({ name: 'Anna Adler' }),
    makeUser({ name: 'بشير نصار' }),
    makeUser(),
  ])
  ;[a, b, third] = [made[0].actor, made[1].actor, made[2].actor]
  article = await makeArticle(a, { text: TEXT, claims: SENTENCES.map((quote) => ({ quote })) })
  seventh = article.claims[6]?.id ?? ''
})

const read = (id = seventh) => db().claim.findUniqueOrThrow({ where: { id } })
const linesOf = (claimId = seventh) =>
  db().event.findMany({ where: { claimId }, orderBy: { position: 'asc' }, include: { actor: true } })

/** What happens at each step, in the order of the case. */
const done: Record<string, () => Promise<void>> = {
  async 'A and B open claim 7 (version 3)'() {
    await addSource(b, addSourceSchema.parse({ claimId: seventh, title: 'The register', stance: 'supports' }))
    await changeClaim(a, { id: seventh, version: 1, priority: 'high' })
    await changeClaim(a, { id: seventh, version: 2, priority: 'normal' })
    expect(await read()).toMatchObject({ number: 7, version: 3 })
  },
  async 'B sets status verified, saves'() {
    expect(await changeClaim(b, { id: seventh, version: 3, status: 'verified' })).toBe(4)
  },
  async 'A (still version 3) sets status disputed, saves'() {
    const mine = { id: seventh, version: 3, status: 'disputed', finding: 'It is closed.' } as const
    const refused = await refusal(changeClaim(a, mine))
    expect(refused.code).toBe('conflict')
    expect(refused.current as Claim).toMatchObject({ version: 4, status: 'verified', finding: '' })
    expect((refused.current as Claim).reviewer?.name).toBe(b.name)
    expect(await read()).toMatchObject({ version: 4, status: 'verified', finding: '' })
  },
  async 'A saves again after seeing it'() {
    const mine = { id: seventh, version: 4, status: 'disputed', finding: 'It is closed.' } as const
    expect(await changeClaim(a, mine)).toBe(5)
    const lines = (await linesOf()).slice(-2)
    expect(lines.map(({ actor, after }) => [actor.name, after])).toEqual([
      [b.name, expect.objectContaining({ status: 'verified' })],
      [a.name, expect.objectContaining({ status: 'disputed', finding: 'It is closed.' })],
    ])
    const [theirs, mineAt] = lines.map(({ at }) => at.getTime())
    expect(theirs).toBeLessThanOrEqual(mineAt ?? 0)
  },
  async 'A edits the note, B the status, both from version 5'() {
    const { done: saved, refused } = await race([
      changeClaim(a, { id: seventh, version: 5, finding: 'It is closed until May.' }),
      changeClaim(b, { id: seventh, version: 5, status: 'needs_source' }),
    ])
    expect(saved).toEqual([6])
    expect(refused.map(({ code }) => code)).toEqual(['conflict'])
    const now = await read()
    expect(now.finding === 'It is closed until May.').toBe(now.status === 'disputed')
    // Whoever was second saves again, and both stand.
    await (now.status === 'disputed'
      ? changeClaim(b, { id: seventh, version: 6, status: 'needs_source' })
      : changeClaim(a, { id: seventh, version: 6, finding: 'It is closed until May.' }))
    expect(await read()).toMatchObject({ finding: 'It is closed until May.', status: 'needs_source' })
  },
  async 'A edits claim 7 while B deletes it'() {
    const { version } = await read()
    await withdrawClaim(third, { id: seventh, version })
    const refused = await refusal(changeClaim(a, { id: seventh, version, finding: 'Typed meanwhile.' }))
    expect(refused.code).toBe('conflict')
    expect(refused.current).toMatchObject({ withdrawnAt: expect.any(String) as string })
    expect((await read()).finding).toBe('It is closed until May.')
  },
  async 'A bulk-sets 20 claims, one changed meanwhile'() {
    const twenty = (await makeArticle(a, { text: TEXT, claims: SENTENCES.map((quote) => ({ quote })) }))
      .claims
    const other = twenty[11]?.id ?? ''
    await changeClaim(b, { id: other, version: 1, priority: 'low' })
    const asked = twenty.map(({ id, version }) => ({ id, version }))
    const { items, counts } = await changeTogether(a, asked, { priority: 'urgent' })
    expect(counts).toMatchObject({ changed: 19, conflict: 1 })
    expect(items.filter(({ outcome }) => outcome !== 'changed').map(({ id }) => id)).toEqual([other])
    expect((await read(other)).priority).toBe('low')
  },
  async 'B edits the article text while A adds a claim on the old text'() {
    const quote = 'The toll is two coins'
    for (const [fresh, state] of [
      [`A new first sentence stands here. ${TEXT}`, 'anchored'],
      [TEXT.replace(` ${quote}.`, ''), 'orphaned'],
    ] as const)
      for (const order of ['the text first', 'the claim first', 'at once'] as const) {
        const { id: articleId } = await makeArticle(a, { text: TEXT, claims: [] })
        const revise = () => reviseArticle(b, { articleId, text: fresh })
        const add = () =>
          makeClaim(a, makeClaimSchema.parse({ articleId, revision: 1, quote, start: TEXT.indexOf(quote) }))
        if (order === 'the text first') {
          await revise()
          expect((await refusal(add())).code).toBe('conflict')
        } else if (order === 'the claim first') {
          await add()
          await revise()
        } else {
          const { refused } = await race<unknown>([add(), revise()])
          expect(refused.map(({ code }) => code)).toEqual(refused.length > 0 ? ['conflict'] : [])
        }
        const anchors = await db().anchor.findMany({ where: { revision: { articleId, number: 2 } } })
        if (order === 'the text first') expect(anchors).toEqual([])
        for (const anchor of anchors) {
          expect(anchor.state).toBe(state)
          if (state === 'anchored') expect(fresh.slice(anchor.start, anchor.end)).toBe(quote)
        }
        if (order === 'the claim first') expect(anchors).toHaveLength(1)
      }
  },
}

it('no step of two people on one claim loses what either did', { timeout: 60_000 }, async () => {
  expect(Object.keys(done)).toEqual(steps.map((step) => step.do))
  for (const step of steps) await done[step.do]?.()
})
