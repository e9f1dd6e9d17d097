import { z } from '@hono/zod-openapi'
import { claimExportParamsSchema } from '@/domain/claim/list'
import { claimsToExport } from '@/domain/export/queries'
import { EXPORT_FORMATS } from '@/domain/export/schema'
import { now } from '@/services/clock'
import { preferredLocale } from '@/text/locale'
import { COUNT_HEADER, EXPORT_MEDIA, exportResponse } from '@/printing/bulk/export'
import { settings } from '@/services/settings'
import { operation } from './operation'
import { newRouter } from './router'
import { inFormat, refusals } from './shapes'

export const exports = newRouter()

for (const format of EXPORT_FORMATS) {
  const route = operation({
    operationId: inFormat('exportClaims', format),
    may: 'readClaims',
    method: 'get',
    path: `/claims/export.${format}`,
    summary: `All claims that the filters leave, as ${format.toUpperCase()}`,
    request: { query: claimExportParamsSchema },
    responses: {
      200: {
        description: 'The claims in order. A file that breaks off is not whole.',
        headers: {
          [COUNT_HEADER]: { description: 'How many claims it holds.', schema: { type: 'integer' } },
        },
        content: { [EXPORT_MEDIA[format]]: { schema: z.string() } },
      },
      ...refusals(400, 401, 503),
    },
  })
  exports.openapi(route, async (c): Promise<Response> => {
    const { bom, separator, ...selection } = c.req.valid('query')
    return exportResponse(await claimsToExport(c.var.actor, selection), {
      format,
      bom: bom !== '0',
      separator,
      publicUrl: settings().publicUrl,
      locale: preferredLocale(c.req.header('accept-language')),
      timeZone: settings().newsroomTimeZone,
      at: now(),
      method: c.req.method,
    })
  })
}
