import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { issuesOf, notFound } from '@/domain/errors'
import { issueReport } from '@/domain/report/commands'
import { getIssuedReport, listReports, previewReport, type IssuedReport } from '@/domain/report/queries'
import { fileAddressSchema, REPORT_FORMATS, type ReportFormat } from '@/domain/report/schema'
import { issuedReport, report, reportPage } from '@/domain/report/shape'
import { preferredLocale } from '@/text/locale'
import { contentDisposition } from '@/text/file-name'
import { FORMATS, fileNameOf, print } from '@/printing/formats'
import { issuedFile, withoutMark } from '@/printing/issued-file'
import { lettersWithoutFont } from '@/printing/pdf/pdf'
import { StillPrinting } from '@/printing/process/jobs'
import { PrintingError } from '@/printing/process/printing-error'
import { declare, operation } from './operation'
import { RequestError } from './problem'
import { lettersQuery, newReport, previewQuery, reportQuery, withoutFont } from './report-shapes'
import { newRouter } from './router'
import {
  idempotencyHeader,
  idOf,
  inFormat,
  json,
  jsonBody,
  refusals,
  requestKey,
  WRITE_REFUSALS,
} from './shapes'

export const reports = newRouter()

/** The page runs no scripts and loads nothing, whatever the article says. */
const CONTENT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

const headersOf = (format: ReportFormat, fileName: string) => ({
  'content-type': FORMATS[format].contentType,
  'content-disposition': contentDisposition(fileName, FORMATS[format].disposition),
  'content-security-policy': CONTENT_POLICY,
})

/** `share` goes from 0 to 1, as the time of earlier files tells. */
const beingMade = z.object({ share: z.number() })

const binary = z.string().openapi({ format: 'binary' })
const mediaOf = (format: ReportFormat) => FORMATS[format].contentType.split(';')[0] ?? ''

/** Previews come only in formats that people can read at once. */
const PREVIEWS = ['html', 'csv', 'json'] as const satisfies ReportFormat[]

for (const format of PREVIEWS) {
  const route = operation({
    operationId: inFormat('previewReport', format),
    may: 'readReports',
    method: 'get',
    path: `/articles/{id}/report.${format}`,
    summary: `What a report would say now, as ${format.toUpperCase()}; it is not issued`,
    request: { params: idOf('article'), query: previewQuery },
    responses: {
      200: { description: 'The preview.', content: { [mediaOf(format)]: { schema: z.unknown() } } },
      ...refusals(400, 401, 404),
    },
  })
  reports.openapi(route, async (c): Promise<Response> => {
    const language = preferredLocale(c.req.header('accept-language'))
    const edition = { language, internal: true, text: c.req.valid('query').text === '1' }
    const content = await previewReport(c.var.actor, c.req.valid('param').id, edition)
    const preview = { content, proof: null }
    const body = new Uint8Array(await print(preview, format, c.req.valid('query').separator))
    return c.body(body, 200, headersOf(format, fileNameOf(preview, format)))
  })
}

const letters = operation({
  operationId: 'lettersWithoutFont',
  may: 'readReports',
  method: 'get',
  path: '/articles/{id}/report/letters-without-font',
  summary: 'The letters that a report as PDF could only show as boxes, because no font of the desk has them',
  request: { params: idOf('article'), query: lettersQuery },
  responses: {
    200: json(withoutFont, 'They would be the letters of a report issued now.'),
    ...refusals(400, 401, 404, 503),
  },
})

reports.openapi(letters, async (c) => {
  const edition = { language: preferredLocale(c.req.header('accept-language')), internal: true, text: true }
  const content = await previewReport(c.var.actor, c.req.valid('param').id, {
    ...edition,
    ...c.req.valid('query'),
  })
  const found = await lettersWithoutFont({ content, proof: null }).catch(refusePrinting)
  return c.json({ letters: found }, 200)
})

const list = operation({
  operationId: 'listReports',
  may: 'readReports',
  method: 'get',
  path: '/reports',
  summary: 'Issued reports of all articles or of one, the newest first',
  request: { query: reportQuery },
  responses: { 200: json(reportPage, 'A page of reports.'), ...refusals(400, 401) },
})

