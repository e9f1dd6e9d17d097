import fc from 'fast-check'
import { afterAll } from 'vitest'
import { setClock } from '@/services/clock'
import { runs } from './properties'

/** What properties are tried on in a plain run: the same each time, so that a run answers as the one before it. */
const SEED = 20_261_129

const given = process.env.FACTDESK_TEST_SEED
fc.configureGlobal({ seed: given ? Number(given) : SEED, numRuns: runs(100) })

// Files share a process: the clock of one is not the next one's.
afterAll(() => setClock())
