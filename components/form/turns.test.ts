import { expect, test } from 'vitest'
import { inTurn, pressKey } from './turns'

test('presses run one after the other in their order, even after one that fails', async () => {
  const said: string[] = []
  const work = (name: string, ms: number, fails = false) =>
    inTurn(async () => {
      said.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, ms))
      said.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    })
  const all = await Promise.allSettled([work('a', 20), work('b', 5, true), work('c', 1), work('d', 0)])
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  expect(said).toEqual(['a', 'b', 'c', 'd'].flatMap((name) => [`${name} begins`, `${name} ends`]))
})

test('presses with the same input are equal; files are compared by identity', () => {
  const [one, other] = [new Blob(['a']), new Blob(['a'])]
  expect(pressKey({ id: 'a', version: 1 })).toBe(pressKey({ id: 'a', version: 1 }))
  expect(pressKey({ id: 'a', status: 'verified' })).not.toBe(pressKey({ id: 'a', status: 'disputed' }))
  expect(pressKey({ finding: 'ا' })).not.toBe(pressKey({ finding: 'ا ' }))
  expect(pressKey({ file: one })).toBe(pressKey({ file: one }))
  expect(pressKey({ file: one })).not.toBe(pressKey({ file: other }))
  expect(pressKey(new Uint8Array(2))).not.toBe(pressKey(new Uint8Array(2)))
  expect(pressKey(undefined)).toBe(pressKey(undefined))
})
