import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { call } from '@/tests/api'

type Operation = { security?: object[]; responses: Record<string, object> }
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
