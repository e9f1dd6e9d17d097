import { getLocale } from 'next-intl/server'
import { getIssuedReport } from '@/domain/report/queries'
import { REPORT_FORMATS, type ReportFormat } from '@/domain/report/schema'
import { documentResponse, refusalText, signInFirst, throughRefusals } from '@/services/printing/answer'
import { UUID } from '@/domain/text/uuid'
import { FORMATS, fileNameOf } from '@/services/printing/formats'
import { issuedFile, withoutMark } from '@/services/printing/issued-file'
import { currentActor } from '@/services/session'

const isFormat = (format: string): format is ReportFormat => REPORT_FORMATS.some((one) => one === format)

type Context = { params: Promise<{ id: string; format: string }> }

/** An issued report as a file, the same bytes each time. `?bom=0` leaves the byte order mark of a CSV out. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id, format } = await params
  const actor = await currentActor()
  if (!actor) return signInFirst(request, format)
  const locale = await getLocale()
  if (!isFormat(format) || !UUID.test(id)) return refusalText('not_found', locale)
  const file = async () => {
    const issued = await getIssuedReport(actor, id)
    const bytes = await issuedFile(id, issued, format)
    const bare = format === 'csv' && new URL(request.url).searchParams.get('bom') === '0'
    return documentResponse(bare ? withoutMark(bytes) : bytes, {
      contentType: FORMATS[format].contentType,
      place: FORMATS[format].place,
      fileName: fileNameOf(issued, format),
    })
  }
  return throughRefusals(locale, file, `/reports/${id}/html`)
}
