import { z } from 'zod'
import { newSourceSchema } from '@/domain/source/schema'
import { listOf } from '@/text/list'
import { moment } from '@/text/moment'
import { requestKey, wellFormed } from '@/text/wellformed'
import { FINDING_MAX, PRIORITIES, QUOTE_MAX } from './rules'
import { CLAIM_STATUSES } from './statuses'

export const finding = wellFormed(z.string('wrongType').max(FINDING_MAX))
const quote = wellFormed(z.string('required').min(1).max(QUOTE_MAX))
const context = wellFormed(z.string('wrongType').max(1_000))
/** Sources that come with a claim. */
const SOURCES_MAX = 100
const offset = z.number('wrongType').int().min(0)

const proposal = z.object({
  kind: wellFormed(z.string().max(40)).default('correction'),
  replacement: wellFormed(z.string().max(QUOTE_MAX)),
  reason: wellFormed(z.string().max(2_000)).default(''),
})

/** A claim as it comes in with its article. `rationale` and `correction` are the words older files use. */
export const newClaimSchema = z
  .object({
    quote,
    prefix: context.optional(),
    suffix: context.optional(),
    start: offset.optional(),
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

/** Words of an article's newest revision; `start` alone never decides between copies unless the words stand there. */
export const makeClaimSchema = z.object({
  articleId: z.uuid('notAnId'),
  /** The number of the revision that was read. */
  revision: z.number().int().positive(),
  quote,
  prefix: context.optional(),
  suffix: context.optional(),
  start: offset.optional(),
  requestKey,
})

export const changeClaimSchema = z.object({
  id: z.uuid('notAnId'),
  /** The version that was read. */
  version: z.number('required').int().positive(),
  status: z.enum(CLAIM_STATUSES).optional(),
  finding: finding.optional(),
  assigneeId: z.uuid('notAnId').nullable().optional(),
  priority: z.enum(PRIORITIES).optional(),
  dueAt: moment.nullable().optional(),
})

/** What a press on a claim's panel also says: the claim that was on the screen when it was made. */
export const meant = z.uuid('notAnId')

export const claimIdSchema = z.object({ id: z.uuid('notAnId'), version: z.number().int().positive() })

export const withdrawClaimSchema = claimIdSchema.extend({
  /** Why, for those who look for it later: an orphan's words are gone from the text. */
  why: wellFormed(z.string('wrongType').trim().max(1_000)).optional(),
})

export const assignClaimsSchema = z.object({
  claims: listOf(claimIdSchema, 200).min(1),
  assigneeId: z.uuid('notAnId').nullable(),
})

/** For a command of a single key, or of a panel that may be changing: it names the claim that was meant. */
export const changeMeantSchema = changeClaimSchema.extend({ meant })
