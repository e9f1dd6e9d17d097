import type { PublishedCorrection } from '@/domain/published-correction/shape'
import { localeOf, type Locale } from '@/text/locale'
import { messagesOf } from '@/services/messages'
import type { Feed } from './feed'
import { toldHtml } from './told'
import { correctionUrl, headlineOf, kindLabel } from './words'

export type FeedFormat = 'atom' | 'rss' | 'json'

type Page = {
  items: readonly PublishedCorrection[]
  next: string | null
  /** The cursor after which this page starts; null for the first page. */
  after: string | null
  format: FeedFormat
  /** Since when the desk could have published something. */
  beganAt: Date
  locale: Locale
  publicUrl: string
  newsroom: string
}

/** Builds the feed of corrections. It is the same for everybody who requests the same address. */
export function feedOf({ items, next, after, format, locale, publicUrl, newsroom, beganAt }: Page): Feed {
  const address = (cursor: string | null) => {
    const url = new URL(`${publicUrl}/corrections/feed.${format}`)
    url.searchParams.set('language', locale)
    if (cursor) url.searchParams.set('after', cursor)
    return url.href
  }
  return {
    title: messagesOf(locale).readers.feedTitle.replace('{newsroom}', () => newsroom),
    language: locale,
    newsroom,
    homeUrl: `${publicUrl}/corrections?language=${locale}`,
    selfUrl: address(after),
    firstUrl: address(null),
    nextUrl: next && address(next),
    beganAt,
    entries: items.map((one) => ({
      id: one.id,
      title: headlineOf(one, locale),
      language: one.article.language,
      html: toldHtml(one, locale).toString(),
      url: correctionUrl(publicUrl, one.number),
      about: one.article.url,
      kind: one.kind,
      kindLabel: kindLabel(one.kind, localeOf(one.article.language, locale)),
      publishedAt: one.publishedAt,
      updatedAt: one.updatedAt,
    })),
  }
}
