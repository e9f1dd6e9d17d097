import { z } from 'zod'
import { STANCES } from '@/domain/claim/statuses'
import { day, moment, person } from '@/domain/shape'
import { SOURCE_KINDS } from './schema'

export const source = z
  .object({
    id: z.uuid(),
    kind: z.enum(SOURCE_KINDS),
    title: z.string(),
    publisher: z.string(),
    url: z.string().nullable(),
    stance: z.enum(STANCES),
    primary: z.boolean(),
    excerpt: z.string(),
    locator: z.string(),
    published: day,
    accessed: day,
    version: z.int(),
    createdAt: moment,
    createdBy: person,
  })
  .meta({ id: 'Source' })
export type Source = z.infer<typeof source>

export const sourceOfClaim = z
  .intersection(source, z.object({ claimId: z.uuid() }))
  .meta({ id: 'SourceOfClaim' })
export type SourceOfClaim = z.infer<typeof sourceOfClaim>
