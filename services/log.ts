import { randomUUID } from 'node:crypto'
import { formatWithOptions } from 'node:util'
import pino from 'pino'
import { requestId } from './request-id'
import { settings } from './settings'

/**
 * Characters that end a line, move a cursor or turn the reading direction in some viewer, and that JSON leaves alone.
 */
const UNSEEN = /[\u007f-\u009f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g

/**
 * A line of JSON with every such character as an escape, which means the same. So no value of a request can form a
 * line of its own or disguise itself as other words.
 */
export const escaped = (line: string) =>
  line.replace(UNSEEN, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

const STDERR = pino.destination(2)
const destination = { write: (line: string) => STDERR.write(escaped(line)) }

/** Each line of a request names it. */
const mixin = () => {
  const request = requestId()
  return request === undefined ? {} : { request }
}

const { logLevel } = settings()
const logger = pino({ level: logLevel, base: undefined, mixin }, destination)

/** Logs an unexpected error and returns the id that the reader sees instead: that of the request, if there is one. */
export function logFault(error: unknown, where: string): string {
  const id = requestId() ?? randomUUID().slice(0, 8)
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
  | 'calendar_made'
  | 'calendar_revoked'
  | 'question_asked'
  | 'question_revoked'
  | 'question_code_wrong'

const accessLogger = pino(
  { level: logLevel === 'silent' ? 'silent' : 'info', base: undefined, mixin },
  destination,
)

/**
 * Logs who signed in, who was refused and whose access changed. It writes at every level except `silent`, because
 * anyone investigating a break-in needs it. Facts are ids and hashes, never a secret or an address.
 */
export function logAccess(access: Access, facts: Record<string, unknown> = {}): void {
  accessLogger.info({ access, ...facts })
}

const REFUSALS: Record<string, Access> = { forbidden: 'refused', limited: 'limited' }

/** Logs a refusal for identity, permission or frequency; other refusals are part of normal work. */
export function logRefusal(error: { code: string; key: string }, facts: Record<string, unknown>): void {
  const access = REFUSALS[error.code]
  if (access) logAccess(access, { key: error.key, ...facts })
}

/** Turns what libraries print into log lines, which no value can forge. */
export function takeConsole(): void {
  const words = (args: unknown[]) => formatWithOptions({ colors: false }, ...args)
  console.error = (...args: unknown[]) => logger.error({ where: 'console' }, '%s', words(args))
  console.warn = (...args: unknown[]) => logger.warn({ where: 'console' }, '%s', words(args))
  for (const name of ['log', 'info', 'debug'] as const)
    console[name] = (...args: unknown[]) => logger.info({ where: 'console' }, '%s', words(args))
}

export { logger as log }
