import type { LimitRule } from './rule'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * The limits of the desk. Sign-in limits count failures: each try is counted before it is judged, and refunded when
 * it was right.
 */
export const LIMITS = {
  /** Failures of one sender, at any account. */
  signInSender: { allowance: 20, windowMs: HOUR, delay: { firstMs: 15 * SECOND, longestMs: 5 * MINUTE } },
  /** Failures of one sender at one account. */
  signInAccount: { allowance: 5, windowMs: HOUR, delay: { firstMs: 2 * SECOND, longestMs: 5 * MINUTE } },
  /** The same for an account at which many senders have failed: each sender waits before its first try. */
  signInPressed: { allowance: 1, windowMs: HOUR, delay: { firstMs: 30 * SECOND, longestMs: 5 * MINUTE } },
  /** Failures of all senders at one account. It only counts and refuses nobody. */
  signInPressure: { allowance: 1_000_000_000, windowMs: HOUR, delay: { firstMs: 0, longestMs: 0 } },
  /** Failures of a browser in which the account signed in before. Other people's tries do not count here. */
  signInBrowser: { allowance: 10, windowMs: HOUR, delay: { firstMs: 5 * SECOND, longestMs: 5 * MINUTE } },
  /** Wrong answers when a person is asked for the current password. */
  presentPassword: { allowance: 10, windowMs: HOUR, delay: { firstMs: 5 * SECOND, longestMs: 5 * MINUTE } },
  /** Tries of one sender at one-time addresses, to create the first admin or set a password. */
  oneTimeAddress: { allowance: 30, windowMs: 15 * MINUTE },
  /** Requests to the HTTP API without a valid token. */
  apiStranger: { allowance: 120, windowMs: MINUTE },
  /** Look-ups of reports, by file or by number. */
  verify: { allowance: 30, windowMs: MINUTE },
  feeds: { allowance: 120, windowMs: MINUTE },
  /** Public pages. A whole company or a mobile network may look like one sender. */
  publicPages: { allowance: 600, windowMs: MINUTE },
  /** Everything else that a signed-out sender requests. */
  strangers: { allowance: 600, windowMs: MINUTE },
  correctionRequestsHour: { allowance: 5, windowMs: HOUR },
  correctionRequestsDay: { allowance: 20, windowMs: DAY },
  /** Answers to questions, read over or sent. */
  answers: { allowance: 120, windowMs: HOUR },
  /** Codes sent by mail for one question. */
  questionCodes: { allowance: 5, windowMs: HOUR },
  /** Codes that one sender asks for or enters. */
  codesEntered: { allowance: 30, windowMs: HOUR },
} as const satisfies Record<string, LimitRule>

/** An account with this many failures within an hour counts as pressed. */
export const PRESSED_FROM = 30

export type LimitName = keyof typeof LIMITS
