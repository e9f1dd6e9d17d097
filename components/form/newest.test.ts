import fc from 'fast-check'
import { expect, test } from 'vitest'
import { learn, newestOf, overNewest } from './newest'

let made = 0
const record = () => `record-${(made += 1)}`

test('a press right after a save goes over what was saved', () => {
  const id = record()
  learn({ id, version: 3, finding: 'x' }, 4)
  expect(overNewest({ id, version: 3, status: 'verified' })).toEqual({ id, version: 4, status: 'verified' })
  learn({ id, version: 4 }, 5)
  expect(newestOf(id, 3)).toBe(5)
})

test.each([
  ['no version', (id: string) => ({ id }), 4],
  ['no id', () => ({ version: 3 }), 4],
  ['an answer that is no version', (id: string) => ({ id, version: 3 }), undefined],
  ['an answer with the writes of others in it', (id: string) => ({ id, version: 3 }), 6],
  ['an answer to what was so already', (id: string) => ({ id, version: 3 }), 3],
])('nothing is learned from %s', (_, input, answer) => {
  const id = record()
  learn(input(id), answer)
  expect(overNewest({ id, version: 3 })).toEqual({ id, version: 3 })
})

test('what has no version goes as it is', () => {
  expect(overNewest({ articleId: 'a' })).toEqual({ articleId: 'a' })
  expect(overNewest(undefined)).toBeUndefined()
})

test('no press goes over a version that another person wrote unseen', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 12 }), fc.nat(12), (own, from) => {
      const id = record()
      own.forEach((mine, at) => mine && learn({ id, version: at + 1 }, at + 2))
      const seen = Math.min(from, own.length) + 1
      const newest = newestOf(id, seen)
      expect(newest).toBeGreaterThanOrEqual(seen)
      expect(own.slice(seen - 1, newest - 1).every(Boolean)).toBe(true)
      expect(own[newest - 1] ?? false).toBe(false)
    }),
    { seed: 31 },
  )
})
