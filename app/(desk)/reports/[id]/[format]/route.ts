import { getLocale } from 'next-intl/server'
import { readAddress } from '@/app/address'
import { fileAddressSchema } from '@/domain/report/schema'
import { deskRoute } from '@/app/server/desk-route'
import { notFound } from '@/domain/errors'
import { getIssuedReport } from '@/domain/report/queries'
import { REPORT_FORMATS, type ReportFormat } from '@/domain/report/schema'
import { documentResponse, orPrintingRefusal, refuseDocument } from '@/app/server/document-answer'
import { wrongAddress } from '@/app/server/wrong-address'
import { UUID } from '@/text/uuid'
import { FORMATS, fileNameOf } from '@/printing/formats'
import { issuedFile, withoutMark } from '@/printing/issued-file'

const isFormat = (format: string): format is ReportFormat => REPORT_FORMATS.some((one) => one === format)

type Params = { id: string; format: string }

/**
 * An issued report as a file, with the same bytes each time. `?bom=0` omits the byte order mark of a CSV, and
 * `?separator=` chooses what stands between its cells.
 */
export const GET = deskRoute<Params>(
  async ({ actor, request, params: { id, format } }) => {
    if (!isFormat(format) || !UUID.test(id)) throw notFound()
    const { params, issues } = await readAddress(fileAddressSchema, request)
    if (issues.length > 0) return wrongAddress(issues, await getLocale())
    const file = async () => {
      const issued = await getIssuedReport(actor, id)
      const bytes = await issuedFile(id, issued, format, params.separator)
      const bare = format === 'csv' && params.bom === '0'
      return documentResponse(bare ? withoutMark(bytes) : bytes, {
        contentType: FORMATS[format].contentType,
        disposition: FORMATS[format].disposition,
        fileName: fileNameOf(issued, format),
      })
    }
    return orPrintingRefusal(await getLocale(), file, `/reports/${id}/html`)
  },
  async (refusal, { request, params: { format } }) =>
    refuseDocument(refusal, { request, format, locale: await getLocale() }),
)
