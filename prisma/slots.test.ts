import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NoSlotError, Slots } from './slots'
import { troubleOf } from './trouble'

const soon = () => new Promise((resolve) => setImmediate(resolve))

describe('turns', () => {
  it('go to a fixed number of callers at once, in the order of asking', async () => {
    const slots = new Slots(2)
    const order: number[] = []
    const leaves: (() => void)[] = []
    const asked = [0, 1, 2, 3].map(async (n) => {
      leaves[n] = await slots.take(60_000)
      order.push(n)
    })
    await soon()
    expect(order).toEqual([0, 1])
    leaves[1]?.()
    leaves[1]?.()
    await soon()
    expect(order).toEqual([0, 1, 2])
    leaves[0]?.()
    await Promise.all(asked)
    expect(order).toEqual([0, 1, 2, 3])
  })

  it('are refused after a while as trouble with a busy database, and stay available', async () => {
    const slots = new Slots(1)
    const leave = await slots.take(0)
    const refused: unknown = await slots.take(5).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(NoSlotError)
    expect(troubleOf(refused)).toBe('busy')
    leave()
    const again = await slots.take(0)
    again()
  })

  it('never exceed their number, whoever comes, leaves or gives up', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.constantFrom('take', 'leave', 'giveUp'), { maxLength: 40 }),
        async (size, steps) => {
          const slots = new Slots(size)
          const inside: (() => void)[] = []
          let most = 0
          const enter = (wait: number) =>
            slots.take(wait).then(
              (leave) => (most = Math.max(most, inside.push(leave))),
              () => undefined,
            )
          const waiting: Promise<unknown>[] = []
          for (const step of steps) {
            if (step === 'leave') inside.pop()?.()
            else waiting.push(enter(step === 'take' ? 60_000 : 0))
            await soon()
          }
          while (inside.length) {
            inside.pop()?.()
            await soon()
          }
          await Promise.all(waiting)
          expect(most).toBeLessThanOrEqual(size)
        },
      ),
      { seed: 7, numRuns: 60 },
    )
  })
})
