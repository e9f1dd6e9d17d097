/** How often something may happen. Times are in milliseconds. */
export type LimitRule = {
  /** How many uses pass before the limit applies. */
  allowance: number
  /**
   * Without `delay`: how long the allowance lasts from the first use. With `delay`: how long after the last use
   * everything is forgotten.
   */
  windowMs: number
  /**
   * The wait for a use beyond the allowance; it doubles each time. Without it, the wait lasts until the window ends.
   */
  delay?: { firstMs: number; longestMs: number }
}

/** The used part of a limit. Moments are in milliseconds since 1970. */
export type LimitUse = {
  used: number
  /** Nothing passes before this moment; 0 while the allowance lasts. */
  freeAt: number
  /** Everything is forgotten from this moment on. */
  endsAt: number
}

/** The longest delay is reached long before this many doublings. */
const MOST_DOUBLINGS = 40

function after(rule: LimitRule, used: number, at: number, windowEnd: number): LimitUse {
  const over = used - rule.allowance
  if (!rule.delay) return { used, freeAt: over >= 0 ? windowEnd : 0, endsAt: windowEnd }
  const { firstMs, longestMs } = rule.delay
  if (over < 0) return { used, freeAt: 0, endsAt: at + rule.windowMs }
  const wait = Math.min(longestMs, firstMs * 2 ** Math.min(over, MOST_DOUBLINGS))
  return { used, freeAt: at + wait, endsAt: at + wait + rule.windowMs }
}

/** The first use of a limit. With `waits` even this use does not pass, and comes again after the first delay. */
export function firstUse(rule: LimitRule, at: number, waits = false): LimitUse {
  if (!waits || !rule.delay) return after(rule, 1, at, at + rule.windowMs)
  const freeAt = at + rule.delay.firstMs
  return { used: 0, freeAt, endsAt: freeAt + rule.windowMs }
}

/**
 * Whether one more use passes, and the state afterwards; a refusal uses up nothing. The database applies the same
 * rule in one query, so that it counts each of many at once.
 */
export function nextUse(
  rule: LimitRule,
  use: LimitUse | null,
  at: number,
  waits = false,
): { allowed: boolean; use: LimitUse } {
  if (!use || use.endsAt <= at) {
    const first = firstUse(rule, at, waits)
    return { allowed: first.used > 0, use: first }
  }
  if (use.freeAt > at) return { allowed: false, use }
  return { allowed: true, use: after(rule, use.used + 1, at, use.endsAt) }
}

/** Whole seconds between two moments, at least one, as Retry-After needs (RFC 9110). */
export const secondsUntil = (freeAt: number, at: number) => Math.max(1, Math.ceil((freeAt - at) / 1000))
