import { z } from 'zod'
import { listOf } from '@/text/list'
import { readCursor } from './cursor'
import { limit, parts } from './schema'
import {
  firstOrder,
  naturalOrder,
  type AnyList,
  type ListParams,
  type Keyset,
  type Selection,
  type SortBy,
} from './table'

const ORDERS = ['asc', 'desc'] as const

type FilterShape<L extends AnyList> = {
  [Name in keyof L['filters']]: z.ZodOptional<L['filters'][Name]['schema']>
}

/** The filters as an address writes them; all are optional. */
export const filterShape = <L extends AnyList>({ filters }: L) =>
  Object.fromEntries(
    Object.entries(filters).map(([name, { schema }]) => [name, schema.optional()]),
  ) as FilterShape<L>

function orderShape({ columns, several }: AnyList) {
  const sort = z.enum(Object.keys(columns))
  if (!several) return { sort: sort.optional(), order: z.enum(ORDERS).optional() }
  return {
    // Repeated columns must stay here, because orders are matched to columns by position.
    sort: z.string().max(400).transform(parts).pipe(listOf(sort, 20)).optional(),
    order: z
      .string()
      .max(60)
      .transform((value) => value.split(','))
      .pipe(listOf(z.enum(ORDERS), 20))
      .optional(),
  }
}

type Asked = { sort?: string | string[]; order?: 'asc' | 'desc' | ('asc' | 'desc')[] }

/** The columns with their orders; a repeated column counts only where it appears first. */
function sortsOf(list: AnyList, { sort = [], order = [] }: Asked, chosen: Record<string, unknown>): SortBy[] {
  const [sorts, orders] = [[sort].flat(), [order].flat()]
  const { nearest } = list
  const value = nearest && chosen[nearest.filter]
  const differs = value !== undefined && list.filters[nearest?.filter ?? '']?.distance?.(value, () => '')
  const first = nearest && differs ? [nearest.column] : []
  const asked = sorts.length ? sorts : [...first, ...firstOrder(list).map((one) => one.sort)]
  return asked
    .map((one, index): SortBy => ({ sort: one, order: orders[index] ?? naturalOrder(list, one) }))
    .filter((one, index) => asked.indexOf(one.sort) === index)
}

function keysetOf(
  list: AnyList,
  by: SortBy[],
  cursor: string,
  fail: (key: string) => void,
): Keyset | undefined {
  const decoded = readCursor(list, by, cursor)
  if (!decoded) fail('cursorInvalid')
  return decoded ?? undefined
}

/** A schema that transforms the parameters of an address. */
type Reads<Output> = z.ZodPipe<z.ZodObject, z.ZodTransform<Output>>

type Written = Asked & { limit?: number; after?: string; before?: string }

const cursorSchema = (list: AnyList) => ('named' in list ? list.named.schema : z.string().max(list.cursorMax))

/** The filters, order and page of a list, as an address or a query string writes them. */
export function listParams<L extends AnyList>(list: L): Reads<ListParams<L>> {
  const cursor = cursorSchema(list).optional()
  const shape = { ...filterShape(list), ...orderShape(list), limit: limit.optional() }
  return z.object({ ...shape, after: cursor, before: cursor }).transform((given, ctx) => {
    const { sort, order, limit: size, after, before, ...chosen } = given as Written
    const by = sortsOf(list, { sort, order }, chosen)
    const at = (field: 'after' | 'before', written: string | undefined) =>
      written
        ? keysetOf(list, by, written, (message) => ctx.addIssue({ code: 'custom', path: [field], message }))
        : undefined
    const window = { limit: size ?? list.pageSize, after: at('after', after), before: at('before', before) }
    return { ...chosen, by, ...window }
  }) as unknown as Reads<ListParams<L>>
}

/** The filters and the order without a page; `more` adds further parameters. */
export function selectionParams<L extends AnyList, More extends z.ZodRawShape>(
  list: L,
  more: More,
): Reads<Selection<L> & z.output<z.ZodObject<More>>> {
  const shape = { ...filterShape(list), ...orderShape(list), ...more }
  return z.object(shape).transform((given) => {
    const { sort, order, ...chosen } = given as Asked
    return { ...chosen, by: sortsOf(list, { sort, order }, chosen) }
  }) as unknown as Reads<Selection<L> & z.output<z.ZodObject<More>>>
}

/** The address of a page in a list with only one order. */
export const pageSchema = (list: AnyList) => z.object({ after: cursorParam(list).optional() })

/** The cursor after which a page begins, in a list with only one order. */
export const cursorParam = (list: AnyList) =>
  cursorSchema(list).transform((cursor, ctx) =>
    keysetOf(list, firstOrder(list), cursor, (message) => ctx.addIssue({ code: 'custom', message })),
  )
