import { afterEach, expect, it } from 'vitest'
import type { Tinypool } from 'tinypool'
import { openPool, printIn } from './pool'

let pool: Tinypool | null = null
const opened = (limits: { running: number; waiting: number }) => (pool = openPool(PROGRAM, limits))
afterEach(async () => {
  await pool?.destroy()
  pool = null
})

const PROGRAM = { file: 'services/printing/pdf/worker.mjs' }
const LONG = 20_000
/** No report: the template refuses it. */
const nothing = { data: '{}', created: 0 }

it('says that it failed, and why', async () => {
  await expect(printIn(opened({ running: 1, waiting: 1 }), nothing, LONG)).rejects.toMatchObject({
    name: 'PrintingError',
    reason: 'failed',
    message: expect.stringContaining('standing') as string,
  })
})

it('goes on after a failure', async () => {
  const one = opened({ running: 1, waiting: 1 })
  for (const _ of [1, 2])
    await expect(printIn(one, nothing, LONG)).rejects.toMatchObject({ reason: 'failed' })
})

it('gives up after its time, and ends the process', async () => {
  const one = opened({ running: 1, waiting: 1 })
  await expect(printIn(one, nothing, 1)).rejects.toMatchObject({ reason: 'timeout' })
  await expect(printIn(one, nothing, LONG)).rejects.toMatchObject({ reason: 'failed' })
})

it('refuses what would wait behind too many', async () => {
  const one = opened({ running: 1, waiting: 2 })
  const asked = Array.from({ length: 8 }, () => printIn(one, nothing, LONG).catch((error: unknown) => error))
  const reasons = (await Promise.all(asked)).map((error) => (error as { reason: string }).reason)
  expect(reasons).toContain('busy')
  expect(reasons.filter((reason) => reason === 'failed').length).toBeGreaterThanOrEqual(2)
})
