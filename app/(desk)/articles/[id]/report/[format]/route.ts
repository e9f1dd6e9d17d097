import { getLocale } from 'next-intl/server'
import { readAddress } from '@/app/address'
import { previewAddressSchema } from '@/domain/report/schema'
import { deskRoute } from '@/app/server/desk-route'
import { notFound } from '@/domain/errors'
import { previewReport } from '@/domain/report/queries'
import type { Locale } from '@/text/locale'
import { FORMATS, fileNameOf, print } from '@/printing/formats'
import { reportHtml } from '@/printing/report-html'
import { wordsOf } from '@/printing/words'
import { documentResponse, orPrintingRefusal, refuseDocument } from '@/app/server/document-answer'
import { wrongAddress } from '@/app/server/wrong-address'
import { UUID } from '@/text/uuid'
import type { PrintableReport } from '@/domain/report/schema'

const PREVIEWS = ['html', 'csv', 'json'] as const
type Preview = (typeof PREVIEWS)[number]
const isPreview = (format: string): format is Preview => PREVIEWS.some((one) => one === format)

function page(
  preview: PrintableReport,
  locale: Locale,
  { internal, text }: { internal: boolean; text: boolean },
  nonce: string | undefined,
): string {
  const t = wordsOf(locale)
  const home = `/articles/${preview.content.article.id}/report`
  const href = (format: Preview) =>
    `${home}/${format}?language=${locale}&internal=${internal ? 1 : 0}${text ? '&text=1' : ''}`
  const links = [
    { href: home, label: t('report.toolbar.back') },
    { href: href('csv'), label: t('report.toolbar.csv') },
    { href: href('json'), label: t('report.toolbar.json') },
  ]
  return reportHtml(preview, { toolbar: { label: t('report.toolbar.label'), links, nonce } })
}

type Params = { id: string; format: string }

async function editionOf(request: Request) {
  const { params, issues } = await readAddress(previewAddressSchema, request)
  return {
    language: params.language ?? (await getLocale()),
    internal: params.internal !== '0',
    text: params.text === '1',
    separator: params.separator,
    issues,
  }
}

/**
 * Previews the report of an article for a signed-in reader. `?language=` chooses the language, by default the reader's
 * own. `?internal=0` leaves out findings and names, `?text=1` adds the marked text of the article.
 */
export const GET = deskRoute<Params>(
  async ({ actor, request, params: { id, format } }) => {
    if (!isPreview(format) || !UUID.test(id)) throw notFound()
    const { language, internal, text, separator, issues } = await editionOf(request)
    if (issues.length > 0) return wrongAddress(issues, language)
    return orPrintingRefusal(language, async () => {
      const preview = { content: await previewReport(actor, id, { language, internal, text }), proof: null }
      const nonce = request.headers.get('x-nonce') ?? undefined
      const body =
        format === 'html'
          ? page(preview, language, { internal, text }, nonce)
          : await print(preview, format, separator)
      return documentResponse(body, {
        contentType: FORMATS[format].contentType,
        disposition: format === 'json' ? 'inline' : FORMATS[format].disposition,
        fileName: fileNameOf(preview, format),
        nonce: format === 'html' ? nonce : undefined,
      })
    })
  },
  async (refusal, { request, params: { format } }) =>
    refuseDocument(refusal, { request, format, locale: (await editionOf(request)).language }),
)
