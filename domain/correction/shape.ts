import { z } from 'zod'
import { status } from '@/domain/claim/shape'
import { articleName, moment, orNull, person, type Read } from '@/domain/shape'
import { CORRECTION_KINDS, CORRECTION_STATES, FOUND_BY, SEVERITIES, STEPS } from './rules'

const kind = z.enum(CORRECTION_KINDS)
const severity = z.enum(SEVERITIES)
export const state = z.enum(CORRECTION_STATES)
/** The claim that a correction or a ripple concerns. */
export const correctedClaim = z.object({ id: z.uuid(), number: z.int(), status })

export const correctionRow = z
  .object({
    id: z.uuid(),
    number: z.int().meta({ description: 'Of the whole desk.' }),
    kind,
    severity,
    state,
    quote: z.string(),
    wrong: z.string(),
    right: z.string(),
    version: z.int(),
    reportedAt: moment,
    publishedAt: moment.nullable(),
    dueAt: moment.nullable().meta({ description: 'When the next step is due; null once none is.' }),
    overdue: z.boolean(),
    article: articleName,
    owner: orNull(person),
    openRipples: z.int(),
  })
  .meta({ id: 'CorrectionRow' })
export type CorrectionRow = Read<typeof correctionRow>

export const correctionPage = z
  .object({
    items: z.array(correctionRow),
    total: z.int(),
    next: z.string().nullable(),
    previous: z.string().nullable(),
  })
  .meta({ id: 'CorrectionPage' })

export const correction = z
  .object({
    id: z.uuid(),
    number: z.int(),
    kind,
    severity,
    state,
    foundBy: z.enum(FOUND_BY),
    quote: z.string().meta({ description: 'The words that are wrong; empty for the whole article.' }),
    revision: z.int().meta({ description: 'The revision in which they were found.' }),
    replacement: z.string().nullable(),
    wrong: z.string(),
    right: z.string(),
    note: z.string().meta({ description: 'What readers see, in the article’s language.' }),
    explanation: z.string(),
    asked: z.string(),
    fixedElsewhere: z.string(),
    fixedIn: z.int().nullable().meta({ description: 'The revision that its publication made.' }),
    reportedAt: moment,
    acknowledgedAt: moment.nullable(),
    approvedAt: moment.nullable(),
    secondAt: moment.nullable(),
    publishedAt: moment.nullable(),
    rejectedAt: moment.nullable(),
    rejectedWhy: z.string(),
    updatedForReadersAt: moment.nullable(),
    version: z.int().meta({ description: 'To be sent back with a change.' }),
    createdAt: moment,
    updatedAt: moment,
    article: articleName.extend({ revision: z.int() }),
    claim: orNull(correctedClaim),
    owner: orNull(person),
    reportedBy: orNull(person),
    acknowledgedBy: orNull(person),
    approvedBy: orNull(person),
    secondBy: orNull(person),
    publishedBy: orNull(person),
    rejectedBy: orNull(person),
    rippleOf: orNull(
      z.object({ id: z.uuid(), number: z.int(), wrong: z.string(), right: z.string(), article: articleName }),
    ),
    amendments: z.array(
      z.object({
        id: z.uuid(),
        before: z.unknown(),
        reason: z.string(),
        substantive: z.boolean(),
        at: moment,
        by: person,
        approvedBy: orNull(person).meta({ description: 'The second person, where one was needed.' }),
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
        decisionRefused: z.enum(['amendmentIsOwn', 'amendmentIsWritten']).nullable().meta({
          description:
            'Why the reader cannot decide on it: who worded any of it since the last approval cannot; null when they can.',
        }),
        may: z.object({ decide: z.boolean(), withdraw: z.boolean() }),
      }),
    ).meta({
      description: 'An amendment that waits for a second person; readers see nothing of it until then.',
    }),
    writers: z
      .array(person)
      .meta({ description: 'Who wrote any part of it. None of them can be the second person.' }),
    secondRefused: z
      .enum(['secondIsApprover', 'secondIsWriter'])
      .nullable()
      .meta({ description: 'Why the reader cannot be the second person; null when they can.' }),
    openRipples: z.int(),
    dueAt: moment.nullable(),
    due: z.object({ acknowledge: moment, publish: moment }),
    overdue: z.boolean(),
    late: z.boolean().meta({ description: 'Readers need an explanation of why it took so long.' }),
    needsSecond: z.boolean().meta({
      description: 'Whether it is, or was at any time, serious or a retraction: then two people decide.',
    }),
    nextStep: z.enum(STEPS).nullable(),
    may: z.object({ change: z.boolean(), handle: z.boolean(), second: z.boolean() }),
  })
  .meta({ id: 'Correction' })
/** A correction with the person of each step, its next due time, and what the reader may do with it. */
export type CorrectionDetail = Read<typeof correction>
