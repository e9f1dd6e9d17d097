import { z } from 'zod'
import { articleList } from '@/domain/article/list'
import { claimList } from '@/domain/claim/list'
import { issuesOf, type Issue } from '@/domain/errors'
import { lastOfEach, listHref } from '@/domain/list/address'
import { selectionParams } from '@/domain/list/params'
import { names } from '@/domain/list/schema'

const columns = names.optional()

/** The lists of which a view can be saved, each with its page and what its address may say beside the page. */
export const VIEWED = {
  claims: { list: claimList, path: '/claims', schema: selectionParams(claimList, { columns }) },
  articles: { list: articleList, path: '/articles', schema: selectionParams(articleList, { columns }) },
} as const

export type ViewedList = keyof typeof VIEWED
export const VIEWED_LISTS = Object.keys(VIEWED) as [ViewedList, ...ViewedList[]]

/** Where in a list the reader is, which no view keeps. */
const PLACE = ['after', 'before', 'limit']

type Understood = { ok: true; query: string } | { ok: false; issues: Issue[] }

/**
 * The filters, order and columns of an address, without the page it is on and without defaults. An unknown or unusable
 * parameter is named, so that no view shows other rows than it seems to.
 */
export function understoodQuery(name: ViewedList, written: string): Understood {
  const { list, path, schema } = VIEWED[name]
  const given = lastOfEach(new URLSearchParams(written))
  for (const one of PLACE) delete given[one]
  const known = new Set([...Object.keys(list.filters), 'sort', 'order', 'columns'])
  const unknown = Object.keys(given).filter((one) => !known.has(one))
  const read: z.ZodSafeParseResult<unknown> = schema.safeParse(given)
  const issues = [
    ...unknown.map((one): Issue => ({ path: one, key: 'unknownField' })),
    ...(read.success ? [] : issuesOf(read.error, given)),
  ]
  if (issues.length > 0)
    return { ok: false, issues: issues.map((one) => ({ ...one, path: `query.${one.path}`.slice(0, 200) })) }
  return { ok: true, query: listHref(list, path, {}, given).slice(path.length + 1) }
}

/** The address at which a view is seen. */
export const viewHref = ({ list, query }: { list: string; query: string }): string => {
  const { path } = VIEWED[list as ViewedList]
  return query ? `${path}?${query}` : path
}
