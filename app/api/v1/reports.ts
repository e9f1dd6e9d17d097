import { createRoute, z } from '@hono/zod-openapi'
import { getReport, type Report } from '@/domain/report/queries'
import { preferredLocale, type Locale } from '@/services/locale'
import { contentDisposition, reportCsv, reportHtml, reportJson } from '@/services/printing/report'
import { newRouter } from './router'
import { idOf, refusals } from './shapes'

export const reports = newRouter()

type Printed = { body: string; contentType: string; fileName: string }

const FORMATS = {
  html: {
    media: 'text/html',
    schema: z.string(),
    place: 'inline',
    print: (report: Report, locale: Locale): Printed => reportHtml(report, locale),
  },
  csv: {
    media: 'text/csv',
    schema: z.string(),
    place: 'attachment',
    print: (report: Report, locale: Locale): Printed => reportCsv(report, locale),
  },
  json: {
    media: 'application/json',
    schema: z.record(z.string(), z.unknown()),
    place: 'inline',
    print: (report: Report): Printed => reportJson(report),
  },
} as const

/** The page holds no scripts and loads nothing, whatever words an article may have. */
const CONTENT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

for (const [format, { media, schema, place, print }] of Object.entries(FORMATS)) {
  const route = createRoute({
    method: 'get',
    path: `/articles/{id}/report.${format}`,
    summary: `What was checked, as ${format.toUpperCase()}`,
    request: { params: idOf('article') },
    responses: {
      200: { description: 'The report.', content: { [media]: { schema } } },
      ...refusals(401, 404),
    },
  })
  reports.openapi(route, async (c): Promise<Response> => {
    const report = await getReport(c.var.actor, c.req.valid('param').id)
    const printed = print(report, preferredLocale(c.req.header('accept-language')))
    return c.body(printed.body, 200, {
      'content-type': printed.contentType,
      'content-disposition': contentDisposition(printed.fileName, place),
      'content-security-policy': CONTENT_POLICY,
    })
  })
}
