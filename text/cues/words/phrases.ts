import type { CueLanguage } from '../cue'

/**
 * Phrases separated by commas and line ends, in newsroom spelling; the reader folds them. `…` stands for up to four
 * words in between, and `past/present` for all third-person forms of an Arabic verb.
 */
export type Phrases = Readonly<Partial<Record<CueLanguage, string>>>
