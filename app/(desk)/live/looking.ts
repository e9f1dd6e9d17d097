/** How long a page waits for further changes before it looks, and at most. */
const FURTHER_MS = 250
const LONGEST_MS = 750
/** The least time between two looks. The first look after a quiet while is not held up. */
const BETWEEN_MS = 1_000
/** How often a page looks that does not hear. */
export const UNHEARD_MS = 10_000
/** The same after a look that failed. */
const AFTER_FAILURE_MS = 3_000

/** When a page heard of changes that it does not show, and when it looked. In milliseconds of any one clock. */
export type Looking = {
  heard: { first: number; last: number } | null
  /** The beginning of the last look. */
  looked: number | null
  failed: boolean
  /** Set while a look is under way: what it was begun for. */
  under: { heard: Looking['heard'] } | null
}

export type LookEvent =
  { kind: 'heard'; at: number } | { kind: 'began'; at: number } | { kind: 'ended'; ok: boolean }

export const NOTHING_TO_LOOK_AT: Looking = { heard: null, looked: null, failed: false, under: null }

/** What is heard during a look asks for another look, and a failed one is owed. */
export function looking(state: Looking, event: LookEvent): Looking {
  switch (event.kind) {
    case 'heard':
      return { ...state, heard: { first: state.heard?.first ?? event.at, last: event.at } }
    case 'began':
      return { ...state, heard: null, looked: event.at, under: { heard: state.heard } }
    case 'ended': {
      const owed = event.ok ? null : (state.under?.heard ?? null)
      const heard =
        owed && state.heard ? { first: owed.first, last: state.heard.last } : (state.heard ?? owed)
      return { ...state, heard, failed: !event.ok, under: null }
    }
  }
}

/** When to look next; null for not at all. */
export function lookAt({ heard, looked, failed, under }: Looking): number | null {
  if (!heard || under) return null
  const settled = Math.min(heard.last + FURTHER_MS, heard.first + LONGEST_MS)
  const between = failed ? AFTER_FAILURE_MS : BETWEEN_MS
  return looked === null ? settled : Math.max(settled, looked + between)
}
