import type { Context } from 'hono'
import type { z } from 'zod'
import { issuesOf } from '@/domain/errors'
import { BODIES } from '@/services/bodies/bounds'
import { readForm } from '@/services/bodies/multipart'
import { importAddress, importFormFields } from './import-shapes'
import { boundedText, bytesOf } from './body'
import { RequestError } from './problem'

type Options = z.output<typeof importFormFields>
export type ImportRequest = { options: Options } & ({ file: File } | { url: string })

/**
 * Reads an import: a file in a form, or JSON that names an address.
 * @throws RequestError 400, 413, 415, or 422 with an issue for each field
 */
export async function readImport(c: Context, isOverdue?: () => boolean): Promise<ImportRequest> {
  const contentType = c.req.header('content-type') ?? ''
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase()
  if (type === 'multipart/form-data')
    return ofForm(await bytesOf(c, BODIES.file.bytes, isOverdue), contentType)
  if (type === 'application/json') return ofJson(await bytesOf(c, BODIES.record.bytes, isOverdue))
  throw new RequestError(415, 'unsupported_media_type', 'wrongImportType')
}

async function ofForm(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<ImportRequest> {
  const form = await readForm(bytes, contentType, 'file')
  if (!form) throw new RequestError(400, 'malformed', 'malformedForm')
  const options = parsed(importFormFields, form.fields)
  if (form.file && form.files === 1) return { options, file: form.file }
  const key = form.files === 0 ? 'required' : 'importOneFile'
  throw new RequestError(422, 'invalid', 'invalid', { issues: [{ path: 'file', key }] })
}

async function ofJson(bytes: Uint8Array): Promise<ImportRequest> {
  const { url, ...options } = parsed(importAddress, await jsonOf(bytes))
  return { options, url }
}

/** Enough for an address, a few more fields and the ids of all pieces of a page. */
const BOUNDS = { depth: 4, values: 600 }

async function jsonOf(bytes: Uint8Array): Promise<unknown> {
  try {
    return JSON.parse(await boundedText(bytes, BOUNDS))
  } catch (error) {
    if (error instanceof SyntaxError) throw new RequestError(400, 'malformed', 'malformedJson')
    throw error
  }
}

function parsed<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw new RequestError(422, 'invalid', 'invalid', { issues: issuesOf(result.error, given) })
}
