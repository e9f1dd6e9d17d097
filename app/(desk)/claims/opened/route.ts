import { deskRoute } from '@/app/server/desk-route'
import { isSameOrigin } from '@/app/server/same-origin'
import { forbidden } from '@/domain/errors'
import { understood } from '@/services/arrival'
import { settings } from '@/services/settings'
import { recordOpenedAction } from '../actions'

const STATUS: Record<string, number> = {
  unauthenticated: 401,
  not_found: 404,
  invalid: 422,
  unavailable: 503,
}

const answer = (code?: string) =>
  new Response(null, { status: code === undefined ? 204 : (STATUS[code] ?? 403) })

/**
 * Records that a claim is before its reader. An address as well as an action: actions wait for each other, and whoever
 * walks through claims waits for nothing.
 */
const record = deskRoute(
  async ({ request }) => {
    if (!isSameOrigin(request.headers, settings().publicUrl)) throw forbidden('otherOrigin')
    const { searchParams } = new URL(request.url)
    const [id, digest] = [searchParams.get('id') ?? '', searchParams.get('digest') ?? '']
    const result = await recordOpenedAction({ id, digest })
    return result.ok ? answer() : answer(result.code)
  },
  ({ code }) => answer(code),
)

export const POST: typeof record = (request, context) => {
  understood()
  return record(request, context)
}
