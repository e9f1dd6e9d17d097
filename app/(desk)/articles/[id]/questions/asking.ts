import { momentTyped } from '@/components/form/moment'
import { DAY_MS, LIFE_DAYS, type QuestionKind } from '@/domain/question/rules'
import { localeOf, type Locale } from '@/text/locale'

/** A question while it is typed. */
export type Asking = {
  kind: QuestionKind
  name: string
  house: string
  email: string
  language: Locale
  text: string
  /** The ids of the chosen claims; none for the whole article. */
  claims: readonly string[]
  /** A wall clock of the newsroom. */
  dueAt: string
  days: number
}

/** For how many days an address may open. */
export const LIVES = [1, 3, 7, LIFE_DAYS, 30] as const

export const emptyAsking = (
  article: { byline: string; language: string },
  claims: readonly string[],
): Asking => ({
  ...{ kind: 'writer', name: article.byline, house: '', email: '', text: '', dueAt: '' },
  ...{ language: localeOf(article.language), claims, days: LIFE_DAYS },
})

/** The other kind of person, with the name of the writer only for the writer. */
export const askingOf = (kind: QuestionKind, asking: Asking, byline: string): Partial<Asking> => {
  if (kind === asking.kind) return {}
  const isByline = asking.name === '' || asking.name === byline
  return { kind, ...(isByline && { name: kind === 'writer' ? byline : '' }) }
}

const HOUR_MS = 3_600_000
/** The full hour at or after a moment, so that a press that is repeated asks the same. */
const fullHour = (ms: number) => new Date(Math.ceil(ms / HOUR_MS) * HOUR_MS)

/** The question as it is sent. */
export const askedOf = ({ days, dueAt, claims, ...asking }: Asking, zone: string, at: Date) => ({
  ...asking,
  claims: [...claims],
  dueAt: momentTyped(dueAt, zone),
  expiresAt: fullHour(at.getTime() + days * DAY_MS).toISOString(),
})
