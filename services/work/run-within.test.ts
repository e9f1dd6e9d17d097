import type { Tinypool } from 'tinypool'
import { afterEach, expect, it, vi } from 'vitest'
import { openThreads } from './pool'
import { runWithin, TimeIsOver } from './run-within'

const TIME = 54_321
let threads: Tinypool

afterEach(async () => {
  vi.restoreAllMocks()
  await threads.destroy()
})

/** Whether the timer of a task is cleared when the task ends. */
function watchTimes() {
  const [kept, ended] = [vi.spyOn(globalThis, 'setTimeout'), vi.spyOn(globalThis, 'clearTimeout')]
  return () => {
    const timers = kept.mock.results.filter((_, at) => kept.mock.calls[at]?.[1] === TIME)
    const cleared: unknown[] = ended.mock.calls.map(([timer]) => timer)
    const left = timers.filter(({ value }: { value: unknown }) => !cleared.includes(value))
    return { started: timers.length, left: left.length }
  }
}

it.each([
  ['is done', { says: 1 }],
  ['fails', { fails: true }],
  ['takes too much memory', { megabytes: 2_000 }],
])('keeps no timer for a task that %s', async (_, task) => {
  threads = openThreads('tests/thread.mjs', { running: 1, waiting: 1, megabytes: 64 })
  const times = watchTimes()
  await runWithin(threads, task, TIME).catch(() => undefined)
  expect(times()).toEqual({ started: 1, left: 0 })
})

it('keeps no timer for tasks that a full pool refuses, one or many', async () => {
  threads = openThreads('tests/thread.mjs', { running: 1, waiting: 1, megabytes: 64 })
  const times = watchTimes()
  const asked = Array.from({ length: 6 }, () => runWithin(threads, { waitMs: 5 }, TIME).catch(String))
  const refused = (await Promise.all(asked)).filter((answer) => /queue/.test(String(answer)))
  expect(refused.length).toBeGreaterThanOrEqual(3)
  expect(times()).toEqual({ started: 6, left: 0 })
})

it('keeps no timer for tasks of a closed pool, closed before or while they run', async () => {
  threads = openThreads('tests/thread.mjs', { running: 1, waiting: 1, megabytes: 64 })
  const times = watchTimes()
  const running = runWithin(threads, { waitMs: TIME }, TIME).catch(String)
  await threads.destroy()
  await running
  await runWithin(threads, { says: 1 }, TIME).catch(String)
  expect(times()).toEqual({ started: 2, left: 0 })
})

it('reports a timeout for a task over its time, and for no other', async () => {
  threads = openThreads('tests/thread.mjs', { running: 1, waiting: 1, megabytes: 64 })
  await expect(runWithin(threads, { waitMs: TIME }, 1)).rejects.toBeInstanceOf(TimeIsOver)
  await expect(runWithin(threads, { fails: true }, TIME)).rejects.not.toBeInstanceOf(TimeIsOver)
})
