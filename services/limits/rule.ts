/** How often something may happen. Times are in milliseconds. */
export type LimitRule = {
  /** How many go through before the limit is felt. */
  allowance: number
  /** Without `delay`: how long the allowance is for, from the first use. With it: how long after the last one all is forgotten. */
  windowMs: number
  /** What is beyond the allowance waits this long, twice as long each time; without it, until the window is over. */
  delay?: { firstMs: number; longestMs: number }
}

/** What is used up of a limit. Moments are in milliseconds since 1970. */
export type LimitUse = {
  used: number
  /** Nothing goes through before; 0 while the allowance lasts. */
  freeAt: number
  /** Forgotten from then on. */
  endsAt: number
}

/** Long before this many doublings the longest delay is reached. */
const MOST_DOUBLINGS = 40

function after(rule: LimitRule, used: number, at: number, windowEnd: number): LimitUse {
  const over = used - rule.allowance
  if (!rule.delay) return { used, freeAt: over >= 0 ? windowEnd : 0, endsAt: windowEnd }
  const { firstMs, longestMs } = rule.delay
  if (over < 0) return { used, freeAt: 0, endsAt: at + rule.windowMs }
  const wait = Math.min(longestMs, firstMs * 2 ** Math.min(over, MOST_DOUBLINGS))
  return { used, freeAt: at + wait, endsAt: at + wait + rule.windowMs }
}

/** The first use of a limit. With `waits` it is not let through either: it comes again after the first delay. */
export function firstUse(rule: LimitRule, at: number, waits = false): LimitUse {
  if (!waits || !rule.delay) return after(rule, 1, at, at + rule.windowMs)
  const freeAt = at + rule.delay.firstMs
  return { used: 0, freeAt, endsAt: freeAt + rule.windowMs }
}

/**
 * Whether one more goes through, and what is used up then; a refusal uses nothing. The database counts by the same
 * rule in one statement, so that many at once are each counted.
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

/** Whole seconds from one moment to another, at least one: what Retry-After says (RFC 9110). */
export const secondsUntil = (freeAt: number, at: number) => Math.max(1, Math.ceil((freeAt - at) / 1000))
