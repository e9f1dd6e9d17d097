import { readAddress } from '@/app/address'
import { frameAddressSchema } from '@/domain/published-correction/list'
import { newestPublished } from '@/domain/published-correction/queries'
import { conditionalAnswer } from '@/app/server/conditional'
import { wrongAddress } from '@/app/server/wrong-address'
import { formats } from '@/app/server/formats'
import { formatTag } from '@/text/locale'
import { EMBED_POLICY, embedPage } from '@/printing/corrections/embed'
import { settings } from '@/services/settings'
import { lastChange, localeOfRequest } from '../feed-answer'

const SHOWN = 10

/** The newest corrections for a frame in any page. `?article=` limits them to one article. */
export async function GET(request: Request): Promise<Response> {
  const locale = localeOfRequest(request)
  const { params, issues } = await readAddress(frameAddressSchema, request)
  if (issues.length > 0) return wrongAddress(issues, locale)
  const items = await newestPublished(SHOWN, params.article)
  const { publicUrl, newsroomName: newsroom, newsroomTimeZone: timeZone } = settings()
  const day = new Intl.DateTimeFormat(formatTag(locale), { ...formats.dateTime.longDay, timeZone })
  return conditionalAnswer(request, {
    body: embedPage({ items, publicUrl, newsroom, locale, day: (at) => day.format(at) }),
    contentType: 'text/html; charset=utf-8',
    changedAt: lastChange(items),
    headers: { 'content-security-policy': EMBED_POLICY },
  })
}
