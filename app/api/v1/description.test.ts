import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { BODIES } from '@/services/bodies/bounds'
import { call } from '@/tests/api'
import { boundsOf } from './body'

type Response = { content?: object; headers?: object }
type Body = { description?: string; content: Record<string, { schema: object }> }
type Operation = { security?: object[]; requestBody?: Body; responses: Record<string, Response> }
type Description = {
  openapi: string
  security: object[]
  components: { securitySchemes: object; schemas: Record<string, object> }
  paths: Record<string, Record<string, Operation>>
}

const OPERATIONS = [
  'GET /articles',
  'GET /articles/{id}',
  'GET /articles/{id}/claim-review.json',
  'GET /articles/{id}/coverage',
  'GET /articles/{id}/report.csv',
  'GET /articles/{id}/report.html',
  'GET /articles/{id}/report.json',
  'GET /reports',
  'GET /reports/{id}',
  'GET /reports/{id}.pdf',
  'GET /reports/{id}.docx',
  'GET /reports/{id}.html',
  'GET /reports/{id}.xlsx',
  'GET /reports/{id}.csv',
  'GET /reports/{id}.json',
  'GET /reports/{id}.jsonld',
  'GET /claims',
  'GET /claims/export.csv',
  'GET /claims/export.jsonl',
  'GET /claims/export.xlsx',
  'GET /claims/facets',
  'GET /claims/{id}',
  'GET /claims/{id}/history',
  'GET /claims/{id}/similar',
  'GET /corrections',
  'GET /corrections/{id}',
  'GET /corrections/{id}/ripples',
  'GET /corrections/stats',
  'GET /corrections/stats.csv',
  'GET /corrections/stats/checkers',
  'GET /health/live',
  'GET /health/ready',
  'GET /sources/{id}',
  'GET /webhooks',
  'GET /webhooks/{id}/deliveries',
  'DELETE /sources/{id}',
  'DELETE /claims/{id}/sign-off',
  'PUT /claims/{id}/sign-off',
  'PATCH /articles/{id}/coverage',
  'PATCH /claims/{id}',
  'PATCH /corrections/{id}',
  'PATCH /ripples/{id}',
  'PATCH /sources/{id}',
  'PATCH /webhooks/{id}',
  'POST /articles',
  'POST /articles/{id}/reports',
  'POST /verify',
  'POST /articles/{id}/revisions',
  'POST /articles/{id}/claims/overlay',
  'POST /articles/import',
  'POST /claim-review/validate',
  'POST /claims/{id}/sources',
  'POST /claims/{id}/take-over',
  'PUT /claims/{id}/statement',
  'POST /corrections',
  'POST /corrections/{id}/amend',
  'POST /corrections/{id}/amendment/approve',
  'POST /corrections/{id}/amendment/refuse',
  'POST /corrections/{id}/amendment/withdraw',
  'POST /corrections/{id}/publish',
  'POST /corrections/{id}/second',
  'POST /deliveries/{id}/resend',
  'POST /webhooks',
]

it('the API describes itself, whole and valid, to anybody', async () => {
  const answer = await call<Description>(null, 'GET', '/openapi.json')
  expect(answer.status).toBe(200)
  expect(answer.body.openapi).toBe('3.1.0')
  expect(await new Validator().validate(JSON.parse(answer.text) as Record<string, unknown>)).toEqual({
    valid: true,
  })
  const operations = Object.entries(answer.body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
  )
  expect(operations.sort()).toEqual(OPERATIONS.toSorted())
  expect(answer.body.components.securitySchemes).toEqual({ bearer: { type: 'http', scheme: 'bearer' } })
  expect(answer.body.security).toEqual([{ bearer: [] }])
  expect(answer.body.paths['/api/v1/health/live']?.get?.security).toEqual([])
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

  it.each(operations)('$name says what it refuses', ({ operation: { security, requestBody, responses } }) => {
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

  it.each(withBody)('$name says how much it takes', ({ path, requestBody }) => {
    const isFile = 'multipart/form-data' in requestBody.content
    const { bytes } = isFile ? BODIES.file : boundsOf(path)
    expect(requestBody.description).toContain(bytes.toLocaleString('en'))
  })

  it.each(withBody)('$name says how long each text and list may be', ({ requestBody }) => {
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

/** By its length, by the values that there are, or by a format of one length; a file by the bytes of the body. */
const isBounded = ({ maxLength, enum: values, const: value, format }: Schema) =>
  maxLength !== undefined ||
  values !== undefined ||
  value !== undefined ||
  ['uuid', 'date', 'binary'].includes(format ?? '')
