import { readdirSync, readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { WEBHOOK_EVENTS } from '@/domain/webhook/rules'
import { BODIES } from '@/services/bodies/bounds'
import { call } from '@/tests/api'
import { boundsOf } from './body'

type Response = { content?: object; headers?: object }
type Body = { description?: string; content: Record<string, { schema: object }> }
type Operation = {
  operationId?: string
  security?: object[]
  requestBody?: Body
  responses: Record<string, Response>
}
type Description = {
  openapi: string
  security: object[]
  components: { securitySchemes: object; schemas: Record<string, object> }
  paths: Record<string, Record<string, Operation>>
  webhooks: Record<string, { post: { requestBody: { content: Record<string, { schema: Schema }> } } }>
}

/** Client programs rely on these ids, so an operation must keep its own. */
const OPERATIONS = {
  'GET /articles': 'listArticles',
  'GET /articles/{id}': 'getArticle',
  'GET /articles/{id}/claim-review.json': 'getClaimReviews',
  'GET /articles/{id}/coverage': 'getCoverage',
  'GET /articles/{id}/marked-copy.docx': 'getMarkedCopyDocx',
  'GET /articles/{id}/report/letters-without-font': 'lettersWithoutFont',
  'GET /articles/{id}/sign-offs': 'listSignOffs',
  'GET /articles/{id}/report.csv': 'previewReportCsv',
  'GET /articles/{id}/report.html': 'previewReportHtml',
  'GET /articles/{id}/report.json': 'previewReportJson',
  'GET /reports': 'listReports',
  'GET /reports/{id}': 'getReport',
  'GET /reports/{id}.pdf': 'downloadReportPdf',
  'GET /reports/{id}.docx': 'downloadReportDocx',
  'GET /reports/{id}.html': 'downloadReportHtml',
  'GET /reports/{id}.xlsx': 'downloadReportXlsx',
  'GET /reports/{id}.csv': 'downloadReportCsv',
  'GET /reports/{id}.json': 'downloadReportJson',
  'GET /reports/{id}.jsonld': 'downloadReportJsonld',
  'GET /claims': 'listClaims',
  'GET /claims/export.csv': 'exportClaimsCsv',
  'GET /claims/export.jsonl': 'exportClaimsJsonl',
  'GET /claims/export.xlsx': 'exportClaimsXlsx',
  'GET /claims/facets': 'countClaims',
  'GET /claims/similar': 'findSimilarToText',
  'GET /claims/{id}': 'getClaim',
  'GET /claims/{id}/history': 'listClaimHistory',
  'GET /claims/{id}/comments': 'listClaimComments',
  'POST /claims/{id}/comments': 'commentOnClaim',
  'GET /articles/{id}/comments': 'listArticleComments',
  'POST /articles/{id}/comments': 'commentOnArticle',
  'PATCH /comments/{id}': 'resolveThread',
  'GET /articles/{id}/questions': 'listQuestions',
  'POST /articles/{id}/questions': 'ask',
  'PATCH /questions/{id}': 'revokeQuestion',
  'POST /answer-items/{id}/source': 'takeAnswer',
  'POST /claims/{id}/send-back': 'sendBackClaim',
  'GET /claims/{id}/similar': 'findSimilarPassages',
  'GET /corrections': 'listCorrections',
  'GET /corrections/{id}': 'getCorrection',
  'GET /corrections/{id}/ripples': 'listRipples',
  'GET /corrections/statistics': 'getStatistics',
  'GET /corrections/statistics.csv': 'downloadStatistics',
  'GET /corrections/statistics/checkers': 'listCheckerFigures',
  'GET /health/live': 'getLiveness',
  'GET /live': 'followChanges',
  'POST /live/presence': 'sayPresence',
  'GET /health/ready': 'getReadiness',
  'GET /me/work': 'getMyWork',
  'GET /notices': 'listNotices',
  'PATCH /notices/{id}': 'readNotice',
  'POST /notices/read': 'readNotices',
  'GET /sources/{id}': 'getSource',
  'GET /views': 'listViews',
  'GET /webhooks': 'listWebhooks',
  'GET /webhooks/{id}/deliveries': 'listDeliveries',
  'DELETE /views/{id}': 'removeView',
  'DELETE /sources/{id}': 'removeSource',
  'DELETE /claims/{id}/sign-off': 'withdrawSignOff',
  'PUT /claims/{id}/sign-off': 'signOffClaim',
  'PATCH /articles/{id}/coverage': 'passSentences',
  'PATCH /claims/{id}': 'changeClaim',
  'PATCH /corrections/{id}': 'updateCorrection',
  'PATCH /ripples/{id}': 'decideRipple',
  'PATCH /sources/{id}': 'changeSource',
  'PATCH /views/{id}': 'changeView',
  'PATCH /webhooks/{id}': 'changeWebhook',
  'POST /articles': 'createArticle',
  'POST /articles/{id}/reports': 'issueReport',
  'POST /verify': 'verifyReport',
  'POST /articles/{id}/revisions': 'reviseArticle',
  'POST /articles/{id}/claims/import': 'importClaims',
  'POST /articles/import': 'importArticle',
  'POST /claim-review/validate': 'validateClaimReview',
  'POST /claims/bulk': 'changeClaimsTogether',
  'POST /claims/bulk/{id}/undo': 'undoClaimsTogether',
  'POST /claims/sign-off': 'signOffTogether',
  'POST /claims/sign-off/undo': 'withdrawTogether',
  'POST /claims/{id}/opened': 'recordOpenedClaim',
  'POST /claims/{id}/sources': 'addSource',
  'POST /claims/{id}/take-over': 'takeOverVerdict',
  'PUT /claims/{id}/attribution': 'attributeClaim',
  'PUT /claims/{id}/proposal': 'proposeWording',
  'POST /corrections': 'startCorrection',
  'POST /corrections/{id}/amend': 'amendCorrection',
  'POST /corrections/{id}/amendment/approve': 'approveAmendment',
  'POST /corrections/{id}/amendment/refuse': 'refuseAmendment',
  'POST /corrections/{id}/amendment/withdraw': 'withdrawAmendment',
  'POST /corrections/{id}/publish': 'publishCorrection',
  'POST /corrections/{id}/second': 'secondCorrection',
  'POST /deliveries/{id}/resend': 'resendDelivery',
  'POST /views': 'saveView',
  'POST /webhooks': 'addWebhook',
}

it('the description of the API is complete, valid and open to anybody', async () => {
  const answer = await call<Description>(null, 'GET', '/openapi.json')
  expect(answer.status).toBe(200)
  expect(answer.body.openapi).toBe('3.1.0')
  expect(await new Validator().validate(JSON.parse(answer.text) as Record<string, unknown>)).toEqual({
    valid: true,
  })
  const ids = Object.entries(answer.body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => [
      `${method.toUpperCase()} ${path.replace('/api/v1', '')}`,
      operationId,
    ]),
  )
  expect(Object.fromEntries(ids)).toEqual(OPERATIONS)
  for (const [, id] of ids) expect(id).toMatch(/^[a-z]+([A-Z][a-z]*)*$/)
  expect(new Set(ids.map(([, id]) => id)).size).toBe(ids.length)
  expect(answer.body.components.securitySchemes).toEqual({ bearer: { type: 'http', scheme: 'bearer' } })
  expect(answer.body.security).toEqual([{ bearer: [] }])
  expect(answer.body.paths['/api/v1/health/live']?.get?.security).toEqual([])
})

