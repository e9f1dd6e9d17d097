import fc from 'fast-check'
import { expect, it } from 'vitest'
import { TYPING_MS } from '@/domain/live/presence'
import { saysTyping, TYPING_AGAIN_MS, type Saying } from './typing'

it('a page that somebody types in says so often enough to be believed, and not at each letter', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 2_000 }), { maxLength: 100 }), (pauses) => {
      let at = 0
      let last: Saying | null = null
      const said: number[] = []
      for (const pause of pauses) {
        at += pause
        if (!saysTyping(last, 1, at)) continue
        last = { claimNumber: 1, at, typedAt: at }
        said.push(at)
      }
      for (const [index, moment] of said.entries()) {
        const before = said[index - 1]
        if (before === undefined) continue
        expect(moment - before).toBeGreaterThanOrEqual(TYPING_AGAIN_MS)
        expect(moment - before).toBeLessThan(TYPING_MS)
      }
    }),
  )
})

it('a page says at once that somebody types at another claim, or types again', () => {
  expect(saysTyping(null, 1, 0)).toBe(true)
  expect(saysTyping({ claimNumber: 1, at: 0, typedAt: 0 }, 2, 10)).toBe(true)
  expect(saysTyping({ claimNumber: 1, at: 0, typedAt: null }, 1, 10)).toBe(true)
  expect(saysTyping({ claimNumber: 1, at: 0, typedAt: 0 }, 1, 10)).toBe(false)
})
