import type { Verb } from '@/domain/history/events'

/**
 * What changes a claim for its readers: its words, its verdict, its finding, its sources, and whether it stands. Who
 * works on it until when does not, nor does a sign-off, which rests on what was read.
 */
export const CHANGES_READING = [
  ...(['claim.reviewed', 'claim.finding_written', 'claim.taken_over', 'claim.sent_back'] as const),
  ...(['claim.text_changed', 'claim.confirmed', 'claim.anchored', 'claim.orphaned'] as const),
  ...(['claim.attributed', 'claim.withdrawn', 'claim.restored'] as const),
  ...(['source.added', 'source.changed', 'source.removed', 'source.restored'] as const),
] satisfies Verb[]

/** What colleagues changed of a claim since a person opened it. */
export type ClaimNews = {
  /** How many changes there were. */
  count: number
  /** Who made the last one, when, and its place in the article's history. */
  by: string
  at: Date
  position: number
}
