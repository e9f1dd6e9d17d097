import type { CueLanguage } from '../cue'

/**
 * Phrases apart at commas and line ends, written as newsrooms write them; they are folded when read. `…` stands for
 * up to four words between, and `past/present` for all third persons of an Arabic verb.
 */
export type Phrases = Readonly<Partial<Record<CueLanguage, string>>>
