import { randomUUID } from 'node:crypto'
import { formatWithOptions } from 'node:util'
import pino from 'pino'
import { settings } from './settings'

/** What ends a line, moves a cursor or turns the reading direction in some viewer, as far as JSON leaves it alone. */
const UNSEEN = /[\u007f-\u009f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g

/**
 * A line of JSON with every such character as an escape, which means the same. What a request brings can so be neither
 * a line of its own nor look like other words.
 */
export const escaped = (line: string) =>
  line.replace(UNSEEN, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

const STDERR = pino.destination(2)
const destination = { write: (line: string) => STDERR.write(escaped(line)) }

const { logLevel } = settings()
const logger = pino({ level: logLevel, base: undefined }, destination)

/** Logs what nobody expected and returns the id that the reader is shown in its place. */
export function logFault(error: unknown, where: string): string {
  const id = randomUUID().slice(0, 8)
  logger.error({ id, where, err: error })
  return id
}

export type Access =
  | 'signed_in'
  | 'sign_in_wrong'
  | 'sign_in_limited'
  | 'signed_out'
  | 'session_ended'
  | 'refused'
  | 'limited'
  | 'person_added'
  | 'person_changed'
  | 'password_changed'
  | 'password_link_made'
  | 'password_set'
  | 'token_made'
  | 'token_revoked'
  | 'token_wrong'

const accessLogger = pino({ level: logLevel === 'silent' ? 'silent' : 'info', base: undefined }, destination)

/**
 * Logs who came in, who was refused and whose access was changed. It is written at every level but `silent`: whoever
 * looks for a break-in needs it, whatever else is wanted. Facts are ids and hashes, never a secret or an address.
 */
export function logAccess(access: Access, facts: Record<string, unknown> = {}): void {
  accessLogger.info({ access, ...facts })
}

const REFUSALS: Record<string, Access> = { forbidden: 'refused', limited: 'limited' }

/** Logs that somebody was refused for who they are or how often they asked; any other refusal is the work's own. */
export function logRefusal(error: { code: string; key: string }, facts: Record<string, unknown>): void {
  const access = REFUSALS[error.code]
  if (access) logAccess(access, { key: error.key, ...facts })
}

/** Has what libraries print become lines of the log, which no value can forge. */
export function takeConsole(): void {
  const words = (args: unknown[]) => formatWithOptions({ colors: false }, ...args)
  console.error = (...args: unknown[]) => logger.error({ where: 'console' }, '%s', words(args))
  console.warn = (...args: unknown[]) => logger.warn({ where: 'console' }, '%s', words(args))
  for (const name of ['log', 'info', 'debug'] as const)
    console[name] = (...args: unknown[]) => logger.info({ where: 'console' }, '%s', words(args))
}

export { logger as log }
