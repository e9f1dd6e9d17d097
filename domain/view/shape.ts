import { z } from 'zod'
import { moment, orNull, person, type Read } from '@/domain/shape'
import { VIEWED_LISTS } from './lists'

export const savedView = z
  .object({
    id: z.uuid(),
    list: z.enum(VIEWED_LISTS),
    name: z.string(),
    query: z.string(),
    address: z.string().meta({ description: 'The path of the page that shows it.' }),
    shared: z.boolean(),
    owner: person,
    version: z.int().meta({ description: 'To be sent back with a change.' }),
    count: orNull(z.int()).meta({
      description:
        'How many rows it shows to the reader; null when the desk no longer understands its filters.',
    }),
    start: z.boolean().meta({ description: 'Whether the reader’s day begins with it.' }),
    updatedAt: moment,
    may: z.object({ change: z.boolean(), share: z.boolean() }),
  })
  .meta({ id: 'SavedView' })
export type SavedView = Read<typeof savedView>

export const savedViews = z.object({ items: z.array(savedView) }).meta({ id: 'SavedViews' })
