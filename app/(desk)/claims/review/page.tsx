import { redirect } from 'next/navigation'
import { readAddress, type Search } from '@/app/address'
import { pageTitle } from '@/app/server/page-title'
import { requireActor } from '@/app/server/session'
import { claimListParamsSchema } from '@/domain/claim/list'
import { firstOfQueue } from '@/domain/claim/queue/queries'
import { wholeList, listQuery, queuedHref } from './address'

export const generateMetadata = pageTitle((t) => t('claims.review'))

/** Opens the first claim of a list, from where the walk through it goes on. An empty list is shown itself. */
export default async function ReviewPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor()
  const { params, used } = await readAddress(claimListParamsSchema, searchParams)
  const query = listQuery(used)
  const first = await firstOfQueue(actor, params)
  redirect(first ? queuedHref(query, 1, first) : wholeList(query))
}
