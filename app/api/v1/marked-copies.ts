import { z } from '@hono/zod-openapi'
import { getMarkedCopy } from '@/domain/marked-copy/queries'
import { COPY_FORMATS, copyAddressSchema } from '@/domain/marked-copy/schema'
import { COPIES, copyFileName } from '@/printing/marked-copy/formats'
import { PrintingError } from '@/printing/process/printing-error'
import { contentDisposition } from '@/text/file-name'
import { preferredLocale } from '@/text/locale'
import { operation } from './operation'
import { RequestError } from './problem'
import { newRouter } from './router'
import { idOf, inFormat, refusals } from './shapes'

export const markedCopies = newRouter()

for (const format of COPY_FORMATS) {
  const { contentType, print } = COPIES[format]
  const route = operation({
    operationId: inFormat('getMarkedCopy', format),
    may: 'exportArticle',
    method: 'get',
    path: `/articles/{id}/marked-copy.${format}`,
    summary: `The article for its writer, as ${format.toUpperCase()}: disputed and unsourced claims as comments on their words, proposed wordings as tracked changes`,
    request: { params: idOf('article'), query: copyAddressSchema },
    responses: {
      200: {
        description: 'The article with the remarks of the check.',
        content: { [contentType]: { schema: z.string().openapi({ format: 'binary' }) } },
      },
      ...refusals(400, 401, 404, 503),
    },
  })
  markedCopies.openapi(route, async (c): Promise<Response> => {
    const copy = await getMarkedCopy(c.var.actor, c.req.valid('param').id, {
      ...c.req.valid('query'),
      otherwise: preferredLocale(c.req.header('accept-language')),
    })
    const headers = {
      'content-type': contentType,
      'content-disposition': contentDisposition(copyFileName(copy, format), 'attachment'),
    }
    return c.body(new Uint8Array(await printedOrRefused(() => print(copy))), 200, headers)
  })
}

/** @throws RequestError 503 when printing fails or too many wait */
async function printedOrRefused(print: () => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await print()
  } catch (error) {
    if (!(error instanceof PrintingError)) throw error
    const key = error.reason === 'busy' ? 'printingBusy' : 'printingFailed'
    throw new RequestError(503, 'printing', key, { headers: { 'retry-after': '60' } })
  }
}
