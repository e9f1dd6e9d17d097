import type { LiveChange } from '@/domain/live/shape'

/** What a page shows, as far as changes concern it. */
export type Place = {
  articleId: string | null
  /** The number of the claim whose panel is open. */
  claimNumber: number | null
  concerns: (change: Pick<LiveChange, 'articleId' | 'verbs'>) => boolean
}

const ARTICLE =
  /^\/articles\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/claims\/([1-9]\d{0,6}))?(?:\/|$)/
const LISTS = /^\/(?:articles|claims|my-work)$/
const CORRECTIONS = /^\/corrections-desk(?:\/\d+)?$/

const ofNoun =
  (...nouns: string[]): Place['concerns'] =>
  ({ verbs }) =>
    verbs.some((verb) => nouns.includes(verb.split('.', 1)[0] ?? ''))
const ofArticles: Place['concerns'] = ({ articleId }) => articleId !== null
const nowhere = { articleId: null, claimNumber: null }

/** What the page at an address shows; null for one that does not follow changes. */
export function placeAt(pathname: string): Place | null {
  const [, articleId, number] = ARTICLE.exec(pathname) ?? []
  if (articleId)
    return {
      articleId,
      claimNumber: number ? Number(number) : null,
      concerns: (change) => change.articleId === articleId,
    }
  if (LISTS.test(pathname)) return { ...nowhere, concerns: ofArticles }
  if (pathname === '/reports') return { ...nowhere, concerns: ofNoun('report') }
  if (CORRECTIONS.test(pathname))
    return {
      ...nowhere,
      concerns: ofNoun('correction', 'reader_report', 'correction_request', 'wording', 'article'),
    }
  return null
}
