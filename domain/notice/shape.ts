import { z } from 'zod'
import { moment, orNull, pageShape, person, type Read } from '@/domain/shape'
import { NOTICE_KINDS } from './rules'

export const notice = z
  .object({
    id: z.uuid(),
    kind: z.enum(NOTICE_KINDS),
    at: moment,
    readAt: orNull(moment),
    by: orNull(person).meta({
      description: 'Who caused it; null when time did, or somebody without an account.',
    }),
    outside: z.string().meta({
      description: 'The name of somebody without an account who caused it, or empty.',
    }),
    article: orNull(z.object({ id: z.uuid(), title: z.string(), language: z.string() })).meta({
      description: 'Null when it is about claims of several articles.',
    }),
    claim: orNull(z.object({ id: z.uuid(), number: z.int(), quote: z.string() })).meta({
      description: 'Null when it is about several claims, or about an article as a whole.',
    }),
    claims: z.int().meta({ description: 'How many claims it is about.' }),
    words: z.string().meta({ description: 'The beginning of what was said: a comment, or a reason.' }),
  })
  .meta({ id: 'Notice' })
export type NoticeLine = Read<typeof notice>

export const noticePage = pageShape(notice)
  .extend({ unread: z.int().meta({ description: 'How many notices are unread, on all pages.' }) })
  .meta({ id: 'NoticePage' })
export type NoticePage = Read<typeof noticePage>
