import { z } from 'zod'
import type { QueuedClaim } from '@/domain/claim/queue/queries'

/** The parameters of a list's page, which a walk through the whole list has no use for. */
const OF_PAGE = ['limit', 'after', 'before', 'columns']

/** The parameter that holds which claim of the list is open, counted from 1. */
export const PLACE = 'queue'

/** The place in an address; null when no list is walked. */
export const placeIn = z.coerce.number().int().min(1).max(10_000_000).nullable().catch(null)

/** The filters and the order of a list as its address writes them. */
export function listQuery(written: Record<string, string>): Record<string, string> {
  const dropped = new Set([...OF_PAGE, PLACE])
  return Object.fromEntries(Object.entries(written).filter(([name]) => !dropped.has(name)))
}

const withQuery = (path: string, query: Record<string, string>) => {
  const written = new URLSearchParams(query).toString()
  return written ? `${path}?${written}` : path
}

export const wholeList = (query: Record<string, string>) => withQuery('/claims', query)

/** Where the walk through a list begins. */
export const reviewHref = (query: Record<string, string>) => withQuery('/claims/review', query)

/** A claim of a walked list: the list's own address, with the claim as the place where its page begins. */
export const queuedHref = (query: Record<string, string>, place: number, at: QueuedClaim) =>
  withQuery(`/articles/${at.articleId}/claims/${at.number}`, {
    ...query,
    after: at.cursor,
    [PLACE]: String(place),
  })
