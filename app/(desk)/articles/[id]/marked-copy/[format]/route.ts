import { getLocale } from 'next-intl/server'
import { readAddress } from '@/app/address'
import { deskRoute } from '@/app/server/desk-route'
import { documentResponse, orPrintingRefusal, refuseDocument } from '@/app/server/document-answer'
import { wrongAddress } from '@/app/server/wrong-address'
import { notFound } from '@/domain/errors'
import { getMarkedCopy } from '@/domain/marked-copy/queries'
import { copyAddressSchema, isCopyFormat } from '@/domain/marked-copy/schema'
import { COPIES, copyFileName } from '@/printing/marked-copy/formats'
import { UUID } from '@/text/uuid'

/** The article as a file for its writer, with the remarks of the check. `?language=` chooses their language. */
export const GET = deskRoute<{ id: string; format: string }>(
  async ({ actor, request, params: { id, format } }) => {
    if (!isCopyFormat(format) || !UUID.test(id)) throw notFound()
    const locale = await getLocale()
    const { params, issues } = await readAddress(copyAddressSchema, request)
    if (issues.length > 0) return wrongAddress(issues, locale)
    return orPrintingRefusal(
      locale,
      async () => {
        const copy = await getMarkedCopy(actor, id, { ...params, otherwise: locale })
        const { contentType, print } = COPIES[format]
        return documentResponse(await print(copy), {
          contentType,
          disposition: 'attachment',
          fileName: copyFileName(copy, format),
        })
      },
      `/articles/${id}/report/html`,
    )
  },
  async (refusal, { request, params: { format } }) =>
    refuseDocument(refusal, { request, format, locale: await getLocale() }),
)
