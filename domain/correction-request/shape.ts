import { z } from 'zod'
import { articleName, moment, type Read } from '@/domain/shape'
import { REQUEST_STATES } from './rules'

export const requestStatus = z.object({
  state: z.enum(REQUEST_STATES),
  phrase: z.string(),
  problem: z.string(),
  sentAt: moment,
  language: z.string(),
  article: articleName.omit({ id: true }).nullable(),
  /** The number of the published correction for this request. */
  correction: z.int().nullable(),
  /** The reason for closing it, if somebody on the desk wrote one for the sender. */
  closedWhy: z.string(),
})
export type RequestStatus = Read<typeof requestStatus>
