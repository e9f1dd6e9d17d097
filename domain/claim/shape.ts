import { z } from 'zod'
import { anchor, anchorCounts, anchorState } from '@/domain/anchor/shape'
import { attribution } from '@/domain/attribution/shape'
import { articleName, each, moment, orNull, person, type Read } from '@/domain/shape'
import { CLAIM_PARTS, SIGN_OFF_NEEDS } from '@/domain/sign-off/rules'
import { source } from '@/domain/source/shape'
import { PRIORITIES } from './rules'
import { CLAIM_STATUSES } from './statuses'

export const status = z.enum(CLAIM_STATUSES)
export const priority = z.enum(PRIORITIES)

const dueAt = moment.nullable().meta({ description: 'The due time of the claim itself.' })
const due = moment.nullable().meta({
  description: 'When the claim is due: at its own due time, or without one with its article.',
})
const overdue = z.boolean().meta({ description: 'Whether it is past due and nobody has reviewed it.' })

export const claim = z
  .object({
    id: z.uuid(),
    number: z.int(),
    quote: z.string(),
    status,
    finding: z.string(),
    proposal: orNull(z.object({ kind: z.string(), replacement: z.string(), reason: z.string() })).meta({
      description: 'Other words that somebody proposed for its own.',
    }),
    earlier: orNull(z.object({ status, quote: z.string(), sentences: z.string(), revision: z.int() })).meta({
      description:
        'The verdict that a change of the text set back, with the words and the revision it was given on.',
    }),
    withdrawnWhy: z.string(),
    takenFrom: orNull(
      z.object({
        id: z.uuid(),
        number: z.int(),
        article: z.object({ id: z.uuid(), title: z.string() }),
      }),
    ).meta({ description: 'The claim whose verdict and sources were taken over.' }),
    attribution: orNull(attribution).meta({
      description: 'Who said it; null for the newsroom’s own sentence.',
    }),
    priority,
    dueAt,
    due,
    overdue,
    version: z.int().meta({ description: 'To be sent back with a change.' }),
    digest: z.string().meta({
      description:
        'SHA-256, hex, of what a sign-off approves: words, status, finding and sources as they are here. Sent with a sign-off, it is refused when any of them changed since.',
    }),
    reviewedAt: moment.nullable(),
    signedOffAt: moment.nullable(),
    withdrawnAt: moment.nullable(),
    createdAt: moment,
    updatedAt: moment,
    assignee: orNull(person),
    reviewer: orNull(person),
    signer: orNull(person),
    signOffNeeded: z
      .boolean()
      .meta({ description: 'Whether a final report asks for a second person’s sign-off.' }),
    signOffNeed: z.enum(SIGN_OFF_NEEDS).nullable().meta({
      description:
        'Why one is needed: what made it necessary stays, though status or priority were changed since; null for no need.',
    }),
    writers: z
      .array(
        z.object({
          part: z.enum(CLAIM_PARTS),
          person,
          replaced: z.boolean().meta({
            description:
              'Whether the part was written anew since. Until the next sign-off they still cannot sign it off.',
          }),
        }),
      )
      .meta({
        description:
          'Who wrote any part of what a sign-off approves, since the last one. None of them can sign the claim off.',
      }),
    createdBy: person,
    article: z.object({ id: z.uuid(), title: z.string(), language: z.string(), revision: z.int() }),
    anchor: orNull(z.intersection(anchor, z.object({ revision: z.int() }))),
    sources: z.array(source),
    may: z.object({
      review: z.boolean(),
      assign: z.boolean(),
      withdraw: z.boolean(),
      editSources: z.boolean(),
      signOff: z.boolean(),
    }),
  })
  .meta({ id: 'Claim' })
/** A claim with its anchor in the newest revision, its sources, and what the reader may do with it. */
export type Claim = z.infer<typeof claim>

export const counts = each(CLAIM_STATUSES, z.int()).meta({ id: 'StatusCounts' })

const claimRow = z
  .object({
    id: z.uuid(),
    number: z.int(),
    quote: z.string(),
    status,
    anchorState,
    priority,
    version: z.int(),
    dueAt,
    due,
    overdue,
    createdAt: moment,
    updatedAt: moment,
    article: articleName,
    desk: orNull(z.object({ id: z.uuid(), name: z.string() })).meta({
      description: 'The desk of its article.',
    }),
    assignee: orNull(person),
  })
  .meta({ id: 'ClaimRow' })
export type ClaimRow = Read<typeof claimRow>

export const claimPage = z
  .object({
    items: z.array(claimRow),
    total: z.int(),
    next: z.string().nullable(),
    previous: z.string().nullable(),
  })
  .meta({ id: 'ClaimPage' })

export const claimFacets = z
  .object({
    status: counts,
    assignee: z.record(z.string(), z.int()).meta({ description: 'By the person’s id, or none.' }),
    anchor: anchorCounts,
  })
  .meta({ id: 'ClaimFacets' })
export type ClaimFacets = z.infer<typeof claimFacets>
