import type { Tx } from '@/prisma/client'
import type { Sql } from '@/prisma/sql'
import type { Verb } from './events'

/** A line of history that was just written, still inside the transaction of its change. */
export type Line = {
  id: string
  verb: Verb
  subjectId: string
  actorId: string
  articleId?: string
  claimId?: string
  at: Date
  before?: object
  after?: object
}

export type Listener = {
  hears: (verb: Verb) => boolean
  /**
   * An SQL condition that is true when somebody listens. The query that writes the lines includes it, so that no
   * extra query is needed when nobody does. It must consist of constants.
   */
  listening: string
  /** Called before the transaction ends, with the lines of one write that it hears, in order. */
  hear: (tx: Tx, lines: readonly Line[]) => Promise<void>
}

/** An SQL expression that tells others of the lines of one write; it is evaluated once. */
export type TellingSql = (lines: readonly Line[]) => Sql
