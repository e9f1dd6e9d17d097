import { getLocale } from 'next-intl/server'
import { previewReport } from '@/domain/report/queries'
import { isLocale, type Locale } from '@/services/locale'
import { FORMATS, fileNameOf, print } from '@/services/printing/formats'
import { reportHtml } from '@/services/printing/report-html'
import { wordsOf } from '@/services/printing/words'
import { documentResponse, refusalText, signInFirst, throughRefusals } from '@/services/printing/answer'
import { UUID } from '@/domain/text/uuid'
import { currentActor } from '@/services/session'
import type { PrintableReport } from '@/domain/report/schema'

const PREVIEWS = ['html', 'csv', 'json'] as const
type Preview = (typeof PREVIEWS)[number]
const isPreview = (format: string): format is Preview => PREVIEWS.some((one) => one === format)

function page(
  preview: PrintableReport,
  locale: Locale,
  internal: boolean,
  nonce: string | undefined,
): string {
  const t = wordsOf(locale)
  const home = `/articles/${preview.content.article.id}/report`
  const href = (format: Preview) => `${home}/${format}?language=${locale}&internal=${internal ? 1 : 0}`
  const links = [
    { href: home, label: t('report.toolbar.back') },
    { href: href('csv'), label: t('report.toolbar.csv') },
    { href: href('json'), label: t('report.toolbar.json') },
  ]
  return reportHtml(preview, { toolbar: { label: t('report.toolbar.label'), links, nonce } })
}

type Context = { params: Promise<{ id: string; format: string }> }

/**
 * What a report of an article would say now, for a signed-in reader: in the language of `?language=` or else the
 * reader's own, without findings and names under `?internal=0`.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id, format } = await params
  const actor = await currentActor()
  if (!actor) return signInFirst(request, format)
  const asked = new URL(request.url).searchParams
  const wanted = asked.get('language')
  const language = isLocale(wanted) ? wanted : await getLocale()
  const internal = asked.get('internal') !== '0'
  if (!isPreview(format) || !UUID.test(id)) return refusalText('not_found', language)
  return throughRefusals(language, async () => {
    const preview = { content: await previewReport(actor, id, { language, internal }), proof: null }
    const nonce = request.headers.get('x-nonce') ?? undefined
    const body = format === 'html' ? page(preview, language, internal, nonce) : await print(preview, format)
    return documentResponse(body, {
      contentType: FORMATS[format].contentType,
      place: format === 'json' ? 'inline' : FORMATS[format].place,
      fileName: fileNameOf(preview, format),
      nonce: format === 'html' ? nonce : undefined,
    })
  })
}
