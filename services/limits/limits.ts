import type { LimitRule } from './rule'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * The limits of the desk. Those of signing in count failures: each try is counted before it is judged, and given back
 * when it was right.
 */
export const LIMITS = {
  /** Failures of one sender, whatever the account. */
  signInSender: { allowance: 20, windowMs: HOUR, delay: { firstMs: 15 * SECOND, longestMs: 5 * MINUTE } },
  /** Failures of one sender at one account. */
  signInAccount: { allowance: 5, windowMs: HOUR, delay: { firstMs: 2 * SECOND, longestMs: 5 * MINUTE } },
  /** The same where many senders have failed at the account: each waits before its first try. */
  signInPressed: { allowance: 1, windowMs: HOUR, delay: { firstMs: 30 * SECOND, longestMs: 5 * MINUTE } },
  /** Failures at one account of all senders together: it only counts, and refuses nobody. */
  signInPressure: { allowance: 1_000_000_000, windowMs: HOUR, delay: { firstMs: 0, longestMs: 0 } },
  /** Failures of a browser in which the account was signed in before. Nobody else's tries count against it. */
  signInBrowser: { allowance: 10, windowMs: HOUR, delay: { firstMs: 5 * SECOND, longestMs: 5 * MINUTE } },
  /** Wrong answers to the question for one's present password. */
  presentPassword: { allowance: 10, windowMs: HOUR, delay: { firstMs: 5 * SECOND, longestMs: 5 * MINUTE } },
  /** Tries of one sender at one-time addresses: making the first admin, setting a password. */
  oneTimeAddress: { allowance: 30, windowMs: 15 * MINUTE },
  /** Requests to the HTTP API without a token in force. */
  apiStranger: { allowance: 120, windowMs: MINUTE },
  /** Reports asked about, by file or by number. */
  verify: { allowance: 30, windowMs: MINUTE },
  feeds: { allowance: 120, windowMs: MINUTE },
  /** Public pages. A whole company or a mobile network may look like one sender. */
  publicPages: { allowance: 600, windowMs: MINUTE },
  /** Whatever else is asked for by somebody who is not signed in. */
  strangers: { allowance: 600, windowMs: MINUTE },
  readerReportsHour: { allowance: 5, windowMs: HOUR },
  readerReportsDay: { allowance: 20, windowMs: DAY },
} as const satisfies Record<string, LimitRule>

/** From so many failures at an account within the hour on, it is pressed. */
export const PRESSED_FROM = 30

export type LimitName = keyof typeof LIMITS
