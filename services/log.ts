import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { settings } from './settings'

const logger = pino({ level: settings().logLevel, base: undefined }, pino.destination(2))

/** Logs what nobody expected and returns the id that the reader is shown in its place. */
export function logFault(error: unknown, where: string): string {
  const id = randomUUID().slice(0, 8)
  logger.error({ id, where, err: error })
  return id
}

export { logger as log }
