import { z } from 'zod'
import { CORRECTION_KINDS } from '@/domain/correction/rules'
import { articleName, moment, pageShape, type Read } from '@/domain/shape'

const publishedCorrection = z.object({
  id: z.uuid(),
  number: z.int(),
  kind: z.enum(CORRECTION_KINDS),
  wrong: z.string(),
  right: z.string(),
  note: z.string(),
  explanation: z.string(),
  publishedAt: moment,
  /** When readers were last notified: of its publication or of a substantive amendment. */
  updatedAt: moment,
  /** When the correction or its article last changed, for caches only. */
  changedAt: moment,
  article: articleName.extend({
    /** A public web address. */
    url: z.string().nullable(),
  }),
})
export type PublishedCorrection = Read<typeof publishedCorrection>

export const publishedPage = pageShape(publishedCorrection)
export type PublishedPage = Read<typeof publishedPage>