reports.openapi(list, async (c) => c.json(await listReports(c.var.actor, c.req.valid('query')), 200))

const issue = operation({
  operationId: 'issueReport',
  may: 'issueReport',
  method: 'post',
  path: '/articles/{id}/reports',
  summary: 'Issue a report: it is numbered, frozen and signed',
  request: { params: idOf('article'), headers: idempotencyHeader, ...jsonBody(newReport) },
  responses: {
    201: json(issuedReport, 'It is issued.'),
    ...refusals(...WRITE_REFUSALS),
    409: {
      ...refusals(409)[409],
      description: 'It cannot be final yet: `current` lists what stands in the way, with the claims.',
    },
  },
})

reports.openapi(issue, async (c) => {
  const key = requestKey('report', c.req.valid('header'))
  const issued = await issueReport(c.var.actor, {
    ...c.req.valid('json'),
    articleId: c.req.valid('param').id,
    requestKey: key,
  })
  c.header('location', `/api/v1/reports/${issued.id}`)
  return c.json(issued, 201)
})

const read = operation({
  operationId: 'getReport',
  may: 'readReports',
  method: 'get',
  path: '/reports/{id}',
  summary: 'One issued report: what it is, and whether a later one superseded it',
  request: { params: idOf('report') },
  responses: { 200: json(report, 'The report.'), ...refusals(401, 404) },
})

const ID = z.uuid()
const FILE = new RegExp(`^([0-9a-f-]{36})\\.(${REPORT_FORMATS.join('|')})$`, 'i')

for (const format of REPORT_FORMATS)
  reports.openAPIRegistry.registerPath(
    operation({
      operationId: inFormat('downloadReport', format),
      may: 'readReports',
      method: 'get',
      path: `/reports/{id}.${format}`,
      summary: `An issued report as ${format.toUpperCase()}, the same bytes each time`,
      request: { params: idOf('report'), ...(format === 'csv' && { query: fileAddressSchema }) },
      responses: {
        200: { description: 'The report.', content: { [mediaOf(format)]: { schema: binary } } },
        202: json(beingMade, 'A long report is still being made: ask again.'),
        ...refusals(401, 404),
      },
    }),
  )

reports.openAPIRegistry.registerPath(read)

/** One handler serves both, because the router cannot tell `{id}` from `{id}.pdf`. */
declare('GET', '/reports/:name', 'readReports')
reports.get('/reports/:name', async (c) => {
  const name = c.req.param('name')
  const [, id, format] = FILE.exec(name) ?? []
  if (!id || !format) {
    if (!ID.safeParse(name).success) throw notFound()
    return c.json((await getIssuedReport(c.var.actor, name)).row, 200)
  }
  if (!ID.safeParse(id).success) throw notFound()
  const form = format.toLowerCase() === 'csv' ? csvForm(c.req.query()) : {}
  const issued = await getIssuedReport(c.var.actor, id)
  return file(c, issued, format.toLowerCase() as ReportFormat, form)
})

const FORM = fileAddressSchema.strip()

function csvForm(query: Record<string, string>): z.output<typeof FORM> {
  const read = FORM.safeParse(query)
  if (read.success) return read.data
  throw new RequestError(400, 'invalid', 'invalid', { issues: issuesOf(read.error) })
}

async function file(
  c: Context,
  issued: IssuedReport,
  format: ReportFormat,
  { bom, separator }: z.output<typeof FORM>,
) {
  try {
    const bytes = new Uint8Array(await issuedFile(issued.row.id, issued, format, separator))
    const sent = bom === '0' && format === 'csv' ? withoutMark(bytes) : bytes
    return c.body(sent, 200, headersOf(format, fileNameOf(issued, format)))
  } catch (error) {
    if (error instanceof StillPrinting) return c.json({ share: error.share }, 202, { 'retry-after': '3' })
    return refusePrinting(error)
  }
}

function refusePrinting(error: unknown): never {
  if (!(error instanceof PrintingError)) throw error
  const key = error.reason === 'busy' ? 'printingBusy' : 'printingFailed'
  throw new RequestError(503, 'printing', key, { headers: { 'retry-after': '60' } })
}
