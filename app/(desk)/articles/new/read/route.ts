import type { z } from 'zod'
import { deskRoute } from '@/app/server/desk-route'
import { readArticleFile } from '@/domain/article/incoming/queries'
import { readFileSchema } from '@/domain/article/incoming/schema'
import { IMPORT_SENTENCES } from '@/domain/article/import-problems'
import { forbidden, invalid, type ErrorKey } from '@/domain/errors'
import { may } from '@/domain/permissions'
import { readAction, type ActionFailure, type ActionResult } from '@/app/server/action'
import { BODIES } from '@/services/bodies/bounds'
import { understood } from '@/services/arrival'
import { readForm } from '@/services/bodies/multipart'
import { readLimited } from '@/services/bodies/read-limited'
import { isSameOrigin } from '@/app/server/same-origin'
import { settings } from '@/services/settings'

const STATUS: Record<ActionFailure['code'], number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  blocked: 409,
  busy: 503,
  unavailable: 503,
  invalid: 422,
  rule: 422,
  limited: 429,
  fault: 500,
}

const read = readAction(readFileSchema, readArticleFile)

/** The file field of a submitted form. @throws DomainError `invalid` */
async function fileOf(request: Request): Promise<z.output<typeof readFileSchema>> {
  const wrong = (key: ErrorKey) => invalid([{ path: 'file', key }])
  const bytes = await readLimited(request.body, BODIES.file.bytes)
  if (!bytes) throw wrong(IMPORT_SENTENCES.too_large)
  const form = await readForm(bytes, request.headers.get('content-type') ?? '', 'file')
  if (!form || !form.file || form.files > 1) throw wrong('importOneFile')
  const parsed = readFileSchema.safeParse({ file: form.file, encoding: form.fields.encoding })
  if (!parsed.success) throw wrong('wrongFormat')
  return parsed.data
}

/** Reads a file for the form, which shows its content before anything is saved. It answers like an action. */
const readSent = deskRoute(
  async ({ actor, request }) => {
    if (!isSameOrigin(request.headers, settings().publicUrl)) throw forbidden('otherOrigin')
    if (!may(actor, 'createArticle')) throw forbidden()
    const result = await read(await fileOf(request))
    return answer(result, result.ok ? 200 : STATUS[result.code])
  },
  ({ code, key, params, issues }) => answer({ ok: false, code, key, params, issues }, STATUS[code]),
)

export const POST: typeof readSent = (request, context) => {
  understood()
  return readSent(request, context)
}

function answer(body: ActionResult<unknown>, status: number): Response {
  return Response.json(body, {
    status,
    headers: { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
  })
}
