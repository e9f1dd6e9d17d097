import fc from 'fast-check'
import { afterAll } from 'vitest'
import { READING_TIME } from '@/importing/reading-time'
import { LIMITS as PRINTING } from '@/printing/process/pool'
import { setClock } from '@/services/clock'
import { LIMITS as TEXT_WORK } from '@/services/work/pool'
import { runs } from './properties'

/** The seed of properties in a plain run, always the same, so that each run repeats the previous one. */
const SEED = 20_261_129

const given = process.env.FACTDESK_TEST_SEED
fc.configureGlobal({ seed: given ? Number(given) : SEED, numRuns: runs(100) })

// A busy machine needs longer than a reader would wait. What happens after the limit has tests of its own.
PRINTING.milliseconds = TEXT_WORK.milliseconds = 240_000
READING_TIME.html = READING_TIME.pdf = 240_000

// Files share a process, so each resets its clock.
afterAll(() => setClock())
