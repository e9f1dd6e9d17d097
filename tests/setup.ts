import fc from 'fast-check'
import { afterAll } from 'vitest'
import { setClock } from '@/services/clock'
import { runs } from './properties'

/** The seed of properties in a plain run, always the same, so that each run repeats the previous one. */
const SEED = 20_261_129

const given = process.env.FACTDESK_TEST_SEED
fc.configureGlobal({ seed: given ? Number(given) : SEED, numRuns: runs(100) })

// Files share a process, so each resets its clock.
afterAll(() => setClock())
