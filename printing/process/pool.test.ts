import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, it, vi } from 'vitest'
import type { Tinypool } from 'tinypool'
import { openPool, printIn } from './pool'

let pool: Tinypool | null = null
const opened = (limits: { running: number; waiting: number }) => (pool = openPool(PROGRAM, limits))
afterEach(async () => {
  await pool?.destroy()
  pool = null
})

const PROGRAM = { file: 'printing/pdf/worker.mjs' }
const LONG = 20_000
/** Not a report, so the template refuses it. */
const nothing = { data: '{}', created: 0 }

it('reports a failure with its reason', async () => {
  await expect(printIn(opened({ running: 1, waiting: 1 }), nothing, LONG)).rejects.toMatchObject({
    name: 'PrintingError',
    reason: 'failed',
    message: expect.stringContaining('does not contain key') as string,
  })
})

it('continues after a failure', async () => {
  const one = opened({ running: 1, waiting: 1 })
  for (const _ of [1, 2])
    await expect(printIn(one, nothing, LONG)).rejects.toMatchObject({ reason: 'failed' })
})

it('gives up after its time, and ends the process', async () => {
  const one = opened({ running: 1, waiting: 1 })
  await expect(printIn(one, nothing, 1)).rejects.toMatchObject({ reason: 'timeout' })
  await expect(printIn(one, nothing, LONG)).rejects.toMatchObject({ reason: 'failed' })
})

it('refuses a task if too many are waiting', async () => {
  const one = opened({ running: 1, waiting: 2 })
  const asked = Array.from({ length: 8 }, () => printIn(one, nothing, LONG).catch((error: unknown) => error))
  const reasons = (await Promise.all(asked)).map((error) => (error as { reason: string }).reason)
  expect(reasons).toContain('busy')
  expect(reasons.filter((reason) => reason === 'failed').length).toBeGreaterThanOrEqual(2)
})

it('does not abort a task that it refused, because the pool would then throw an error that nobody catches', async () => {
  const run = vi.spyOn(opened({ running: 1, waiting: 1 }), 'run')
  const milliseconds = 50
  const asked = Array.from({ length: 6 }, () => printIn(pool as Tinypool, nothing, milliseconds))
  const reasons = (await Promise.allSettled(asked)).map((one) =>
    one.status === 'rejected' ? (one.reason as { reason: string }).reason : 'printed',
  )
  await sleep(3 * milliseconds)
  const aborted = run.mock.calls.map(([, options]) => (options?.signal as AbortSignal).aborted)
  expect(reasons).toContain('busy')
  reasons.forEach((reason, at) => reason === 'busy' && expect(aborted[at]).toBe(false))
})
