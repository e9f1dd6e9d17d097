import type { Cue, CueKind } from './cue'

/** What the first cue of a kind adds, as a share of the remaining distance to 1. */
export const CUE_WEIGHTS: Readonly<Record<CueKind, number>> = {
  number: 0.5,
  date: 0.5,
  superlative: 0.45,
  comparison: 0.35,
  attribution: 0.35,
  name: 0.3,
  cause: 0.3,
  quotation: 0.25,
}

/** The factor on the weight of each further cue of a kind, relative to the previous one. */
export const REPEATED = 0.5

/** The score from which a sentence is worth checking: any one cue reaches it, unless the words show opinion. */
export const WORTH_CHECKING = 0.3

/** How strongly cues together call for a check, from 0 to 1. Each adds a share of the remaining distance to 1. */
export function checkScore(cues: readonly Cue[]): number {
  const counts = new Map<CueKind, number>()
  let missing = 1
  for (const { kind } of cues) {
    const before = counts.get(kind) ?? 0
    missing *= 1 - CUE_WEIGHTS[kind] * REPEATED ** before
    counts.set(kind, before + 1)
  }
  return 1 - missing
}
