/** A stretch of the screen from its upper to its lower edge, in pixels. */
export type Stretch = { top: number; bottom: number }

/** The room that words keep to the edges of what covers the text. */
const ROOM = 12
/** Where words are put that were out of sight: so far below the upper edge, as a share of the free room. */
const PUT_AT = 0.3

/**
 * How far to scroll so that words are in sight within the free stretch of the screen: nothing when they are; words that
 * do not fit begin at its upper edge.
 */
export function scrollToSight(words: Stretch, free: Stretch): number {
  const top = free.top + ROOM
  const room = free.bottom - ROOM - top
  const height = words.bottom - words.top
  if (height >= room) return words.top >= top && words.top <= top + ROOM ? 0 : words.top - top
  if (words.top >= top && words.bottom <= top + room) return 0
  return words.top - top - (room - height) * PUT_AT
}

/** The left and the right edge of something on the screen, in pixels. */
export type Edges = { left: number; right: number }

/** How far to scroll aside so that words are in sight between two edges; of wide words, their left end. */
export function scrollAside(words: Edges, free: Edges): number {
  const before = words.left - free.left - ROOM
  const behind = words.right - free.right + ROOM
  if (before < 0) return before
  return behind > 0 ? Math.min(behind, before) : 0
}
