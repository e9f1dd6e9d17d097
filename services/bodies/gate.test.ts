import { expect, it } from 'vitest'
import { Gate, GateBusy, isLarge, type GateLimits } from './gate'
import { BodyTooSlow, readLimited } from './read-limited'

const LONG = 60_000
const gate = (limits: Partial<GateLimits>) =>
  new Gate({ slots: 1, line: 1, patience: LONG, alone: LONG, contested: LONG, ...limits })

it('admits as many as it has slots, and the next in line when one leaves', async () => {
  const two = gate({ slots: 2, line: 5 })
  const [first] = [await two.enter(), await two.enter()]
  const order: number[] = []
  const waiting = [1, 2].map(async (index) => {
    const slot = await two.enter()
    order.push(index)
    return slot
  })
  await Promise.resolve()
  expect(order).toEqual([])
  first.leave()
  first.leave()
  const third = await waiting[0]
  expect(order).toEqual([1])
  third?.leave()
  await waiting[1]
  expect(order).toEqual([1, 2])
})

it('turns away a body when the line is full, and one that has waited too long', async () => {
  const one = gate({ patience: 20 })
  const slot = await one.enter()
  const waiting = one.enter()
  await expect(one.enter()).rejects.toBeInstanceOf(GateBusy)
  await expect(waiting).rejects.toBeInstanceOf(GateBusy)
  slot.leave()
  await expect(one.enter()).resolves.toBeDefined()
})

it('lets a slow body take its time as long as none waits', async () => {
  const one = gate({ contested: 0 })
  const slot = await one.enter()
  expect(slot.isOverdue()).toBe(false)
  void one.enter()
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(slot.isOverdue()).toBe(true)
})

it('counts as large a long body and one that does not declare its length', () => {
  const length = (value?: string, encoding?: string) => isLarge({ length: value, encoding })
  expect([length('65536'), length('65537'), length(undefined), length(undefined, 'chunked')]).toEqual([
    false,
    true,
    false,
    true,
  ])
})

async function* pieces(...sizes: number[]) {
  for (const size of sizes) yield await Promise.resolve(new Uint8Array(size).fill(size))
}

it.each([undefined, 0, 3, 10, 1_000, -1, Number.NaN])('reads a body that declares %s bytes', async (says) => {
  expect([...((await readLimited(pieces(1, 3, 2), 6, { says: says && says > 6 ? 6 : says })) ?? [])]).toEqual(
    [1, 3, 3, 3, 2, 2],
  )
})

it('reads no more than the limit, whatever the body declares', async () => {
  expect(await readLimited(pieces(4, 4), 7, { says: 3 })).toBeNull()
  expect(await readLimited(pieces(1), 7, { says: 8 })).toBeNull()
  expect(await readLimited(null, 7)).toEqual(new Uint8Array(0))
})

it('gives up an overdue body, even one that hangs forever', async () => {
  let ended = false
  const hanging = {
    [Symbol.asyncIterator]: () => ({
      next: () => new Promise<never>(() => undefined),
      return: () => {
        ended = true
        return new Promise<never>(() => undefined)
      },
    }),
  }
  await expect(readLimited(hanging, 7, { isOverdue: () => true })).rejects.toBeInstanceOf(BodyTooSlow)
  expect(ended).toBe(true)
})
