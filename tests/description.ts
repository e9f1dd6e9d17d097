import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { api } from '@/app/api/v1/app'
import type { Answer } from './api'

type Schema = {
  $ref?: string
  type?: string | string[]
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
}
type Response = { content?: Record<string, { schema: Schema }> }
export type Operation = {
  method: string
  path: string
  operationId?: string
  security?: object[]
  responses: Record<string, Response>
}
type Description = {
  components: { schemas: Record<string, Schema> }
  paths: Record<string, Record<string, Omit<Operation, 'method' | 'path'>>>
}

const described = async () => (await (await api.request('/api/v1/openapi.json')).json()) as Description

/** Every operation in the API description; paths begin after `/api/v1`. */
export async function operations(): Promise<Operation[]> {
  return Object.entries((await described()).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replace('/api/v1', ''),
      ...operation,
    })),
  )
}

/** A schema without references that rejects unknown fields; a shape and its extension become one. */
function closed(schema: Schema, named: Record<string, Schema>): Schema {
  const close = (one: Schema) => closed(one, named)
  if (schema.$ref) return close(named[schema.$ref.split('/').at(-1) ?? ''] ?? {})
  const { allOf = [], anyOf, oneOf, items, properties, additionalProperties, ...rest } = schema
  const parts = allOf.map(close)
  const own = Object.entries(properties ?? {}).map(([name, one]) => [name, close(one)] as const)
  const fields = Object.fromEntries([
    ...parts.flatMap((part) => Object.entries(part.properties ?? {})),
    ...own,
  ])
  return {
    ...Object.fromEntries(parts.flatMap((part) => Object.entries(part))),
    ...rest,
    ...(anyOf && { anyOf: anyOf.map(close) }),
    ...(oneOf && { oneOf: oneOf.map(close) }),
    ...(items && { items: close(items) }),
    ...(Object.keys(fields).length > 0 && {
      properties: fields,
      required: [...parts.flatMap((part) => part.required ?? []), ...(schema.required ?? [])],
      additionalProperties: false,
    }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: close(additionalProperties) }),
  }
}

const ajv = formats(new Ajv2020({ strict: false, allErrors: true }))
const compiled = new Map<string, ValidateFunction>()

/** The faults of a value against its schema, one line each; an unknown field is a fault. */
export function faultsOf(schema: Schema, named: Record<string, Schema>, value: unknown): string[] {
  const shape = closed(schema, named)
  const key = JSON.stringify(shape)
  const validate = compiled.get(key) ?? ajv.compile(shape)
  compiled.set(key, validate)
  validate(value)
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}

/**
 * The parts of an answer that its operation does not describe: the status, the media type, or anything in its JSON.
 */
export async function undescribed(operation: Operation, answer: Answer<unknown>): Promise<string[]> {
  const { components } = await described()
  const response = operation.responses[answer.status]
  if (!response) return [`status ${answer.status}`]
  const media = answer.headers.get('content-type')?.split(';')[0] ?? ''
  const content = response.content?.[media]
  if (!content) return response.content || media ? [`media type ${media}`] : []
  // The description calls a file a string, whatever it contains.
  if (content.schema.type === 'string') return []
  return faultsOf(content.schema, components.schemas, answer.body)
}

/** The faults of a record in a problem, against the schema with that name. */
export async function faultsOfNamed(name: string, value: unknown): Promise<string[]> {
  const { schemas } = (await described()).components
  return faultsOf({ $ref: `#/components/schemas/${name}` }, schemas, value)
}
