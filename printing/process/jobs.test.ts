import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { madeOnce, StillPrinting } from './jobs'

/** Work that ends when it is told to. */
function work() {
  let begun = 0
  let resolve: (file: string) => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<string>((done, failed) => {
    resolve = done
    reject = failed
  })
  const make = () => {
    begun += 1
    return promise
  }
  return { make, resolve, reject, begun: () => begun }
}
const late = (error: unknown) => error as StillPrinting

it('makes a file once, whoever asks, and goes on when they leave', async () => {
  const { make, resolve, begun } = work()
  const ask = () => madeOnce('once', 2_000, make, 5)
  const first = await ask().catch(late)
  expect(first).toBeInstanceOf(StillPrinting)
  await sleep(20)
  const second = (await ask().catch(late)) as StillPrinting
  expect(second.share).toBeGreaterThan((first as StillPrinting).share)
  expect(second.share).toBeLessThan(1)
  const third = madeOnce('once', 2_000, make, 5_000)
  resolve('the file')
  expect(await third).toBe('the file')
  expect(begun()).toBe(1)
})

it('begins anew after it ended, and tells whoever waits why it failed', async () => {
  const failing = work()
  const asked = madeOnce('anew', 1, failing.make, 5_000)
  failing.reject(new Error('no paper'))
  await expect(asked).rejects.toThrow('no paper')
  await sleep(1)
  expect(await madeOnce('anew', 1, () => Promise.resolve('again'))).toBe('again')
})

it('a failure that nobody waits for ends nothing else', async () => {
  const failing = work()
  await madeOnce('alone', 1, failing.make, 1).catch(late)
  failing.reject(new Error('no paper'))
  await sleep(5)
  expect(await madeOnce('alone', 1, () => Promise.resolve('again'))).toBe('again')
})
