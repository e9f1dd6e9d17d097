import { z } from 'zod'
import { newSourceSchema } from '@/domain/source/schema'
import { listOf } from '@/text/list'
import { PARTS } from '@/text/reading'
import { requestKey, wellFormed } from '@/text/wellformed'
import { FINDING_MAX, PRIORITIES, QUOTE_MAX } from './rules'
import { CLAIM_STATUSES } from './statuses'

export const finding = wellFormed(z.string('wrongType').max(FINDING_MAX))
const quote = wellFormed(z.string('required').min(1).max(QUOTE_MAX))
const context = wellFormed(z.string('wrongType').max(1_000))
/** The most sources that a new claim may bring. */
const SOURCES_MAX = 100
const offset = z.number('wrongType').int().min(0)
/** The part in which the words are searched; without it, both text and headline. */
const part = z.enum(PARTS, 'notOneOf').optional()

/** Words that somebody proposes for those of a claim. */
export const proposal = z.object({
  kind: wellFormed(z.string().max(40)).default('correction'),
  replacement: wellFormed(z.string().max(QUOTE_MAX)),
  reason: wellFormed(z.string().max(2_000)).default(''),
})

/** A claim that comes in with its article. `rationale` and `correction` are the field names of older files. */
export const newClaimSchema = z
  .object({
    quote,
    prefix: context.optional(),
    suffix: context.optional(),
    start: offset.optional(),
    part,
    status: z.enum(CLAIM_STATUSES).default('unreviewed'),
    finding: finding.optional(),
    rationale: finding.optional(),
    correction: proposal.optional(),
    priority: z.enum(PRIORITIES).default('normal'),
    sources: listOf(newSourceSchema, SOURCES_MAX).default([]),
  })
  .transform(({ rationale, correction, finding: written, ...claim }) => ({
    ...claim,
    finding: written ?? rationale ?? '',
    proposal: correction,
  }))
export type NewClaim = z.output<typeof newClaimSchema>

/** Words of an article's newest revision. `start` decides between copies only when the words stand there. */
export const makeClaimSchema = z.object({
  articleId: z.uuid('notAnId'),
  /** The number of the revision that the sender saw. */
  revision: z.number().int().positive(),
  quote,
  prefix: context.optional(),
  suffix: context.optional(),
  start: offset.optional(),
  part,
  requestKey,
})

/** The claim that was on the screen when somebody pressed a key or button of its panel. */
export const meant = z.uuid('notAnId')

export const claimIdSchema = z.object({ id: z.uuid('notAnId'), version: z.number().int().positive() })

export const withdrawClaimSchema = claimIdSchema.extend({
  /** The reason, for people who later look for a claim whose words are gone from the text. */
  why: wellFormed(z.string('wrongType').trim().max(1_000)).optional(),
})
