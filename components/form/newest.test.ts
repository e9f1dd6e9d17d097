import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptShown, learn, learnRefusal, newestOf, overNewest } from './newest'

let made = 0
const record = () => `record-${(made += 1)}`

test('a press right after a save is based on the saved version', () => {
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

test('input without a version is sent unchanged', () => {
  expect(overNewest({ articleId: 'a' })).toEqual({ articleId: 'a' })
  expect(overNewest(undefined)).toBeUndefined()
})

test('a press after overwriting or accepting another person’s version is based on the result', () => {
  const [over, taken] = [record(), record()]
  learnRefusal({ id: over, version: 1 }, { version: 3, finding: 'theirs' })
  expect(newestOf(over, 1)).toBe(1)
  learn({ id: over, version: 3, finding: 'mine' }, 4)
  expect(newestOf(over, 1)).toBe(4)

  learnRefusal({ id: taken, version: 1 }, { version: 3 })
  acceptShown(taken)
  expect(newestOf(taken, 1)).toBe(3)
})

test.each([
  ['shown nothing', undefined],
  ['shown no version', { finding: 'theirs' }],
  ['shown no later one', { version: 1 }],
])('a reader who was refused and %s knows nothing new', (_, current) => {
  const id = record()
  learnRefusal({ id, version: 1 }, current)
  acceptShown(id)
  expect(newestOf(id, 1)).toBe(1)
})

test('a write based on a newer version than the one shown accepts nothing', () => {
  const id = record()
  learnRefusal({ id, version: 1 }, { version: 2 })
  learn({ id, version: 3 }, 4)
  expect(newestOf(id, 1)).toBe(1)
})

test('no press is based on another person’s version that the reader has not seen', () => {
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
