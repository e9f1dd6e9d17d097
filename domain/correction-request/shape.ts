import { z } from 'zod'
import { articleName, moment, orNull, person, type Read } from '@/domain/shape'
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
  /** What the desk answered, the oldest first. */
  answers: z.array(z.object({ id: z.uuid(), text: z.string(), at: moment })),
})
export type RequestStatus = Read<typeof requestStatus>

/** A correction request as the desk reads it. */
export const correctionRequest = z.object({
  id: z.uuid(),
  phrase: z.string(),
  problem: z.string(),
  source: z.string(),
  address: z.string(),
  language: z.string(),
  createdAt: moment,
  /** Who sent it, for those who may answer. */
  sender: orNull(z.object({ name: z.string(), email: z.string() })),
  /** What a mail to the sender is about, in the language of the request. */
  subject: z.string(),
  answers: z.array(z.object({ id: z.uuid(), text: z.string(), at: moment, by: person })),
  may: z.object({ answer: z.boolean() }),
})
export type CorrectionRequest = Read<typeof correctionRequest>
