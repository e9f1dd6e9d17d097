import type { Tx } from '@/prisma/client'
import type { Verb } from './events'

/** A line of history as it was just written, in the transaction of what it tells of. */
export type Line = {
  id: string
  verb: Verb
  subjectId: string
  articleId?: string
  claimId?: string
  at: Date
  before?: object
  after?: object
}

export type Listener = {
  hears: (verb: Verb) => boolean
  /**
   * A condition in SQL, asked together with the end of the chain, so that nobody who wants to hear costs no statement.
   * Made of constants alone.
   */
  listening: string
  /** Called with what it hears of one write, in order, before the transaction ends. */
  hear: (tx: Tx, lines: readonly Line[]) => Promise<void>
}
