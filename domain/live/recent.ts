import type { LiveChange } from './shape'

/** How many changes are remembered for pages that come back. */
const MOST_KEPT = 500
/** How far the clocks of two instances, and a page's idea of them, may differ. */
export const CLOCKS_MS = 3_000

/** What was heard lately, oldest first. `from` is the moment since which it is complete; null while nothing is heard. */
export type Recent = { from: number | null; changes: readonly { at: number; change: LiveChange }[] }

export const NOTHING_HEARD: Recent = { from: null, changes: [] }

/** From this moment on, everything is heard. */
export const hearingFrom = (at: number): Recent => ({ from: at, changes: [] })

/** The same after one more change. What is forgotten moves the beginning. */
export function withChange({ from, changes }: Recent, change: LiveChange, at: number): Recent {
  const all = [...changes, { at, change }]
  const [oldest] = all
  if (all.length <= MOST_KEPT || !oldest) return { from, changes: all }
  return { from: oldest.at + 1, changes: all.slice(1) }
}

/** What somebody missed who looked last at `since`; null when nobody can tell. */
export function missedSince({ from, changes }: Recent, since: number): LiveChange[] | null {
  const begin = since - CLOCKS_MS
  if (from === null || from > begin) return null
  return changes.filter(({ at }) => at >= begin).map(({ change }) => change)
}
