import type { OpenAPIHono } from '@hono/zod-openapi'
import { BODIES } from '@/services/bodies/bounds'
import { boundsOf } from './body'
import { PROBLEM_TYPE } from './problem'
import { WHY } from './shapes'
import { registerPayloads } from './webhook-payloads'

type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>
type Operation = NonNullable<NonNullable<Document['paths']>[string]['get']>
type Response = { description: string; headers?: object; content?: object }

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const
/** Refusals that say when to try again. */
const LATER = ['429', '503']
const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds until it is worth trying again.', schema: { type: 'integer' } },
}

const refusal = (status: keyof typeof WHY): Response => ({
  description: WHY[status],
  content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
})

const number = new Intl.NumberFormat('en')

/** The size limit of a body, as the description words it. */
function sizeOf(path: string, content: object): string {
  if ('multipart/form-data' in content)
    return `A file of at most ${number.format(BODIES.file.bytes)} bytes with all that is around it.`
  const { bytes, values, depth } = boundsOf(path)
  return `At most ${number.format(bytes)} bytes, ${number.format(values)} values and ${depth} levels. UTF-8, not packed.`
}

/** Adds everything that all operations of a kind share, so that no route has to repeat it. */
function complete(path: string, operation: Operation): void {
  const { requestBody } = operation
  const added: (keyof typeof WHY)[] = []
  if (operation.security === undefined) added.push(401, 403, 429, 503)
  if (requestBody && 'content' in requestBody) {
    requestBody.description = sizeOf(path, requestBody.content)
    added.push(400, 408, 413, 415, 422, 503)
  }
  const responses = (operation.responses ??= {}) as Record<string, Response>
  for (const status of added) responses[status] ??= refusal(status)
  for (const [status, response] of Object.entries(responses))
    if (LATER.includes(status)) response.headers = RETRY_AFTER
}

/** The OpenAPI 3.1 description of the API, generated from the schemas that validate its input. */
export function description(app: Pick<OpenAPIHono, 'openAPIRegistry' | 'getOpenAPI31Document'>): object {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' })
  registerPayloads(app)
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Factdesk',
      version: '1',
      description:
        'Articles, their claims, sources, history and reports, with the permissions of the token’s holder.',
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
  })
  for (const [path, operations] of Object.entries(document.paths ?? {}))
    for (const method of METHODS) {
      const operation = operations[method]
      if (operation) complete(path, operation)
    }
  return document
}
