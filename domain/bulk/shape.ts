import { z } from 'zod'
import { articleName, moment } from '@/domain/shape'
import { PRIORITIES } from '@/domain/claim/rules'
import { CLAIM_STATUSES } from '@/domain/claim/statuses'
import type { ErrorKey } from '@/domain/errors'
import { BULK_OUTCOMES, type BulkKind, type BulkOutcome } from './rules'

export const bulkOutcome = z.enum(BULK_OUTCOMES)

const counts = z.object({
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  conflict: z.int(),
})

const item = z.object({
  id: z.uuid(),
  number: z.int(),
  article: articleName,
  outcome: bulkOutcome
    .nullable()
    .meta({ description: 'null while the claim waits; `conflict` when somebody else changed it first.' }),
  refusal: z.string().nullable().meta({ description: 'Names the broken rule, in every language.' }),
  version: z
    .int()
    .meta({ description: 'The claim’s version after the change, or the one it was chosen with.' }),
  undone: bulkOutcome
    .nullable()
    .meta({ description: 'What undoing did: `changed` for a claim that has its earlier values again.' }),
  undoRefusal: z.string().nullable(),
})

export const bulkChange = z.object({
  id: z.uuid().meta({ description: 'To be undone by.' }),
  at: moment,
  undoneAt: moment.nullable(),
  total: z.int(),
  waiting: z.int().meta({ description: 'Claims that were not reached; the same request goes on with them.' }),
  counts,
  undone: counts,
  items: z.array(item).meta({ description: 'One result per claim, in the order of the list.' }),
})

type Counts = Record<BulkOutcome, number>

/** How far a bulk change has come. */
export type BulkProgress = {
  id: string
  total: number
  /** Claims not reached yet, by the change or by its undoing. */
  waiting: number
  counts: Counts
  undone: Counts
}

/** A claim that did not become as wanted, with the reason. */
export type LeftClaim = {
  id: string
  number: number
  article: { id: string; title: string; language: string }
  key: ErrorKey
}

/** A bulk change that stopped before its end. */
export type UnfinishedBulk = BulkProgress & {
  kind: BulkKind
  at: string
  /** Whether it is its undoing that stopped. */
  undoing: boolean
  left: LeftClaim[]
}

const storedMoment = z.coerce.date()

/** The wanted values as a bulk change stores them. */
export const storedFields = z.object({
  status: z.enum(CLAIM_STATUSES).optional(),
  priority: z.enum(PRIORITIES).optional(),
  dueAt: storedMoment.nullable().optional(),
  assigneeId: z.string().nullable().optional(),
  assigneeIds: z.array(z.string()).optional(),
})

/** The values of a claim before a bulk change, as they are stored for its undoing. */
export const storedEarlier = z.object({
  fields: storedFields.omit({ assigneeIds: true }),
  verdict: z
    .object({
      reviewedById: z.string().nullable(),
      reviewedAt: storedMoment.nullable(),
      earlier: z.unknown(),
      takenFromId: z.string().nullable(),
      /** The people named as writers of the status. */
      by: z.array(z.string()),
    })
    .optional(),
})
export type Earlier = z.output<typeof storedEarlier>
