import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { db } from '@/prisma/client'
import { setClock } from '@/services/clock'
import { unique } from '@/tests/factories'
import { LIMITS } from './limits'
import { nextUse, secondsUntil, type LimitRule, type LimitUse } from './rule'
import { forget, giveBack, subjectOf, take, takeBy } from './take'

afterEach(() => setClock())

const BEGUN = Date.UTC(2031, 0, 1)
const count = (many: { ok: boolean }[]) => many.filter(({ ok }) => ok).length

describe('a limit', () => {
  it('admits its allowance and says when the next one may come', () => {
    const rule: LimitRule = { allowance: 2, windowMs: 60_000 }
    const one = nextUse(rule, null, BEGUN)
    const two = nextUse(rule, one.use, BEGUN + 10_000)
    const three = nextUse(rule, two.use, BEGUN + 20_000)
    expect([one.allowed, two.allowed, three.allowed]).toEqual([true, true, false])
    expect(secondsUntil(three.use.freeAt, BEGUN + 20_000)).toBe(40)
    expect(nextUse(rule, three.use, BEGUN + 60_000).allowed).toBe(true)
  })

  it('with a delay doubles the wait, up to the longest', () => {
    const rule: LimitRule = { allowance: 1, windowMs: 3_600_000, delay: { firstMs: 2000, longestMs: 10_000 } }
    let use: LimitUse | null = null
    let at = BEGUN
    const waits = []
    for (let n = 0; n < 5; n += 1) {
      const next = nextUse(rule, use, at)
      expect(next.allowed).toBe(true)
      use = next.use
      waits.push(use.freeAt - at)
      expect(nextUse(rule, use, use.freeAt - 1).allowed).toBe(false)
      at = use.freeAt
    }
    expect(waits).toEqual([2000, 4000, 8000, 10_000, 10_000])
  })

  const rules = fc.record(
    {
      allowance: fc.integer({ min: 1, max: 4 }),
      windowMs: fc.integer({ min: 1000, max: 60_000 }),
      delay: fc.record({
        firstMs: fc.integer({ min: 0, max: 5000 }),
        longestMs: fc.integer({ min: 0, max: 20_000 }),
      }),
    },
    { requiredKeys: ['allowance', 'windowMs'] },
  )

  it('is counted by the database as by the rule', async () => {
    const steps = fc.array(fc.record({ pause: fc.integer({ min: 0, max: 30_000 }), waits: fc.boolean() }), {
      minLength: 1,
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(rules, steps, async (rule, asked) => {
        const [kind, subject] = ['test', unique() + unique()]
        let use: LimitUse | null = null
        let at = BEGUN
        for (const { pause, waits } of asked) {
          at += pause
          setClock(new Date(at))
          const told = await takeBy(rule, kind, subject, { waits })
          const next: ReturnType<typeof nextUse> = nextUse(rule, use, at, waits)
          use = next.use
          expect(told.ok).toBe(next.allowed)
          if (!told.ok) expect(told.retryAfterSeconds).toBe(secondsUntil(use.freeAt, at))
          const row = await db().limitUse.findUniqueOrThrow({ where: { kind_subject: { kind, subject } } })
          expect([row.used, row.freeAt.getTime(), row.endsAt.getTime()]).toEqual([
            use.used,
            use.freeAt,
            use.endsAt,
          ])
        }
      }),
      { seed: 20261129, numRuns: 60 },
    )
  })

  it.each([5, 60, 300])('of %i at once admits no more than one after another', async (many) => {
    const subject = unique() + many
    const asked = await Promise.all(Array.from({ length: many }, () => take('signInAccount', subject)))
    expect(count(asked)).toBe(Math.min(many, LIMITS.signInAccount.allowance))
  })

  it('refunds a use that did not count, and forgets', async () => {
    const subject = unique()
    for (let n = 0; n < LIMITS.correctionRequestsHour.allowance; n += 1)
      await take('correctionRequestsHour', subject)
    expect((await take('correctionRequestsHour', subject)).ok).toBe(false)
    await giveBack('correctionRequestsHour', subject)
    expect((await take('correctionRequestsHour', subject)).ok).toBe(true)
    expect((await take('correctionRequestsHour', subject)).ok).toBe(false)
    await forget('correctionRequestsHour', subject)
    expect(await take('correctionRequestsHour', subject)).toEqual({ ok: true, used: 1 })
  })

  it('keeps nothing that has ended, and no address', async () => {
    setClock(new Date(Date.UTC(2020, 0, 1)))
    const old = unique()
    await take('verify', old)
    setClock()
    for (let n = 0; n < 64; n += 1) await take('feeds', subjectOf('sender', '203.0.113.7'))
    expect(await db().limitUse.count({ where: { subject: old } })).toBe(0)
    expect(await db().limitUse.count({ where: { subject: { contains: '203.0.113' } } })).toBe(0)
  })
})