it('the description covers webhook payloads, each event with the fields of its verb', async () => {
  const { body } = await call<Description>(null, 'GET', '/openapi.json')
  expect(Object.keys(body.webhooks)).toEqual([...WEBHOOK_EVENTS, 'ping'])
  const fieldsOf = (event: string, side: string) => {
    const { schema } = body.webhooks[event]?.post.requestBody.content['application/json'] ?? { schema: {} }
    return Object.keys(schema.properties?.[side]?.properties ?? {})
  }
  expect(fieldsOf('claim.taken_over', 'before')).toEqual(['status', 'finding'])
  expect(fieldsOf('report.issued', 'after')).toEqual(expect.arrayContaining(['number', 'kind', 'digest']))
  expect(fieldsOf('report.issued', 'before')).toEqual([])
})

it('a validator that finds faults would find one in it', async () => {
  const { body } = await call<Description>(null, 'GET', '/openapi.json')
  const broken = { ...body, paths: { '/x': { get: { responses: 7 } } } }
  expect((await new Validator().validate(broken)).valid).toBe(false)
})

describe('every operation', async () => {
  const { body } = await call<Description>(null, 'GET', '/openapi.json')
  const operations = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path.replace('/api/v1', '')}`,
      path,
      operation,
    })),
  )

  it.each(operations)('$name lists its refusals', ({ operation: { security, requestBody, responses } }) => {
    const told = Object.keys(responses)
    if (!security) expect(told).toEqual(expect.arrayContaining(['401', '429', '503']))
    if (requestBody) expect(told).toEqual(expect.arrayContaining(['400', '408', '413', '415', '422', '503']))
    for (const [status, { headers }] of Object.entries(responses))
      expect([status, Boolean(headers && 'Retry-After' in headers)]).toEqual([
        status,
        ['429', '503'].includes(status),
      ])
  })

  const withBody = operations.flatMap(({ name, path, operation: { requestBody } }) =>
    requestBody ? [{ name, path, requestBody }] : [],
  )

  it.each(withBody)('$name states its size limit', ({ path, requestBody }) => {
    const isFile = 'multipart/form-data' in requestBody.content
    const { bytes } = isFile ? BODIES.file : boundsOf(path)
    expect(requestBody.description).toContain(bytes.toLocaleString('en'))
  })

  it.each(withBody)('$name states the maximum length of each text and list', ({ requestBody }) => {
    const seen = new Set<string>()
    const open = (schema: Schema, at: string): string[] => {
      const name = schema.$ref?.split('/').at(-1)
      if (name !== undefined) {
        if (seen.has(name)) return []
        seen.add(name)
        return open(body.components.schemas[name] ?? {}, name)
      }
      const types = [schema.type].flat()
      return [
        ...(types.includes('string') && !isBounded(schema) ? [at] : []),
        ...(types.includes('array') && schema.maxItems === undefined ? [`${at}[]`] : []),
        ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => open(inner, `${at}.${key}`)),
        ...(schema.items ? open(schema.items, `${at}[]`) : []),
        ...[schema.anyOf, schema.oneOf, schema.allOf].flatMap((some) =>
          (some ?? []).flatMap((inner) => open(inner, at)),
        ),
      ]
    }
    expect(Object.values(requestBody.content).flatMap(({ schema }) => open(schema, ''))).toEqual([])
  })
})

type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  pattern?: string
  maxLength?: number
  maxItems?: number
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

/** A string is bounded by its length, its possible values or a fixed-length format; a file by the bytes of the body. */
const isBounded = ({ maxLength, enum: values, const: value, format }: Schema) =>
  maxLength !== undefined ||
  values !== undefined ||
  value !== undefined ||
  ['uuid', 'date', 'binary'].includes(format ?? '')

it('parts of shapes that other files made are described without the API’s own method, which they may not have', () => {
  const files = readdirSync('app/api/v1').filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
  const found = files.filter((file) =>
    /\bshape\.\w+\.openapi\(/.test(readFileSync(`app/api/v1/${file}`, 'utf8')),
  )
  expect(found).toEqual([])
})
