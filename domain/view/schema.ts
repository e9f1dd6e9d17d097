import { z } from 'zod'
import { nameOf, wellFormed } from '@/text/wellformed'
import { VIEWED_LISTS } from './lists'

/** In characters. */
const NAME_MAX = 80
const QUERY_MAX = 4_000

const name = nameOf(NAME_MAX)
const query = wellFormed(z.string('wrongType').max(QUERY_MAX)).meta({
  description: 'Filters, order and columns, as the address of the list writes them after its question mark.',
})
const shared = z.boolean('wrongType').meta({ description: 'Whether everybody at the desk sees it.' })

export const saveViewSchema = z.object({
  list: z.enum(VIEWED_LISTS),
  name,
  query: query.default(''),
  shared: shared.default(false),
})

export const viewIdSchema = z.object({ id: z.uuid('notAnId') })

/** Only the given fields change. */
export const changeViewSchema = viewIdSchema.extend({
  /** The version that the sender saw. */
  version: z.number('required').int().positive(),
  name: name.optional(),
  query: query.optional(),
  shared: shared.optional(),
})

/** The view that a person's day begins with; null for the desk's own first page. */
export const chooseStartSchema = z.object({ id: z.uuid('notAnId').nullable() })

export const listViewsSchema = z.object({ list: z.enum(VIEWED_LISTS).optional() })
