import { sentencesIn } from '@/app/sentences'
import { conditionalAnswer } from '@/app/server/conditional'
import { DomainError } from '@/domain/errors'
import { dueWorkOf } from '@/domain/due-calendar/queries'
import { dueCalendar } from '@/printing/due-calendar'
import { settings } from '@/services/settings'
import { preferredLocale } from '@/text/locale'

type Context = { params: Promise<{ secret: string }> }

const UNLISTED = { 'x-robots-tag': 'noindex' }

function nothingHere(request: Request): Response {
  const locale = preferredLocale(request.headers.get('accept-language'))
  return new Response(`${sentencesIn(locale)('notFound')}\n`, {
    status: 404,
    headers: { ...UNLISTED, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}

/** A person's due work, for a calendar program that knows the secret. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const work = await dueWorkOf((await params).secret)
    const { publicUrl, newsroomName: newsroom } = settings()
    return conditionalAnswer(request, {
      body: dueCalendar(work, { publicUrl, newsroom }),
      contentType: 'text/calendar; charset=utf-8',
      changedAt: null,
      headers: { ...UNLISTED, 'cache-control': 'private, max-age=0' },
    })
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') return nothingHere(request)
    throw error
  }
}
