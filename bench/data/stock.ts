import type { NewSentence } from '@/domain/sentence/rules'
import type { Random } from './random'
import type { Language } from './sentences'

export const DAY = 24 * 3_600_000

/** A row by the names of its columns. */
export type Row = Record<string, unknown>
export const CLAIM_TABLES = ['claim', 'anchor', 'source', 'claim_writer'] as const
/** The tables that get rows, each after those that its rows refer to. */
export const TABLES = ['article', 'revision', 'sentence', ...CLAIM_TABLES, 'event'] as const
export type Rows = Record<(typeof TABLES)[number], Row[]>

/** A line of an article's history, before it has its place in the chain. */
export type Line = {
  verb: string
  at: number
  claim?: string
  subject: string
  actor: string
  before?: Row
  after?: Row
}

/** What articles are made of. The first people and desks have most of the work. */
export type Stock = {
  random: Random
  /** The latest moment. */
  until: number
  people: readonly string[]
  desks: readonly string[]
  sentences: Record<Language, readonly NewSentence[]>
  headlines: Record<Language, readonly (readonly [headline: string, sentences: readonly NewSentence[]])[]>
}

export const personOf = ({ random, people }: Stock): string => people[random.rank(people.length)] ?? ''
