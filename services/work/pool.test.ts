import type { Tinypool } from 'tinypool'
import { afterEach, expect, it } from 'vitest'
import { closeThreads, openThreads, runIn, runInThread } from './pool'

let threads: Tinypool | null = null
const opened = (running: number, waiting: number) =>
  (threads = openThreads('tests/thread.mjs', { running, waiting, megabytes: 64 }))
afterEach(async () => {
  await threads?.destroy()
  threads = null
})

const LONG = 60_000

it('returns the result of a thread that knows none of the desk’s settings', async () => {
  process.env.AUTH_SECRET = 'secret'
  expect(await runIn(opened(1, 1), { says: ['ع', 1] }, LONG)).toMatchObject({
    says: ['ع', 1],
    secret: null,
    taken: 0,
  })
})

it('reports a failure and goes on afterwards', async () => {
  const one = opened(1, 1)
  await expect(runIn(one, { fails: true }, LONG)).rejects.toMatchObject({
    name: 'WorkError',
    reason: 'failed',
  })
  expect(await runIn(one, { says: 1 }, LONG)).toMatchObject({ says: 1 })
})

it('gives up at its time limit and ends the running task', async () => {
  const one = opened(1, 1)
  await expect(runIn(one, { waitMs: 10 * LONG }, 1)).rejects.toMatchObject({ reason: 'timeout' })
  expect(await runIn(one, { says: 2 }, LONG)).toMatchObject({ says: 2 })
})

it('ends a thread over its memory limit, and not the desk', async () => {
  const one = opened(1, 1)
  await expect(runIn(one, { megabytes: 2_000 }, LONG)).rejects.toMatchObject({ reason: 'memory' })
  expect(await runIn(one, { says: 3 }, LONG)).toMatchObject({ says: 3 })
})

it('refuses a task when too many wait', async () => {
  const one = opened(1, 2)
  const asked = Array.from({ length: 8 }, (_, says) => runIn(one, { says, waitMs: 20 }, LONG).catch(String))
  const answers = await Promise.all(asked)
  expect(answers.filter((answer) => String(answer).includes('busy')).length).toBeGreaterThanOrEqual(5)
  expect(answers.filter((answer) => typeof answer === 'object').length).toBeGreaterThanOrEqual(2)
})

it.each([
  ['takes too long', { waitMs: 10 * LONG }, 'timeout'],
  ['takes too much memory', { megabytes: 2_000 }, 'memory'],
  ['ends its thread', { dies: true }, 'timeout'],
  ['fails', { fails: true }, 'failed'],
])('goes on with the next task after one that %s', async (_, task, reason) => {
  const one = opened(1, 4)
  const first = runIn(one, task, reason === 'timeout' ? 3_000 : LONG)
  const behind = [1, 2].map((says) => runIn(one, { says }, LONG))
  await expect(first).rejects.toMatchObject({ reason })
  expect(await Promise.all(behind)).toMatchObject([{ says: 1 }, { says: 2 }])
})

it('keeps one thread for later tasks', async () => {
  const one = opened(1, 1)
  const [first, second] = [await runIn(one, {}, LONG), await runIn(one, {}, LONG)] as { thread: number }[]
  expect(second?.thread).toBe(first?.thread)
})

it('ends running tasks when it closes, and opens again', async () => {
  const file = 'tests/thread.mjs'
  expect(await runInThread(file, { says: 1 })).toMatchObject({ says: 1 })
  const running = runInThread(file, { waitMs: LONG }).catch((error: unknown) => error)
  await closeThreads()
  expect(await running).toMatchObject({ name: 'WorkError', reason: 'failed' })
  expect(await runInThread(file, { says: 2 })).toMatchObject({ says: 2 })
  await closeThreads()
})
