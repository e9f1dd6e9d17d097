import { mayCreateArticle } from '@/domain/article/policy'
import { readArticleFile, readFileSchema } from '@/domain/article/reading'
import { IMPORT_SENTENCES } from '@/domain/article/import-problems'
import { readAction, type ActionFailure } from '@/services/action'
import { BODIES } from '@/services/bodies/bounds'
import { understood } from '@/services/arrival'
import { readForm } from '@/services/bodies/multipart'
import { readLimited } from '@/services/bodies/read-limited'
import { isSameOrigin } from '@/services/same-origin'
import { currentActor } from '@/services/session'
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

/** What stands in a file, for the form that shows it before anything is saved; answers as an action does. */
export async function POST(request: Request): Promise<Response> {
  understood()
  if (!isSameOrigin(request.headers, settings().publicUrl)) return refused('forbidden', 'otherOrigin')
  const actor = await currentActor()
  if (!actor) return refused('unauthenticated', 'unauthenticated')
  if (!mayCreateArticle(actor)) return refused('forbidden', 'forbidden')
  const bytes = await readLimited(request.body, BODIES.file.bytes)
  if (!bytes) return refused('invalid', IMPORT_SENTENCES.too_large)
  const form = await readForm(bytes, request.headers.get('content-type') ?? '', 'file')
  if (!form || !form.file || form.files > 1) return refused('invalid', 'importOneFile')
  const parsed = readFileSchema.safeParse({ file: form.file, encoding: form.fields.encoding })
  if (!parsed.success) return refused('invalid', 'wrongFormat')
  const result = await read(parsed.data)
  return answer(result, result.ok ? 200 : STATUS[result.code])
}

function refused(code: 'unauthenticated' | 'forbidden' | 'invalid', key: string): Response {
  const issues = code === 'invalid' ? [{ path: 'file', key }] : []
  const failure: ActionFailure = { ok: false, code, key, params: {}, issues }
  return answer(failure, STATUS[code])
}

function answer(body: object, status: number): Response {
  return Response.json(body, {
    status,
    headers: { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
  })
}
