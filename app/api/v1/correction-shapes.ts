import { z } from '@hono/zod-openapi'
import { CLAIM_STATUSES } from '@/domain/claim/statuses'
import {
  CORRECTION_KINDS,
  CORRECTION_STATES,
  FOUND_BY,
  RIPPLE_STATES,
  SEVERITIES,
  STEPS,
} from '@/domain/correction/rules'
import {
  amendCorrectionSchema,
  correctionStepSchema,
  rejectCorrectionSchema,
  startCorrectionSchema,
  updateCorrectionSchema,
} from '@/domain/correction/schema'
import { dismissRippleSchema } from '@/domain/ripple/schema'
import { moment, orNull, person } from '@/domain/shape'

const kind = z.enum(CORRECTION_KINDS)
const severity = z.enum(SEVERITIES)
const state = z.enum(CORRECTION_STATES)
const article = z.object({ id: z.uuid(), title: z.string(), language: z.string() })
const claim = z.object({ id: z.uuid(), number: z.int(), status: z.enum(CLAIM_STATUSES) })

const correctionRow = z
  .object({
    id: z.uuid(),
    number: z.int().openapi({ description: 'Of the whole desk.' }),
    kind,
    severity,
    state,
    quote: z.string(),
    wrong: z.string(),
    right: z.string(),
    version: z.int(),
    reportedAt: moment,
    publishedAt: moment.nullable(),
    dueAt: moment.nullable().openapi({ description: 'When the next step is due; null once none is.' }),
    overdue: z.boolean(),
    article,
    owner: orNull(person),
    openRipples: z.int(),
  })
  .openapi('CorrectionRow')

export const correctionPage = z
  .object({
    items: z.array(correctionRow),
    total: z.int(),
    next: z.string().nullable(),
    previous: z.string().nullable(),
  })
  .openapi('CorrectionPage')

export const correction = z
  .object({
    id: z.uuid(),
    number: z.int(),
    kind,
    severity,
    state,
    foundBy: z.enum(FOUND_BY),
    quote: z.string().openapi({ description: 'The words that are wrong; empty for the whole article.' }),
    revision: z.int().openapi({ description: 'The revision in which they were found.' }),
    replacement: z.string().nullable(),
    wrong: z.string(),
    right: z.string(),
    note: z.string().openapi({ description: 'What readers see, in the article’s language.' }),
    explanation: z.string(),
    asked: z.string(),
    fixedElsewhere: z.string(),
    fixedIn: z.int().nullable().openapi({ description: 'The revision that its publication made.' }),
    reportedAt: moment,
    acknowledgedAt: moment.nullable(),
    approvedAt: moment.nullable(),
    secondAt: moment.nullable(),
    publishedAt: moment.nullable(),
    rejectedAt: moment.nullable(),
    rejectedWhy: z.string(),
    updatedForReadersAt: moment.nullable(),
    version: z.int().openapi({ description: 'To be sent back with a change.' }),
    createdAt: moment,
    updatedAt: moment,
    article: article.extend({ revision: z.int() }),
    claim: orNull(claim),
    owner: orNull(person),
    reportedBy: orNull(person),
    acknowledgedBy: orNull(person),
    approvedBy: orNull(person),
    secondBy: orNull(person),
    publishedBy: orNull(person),
    rejectedBy: orNull(person),
    rippleOf: orNull(
      z.object({ id: z.uuid(), number: z.int(), wrong: z.string(), right: z.string(), article }),
    ),
    amendments: z.array(
      z.object({
        id: z.uuid(),
        before: z.unknown(),
        reason: z.string(),
        substantive: z.boolean(),
        at: moment,
        by: person,
        approvedBy: orNull(person).openapi({ description: 'The second person, where one was needed.' }),
      }),
    ),
    proposal: orNull(
      z.object({
        id: z.uuid(),
        kind,
        wrong: z.string(),
        right: z.string(),
        note: z.string(),
        explanation: z.string(),
        reason: z.string(),
        substantive: z.boolean(),
        proposedBy: person,
        proposedAt: moment,
        may: z.object({ decide: z.boolean(), withdraw: z.boolean() }),
      }),
    ).openapi({
      description: 'An amendment that waits for a second person; readers see nothing of it until then.',
    }),
    writers: z
      .array(person)
      .openapi({ description: 'Who wrote any part of it. None of them can be the second person.' }),
    secondRefused: z
      .enum(['secondIsApprover', 'secondIsWriter'])
      .nullable()
      .openapi({ description: 'Why the reader cannot be the second person; null when they can.' }),
    openRipples: z.int(),
    dueAt: moment.nullable(),
    due: z.object({ acknowledge: moment, publish: moment }),
    overdue: z.boolean(),
    late: z.boolean().openapi({ description: 'Readers need an explanation of why it took so long.' }),
    needsSecond: z.boolean().openapi({
      description: 'Whether it is, or was at any time, serious or a retraction: then two people decide.',
    }),
    nextStep: z.enum(STEPS).nullable(),
    may: z.object({ change: z.boolean(), handle: z.boolean(), second: z.boolean() }),
  })
  .openapi('Correction')

export const newCorrection = startCorrectionSchema.omit({ requestKey: true }).strict()
export const correctionChange = updateCorrectionSchema.omit({ id: true }).strict()
export const correctionStep = correctionStepSchema.omit({ id: true }).strict()
export const refusal = rejectCorrectionSchema.omit({ id: true }).strict()
export const amendment = amendCorrectionSchema.omit({ id: true }).strict()

const reason = z.union([
  z.object({ kind: z.literal('words'), share: z.number() }),
  z.object({ kind: z.enum(['numbers', 'other_numbers', 'names']), values: z.array(z.string()) }),
])

export const ripple = z
  .object({
    id: z.uuid(),
    quote: z.string(),
    score: z.number().openapi({ description: 'How alike, from 0 to 1.' }),
    reasons: z.array(reason),
    state: z.enum(RIPPLE_STATES),
    why: z.string(),
    decidedAt: moment.nullable(),
    article,
    claim: orNull(claim),
    made: orNull(z.object({ id: z.uuid(), number: z.int(), state })),
    decidedBy: orNull(person),
  })
  .openapi('Ripple')

export const ripples = z.object({ items: z.array(ripple) }).openapi('Ripples')

export const rippleDecision = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('opened') }).strict(),
    dismissRippleSchema
      .omit({ id: true })
      .extend({ state: z.literal('not_affected') })
      .strict(),
  ])
  .openapi('RippleDecision')
