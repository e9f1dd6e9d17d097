import { readArticleId } from '@/domain/published-correction/rules'
import { newestPublished } from '@/domain/published-correction/queries'
import { conditionalAnswer } from '@/app/server/conditional'
import { formats } from '@/app/server/formats'
import { formatTag } from '@/text/locale'
import { EMBED_POLICY, embedPage } from '@/printing/corrections/embed'
import { settings } from '@/services/settings'
import { lastChange, localeOfRequest } from '../feed-answer'

const SHOWN = 10

/** The newest corrections for a frame in any page. `?article=` limits them to one article. */
export async function GET(request: Request): Promise<Response> {
  const given = new URL(request.url).searchParams.get('article') ?? ''
  const articleId = readArticleId(given)
  const items = given !== '' && !articleId ? [] : await newestPublished(SHOWN, articleId)
  const { publicUrl, newsroomName: newsroom, newsroomTimeZone: timeZone } = settings()
  const locale = localeOfRequest(request)
  const day = new Intl.DateTimeFormat(formatTag(locale), { ...formats.dateTime.longDay, timeZone })
  return conditionalAnswer(request, {
    body: embedPage({ items, publicUrl, newsroom, locale, day: (at) => day.format(at) }),
    contentType: 'text/html; charset=utf-8',
    changedAt: lastChange(items),
    headers: { 'content-security-policy': EMBED_POLICY },
  })
}
