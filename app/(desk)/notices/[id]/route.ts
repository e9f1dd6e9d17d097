import { deskRoute } from '@/app/server/desk-route'
import { openNoticeAction } from '../actions'

const goTo = (location: string) =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })

/**
 * Leads from a notice, in the desk or in a mail, to what it is about, and marks it as read. It changes nothing else and
 * nothing for others, so that it may be a link.
 */
export const GET = deskRoute<{ id: string }>(
  async ({ params }) => {
    const opened = await openNoticeAction(params)
    return goTo(opened.ok ? opened.value : '/notices')
  },
  (_, { params }) => goTo(`/sign-in?callbackUrl=${encodeURIComponent(`/notices/${params.id}`)}`),
)
