import { deskRoute } from '@/app/server/desk-route'
import { isSameOrigin } from '@/app/server/same-origin'
import { forbidden, invalid, issuesOf, type ErrorCode } from '@/domain/errors'
import { openedSchema } from '@/domain/sign-off/schema'
import { recordOpened } from '@/domain/sign-off/together/commands'
import { understood } from '@/services/arrival'
import { settings } from '@/services/settings'

const STATUS: Partial<Record<ErrorCode, number>> = { unauthenticated: 401, not_found: 404, invalid: 422 }

/**
 * Records that a claim is before its reader. An address rather than an action: actions wait for each other, and whoever
 * walks through claims waits for nothing.
 */
const record = deskRoute(
  async ({ actor, request }) => {
    if (!isSameOrigin(request.headers, settings().publicUrl)) throw forbidden('otherOrigin')
    const read = openedSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!read.success) throw invalid(issuesOf(read.error))
    await recordOpened(actor, read.data)
    return new Response(null, { status: 204 })
  },
  ({ code }) => new Response(null, { status: STATUS[code] ?? 403 }),
)

export const POST: typeof record = (request, context) => {
  understood()
  return record(request, context)
}
