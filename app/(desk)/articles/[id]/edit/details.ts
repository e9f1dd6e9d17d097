import { momentTyped, wallClockOf } from '@/components/form/moment'
import type { ARTICLE_STATES } from '@/domain/article/schema'

/** The details that are typed on one line. */
export const LINES = ['title', 'language', 'byline', 'desk', 'dateline', 'canonicalUrl'] as const

export type ArticleState = (typeof ARTICLE_STATES)[number]
/** An article's details as the form holds them. The deadline is a wall clock of the newsroom. */
export type Details = Record<(typeof LINES)[number] | 'deadline', string> & {
  state: ArticleState
  confidential: boolean
}
/** The same as they are stored; an answer of the desk has more. */
export type StoredDetails = Omit<Details, 'deadline' | 'desk' | 'canonicalUrl'> & {
  desk: string | null
  canonicalUrl: string | null
  deadline: string | null
}

export const detailsOf = (stored: StoredDetails, zone: string): Details => ({
  title: stored.title,
  language: stored.language,
  byline: stored.byline,
  desk: stored.desk ?? '',
  dateline: stored.dateline,
  canonicalUrl: stored.canonicalUrl ?? '',
  state: stored.state,
  confidential: stored.confidential,
  deadline: wallClockOf(stored.deadline, zone),
})

/** @param deadline the stored one, which stays when nobody typed another */
export const inputOf = (details: Details, zone: string, deadline: string | null) => ({
  ...details,
  deadline: momentTyped(details.deadline, zone, deadline),
})
