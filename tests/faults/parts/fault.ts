import type { Figure } from '../../attacks/attack'

/** One bad day: what happens, in one sentence, and what was counted. */
export type Fault = { about: string; run: () => Promise<Figure[]> }
