import { invalid } from '@/domain/errors'
import { fieldOf, readBody } from '@/domain/revision/draft'
import { storedText, type StoredText } from '@/domain/revision/stored-text'
import { languageTag } from '@/text/direction'
import { locateOrOffer, type OfferedQuote, type WantedQuote } from '@/text/locate-quotes'
import { readingOf } from '@/text/reading'
import { BYLINE_MAX, DATELINE_MAX, TITLE_MAX } from './rules'
import type { CreateArticle } from './schema'

type Fields = 'title' | 'language' | 'byline' | 'dateline' | 'text' | 'markdown' | 'blocks'

export type ToTakeIn = Pick<CreateArticle, Fields> & {
  /** The words of the claims that come with the text. */
  quotes: readonly WantedQuote[]
}

export type TakenIn = StoredText & {
  title: string
  language: string
  byline: string
  dateline: string
  /** One for each wanted quote, in the same order. */
  quotes: OfferedQuote[]
}

/** @throws DomainError `invalid` with an issue for each field */
export function takeIn(input: ToTakeIn): TakenIn {
  const { draft, issues } = readBody(input)
  const title = input.title || (draft.title ?? '').trim()
  if (title === '') issues.push({ path: 'title', key: 'required' })
  const language = input.language ?? languageTag(draft.language ?? '')
  if (!language) issues.push({ path: 'language', key: draft.language ? 'notALanguage' : 'required' })
  if (issues.length || !language) throw invalid(issues)
  const headline = title.slice(0, TITLE_MAX)
  return {
    ...storedText({ ...draft, headline }, language, fieldOf(input)),
    title: headline,
    language,
    byline: (input.byline ?? draft.byline ?? '').slice(0, BYLINE_MAX),
    dateline: (input.dateline ?? draft.dateline ?? '').slice(0, DATELINE_MAX),
    quotes: locateOrOffer({ text: readingOf({ text: draft.text, headline }), quotes: input.quotes }),
  }
}
