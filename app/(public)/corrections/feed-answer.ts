import { readAddress } from '@/app/address'
import { wrongAddress } from '@/app/server/wrong-address'
import { pageSchema } from '@/domain/list/params'
import { updatesList } from '@/domain/published-correction/list'
import type { PublishedCorrection } from '@/domain/published-correction/shape'
import { deskBegan, listUpdates } from '@/domain/published-correction/queries'
import { conditionalAnswer } from '@/app/server/conditional'
import { preferredLocale, type Locale } from '@/text/locale'
import { atomFeed, jsonFeed, type Feed } from '@/printing/corrections/feed'
import { feedOf, type FeedFormat } from '@/printing/corrections/feed-of'
import { rssFeed } from '@/printing/corrections/feed-rss'
import { settings } from '@/services/settings'

const FORMATS: Record<FeedFormat, { write: (feed: Feed) => string; contentType: string }> = {
  atom: { write: atomFeed, contentType: 'application/atom+xml; charset=utf-8' },
  rss: { write: rssFeed, contentType: 'application/rss+xml; charset=utf-8' },
  json: { write: jsonFeed, contentType: 'application/feed+json; charset=utf-8' },
}

/** The language of a public document. The proxy puts the language chosen in the address into the header. */
export const localeOfRequest = (request: Request): Locale =>
  preferredLocale(request.headers.get('accept-language'))

/** When any of these corrections last changed; null without corrections. */
export const lastChange = (items: readonly PublishedCorrection[]): Date | null =>
  items.length === 0 ? null : new Date(Math.max(...items.map(({ changedAt }) => changedAt.getTime())))

/** A page of the feed in one of its formats; 404 for a cursor that no feed has issued. */
export async function feedAnswer(request: Request, format: FeedFormat): Promise<Response> {
  const locale = localeOfRequest(request)
  const { params, used, issues } = await readAddress(pageSchema(updatesList), request)
  if (issues.length > 0) return wrongAddress(issues, locale, 404)
  const [{ items, next }, beganAt] = await Promise.all([
    listUpdates(updatesList.pageSize, params.after),
    deskBegan(),
  ])
  const { publicUrl, newsroomName: newsroom } = settings()
  const feed = feedOf({
    items,
    next,
    after: used.after ?? null,
    format,
    locale,
    publicUrl,
    newsroom,
    beganAt,
  })
  const { write, contentType } = FORMATS[format]
  return conditionalAnswer(request, {
    body: write(feed),
    contentType,
    changedAt: lastChange(items) ?? beganAt,
  })
}
