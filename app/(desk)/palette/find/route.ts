import { getLocale } from 'next-intl/server'
import { readAddress } from '@/app/address'
import { deskRoute } from '@/app/server/desk-route'
import { wrongAddress } from '@/app/server/wrong-address'
import { findByName } from '@/domain/palette/queries'
import { paletteParamsSchema } from '@/domain/palette/schema'

const headers = { 'cache-control': 'no-store' }

/** What fits the typed words, for the palette. An address rather than an action, so that a browser can cancel it. */
export const GET = deskRoute(
  async ({ actor, request }) => {
    const { params, issues } = await readAddress(paletteParamsSchema, request)
    if (issues.length > 0) return wrongAddress(issues, await getLocale())
    return Response.json(await findByName(actor, params), { headers })
  },
  ({ code }) => new Response(null, { status: code === 'unauthenticated' ? 401 : 403, headers }),
)
