import { z } from '@hono/zod-openapi'
import { changeClaimSchema } from '@/domain/claim/schema'
import { PRIORITIES } from '@/domain/claim/rules'
import { CLAIM_STATUSES, STANCES } from '@/domain/claim/statuses'
import { SPEAKER_KINDS } from '@/domain/claim-review/rules'
import { CLAIM_PARTS } from '@/domain/sign-off/rules'
import { signOffSchema, takeBackSignOffSchema } from '@/domain/sign-off/schema'
import { SOURCE_KINDS } from '@/domain/source/schema'
import { anchor, counts } from './article-shapes'
import { moment, orNull, person } from './shapes'

const day = z.string().nullable().openapi({ description: 'A day as YYYY-MM-DD.' })

export const source = z
  .object({
    id: z.uuid(),
    kind: z.enum(SOURCE_KINDS),
    title: z.string(),
    publisher: z.string(),
    url: z.string().nullable(),
    stance: z.enum(STANCES),
    primary: z.boolean(),
    excerpt: z.string(),
    locator: z.string(),
    published: day,
    accessed: day,
    version: z.int(),
    createdAt: moment,
    createdBy: person,
  })
  .openapi('Source')

export const sourceOfClaim = source.extend({ claimId: z.uuid() }).openapi('SourceOfClaim')

const statement = z
  .object({
    speaker: z.string(),
    speakerKind: z.enum(SPEAKER_KINDS),
    saidOn: day,
    saidAt: z.string().nullable().openapi({ description: 'The address where it appeared.' }),
    rating: z
      .int()
      .nullable()
      .openapi({ description: 'From 1, false, to 5, true; null for what the status says by itself.' }),
    ratingName: z.string().openapi({ description: 'The rating in the checker’s own words, if any.' }),
  })
  .openapi('Statement')

const status = z.enum(CLAIM_STATUSES)
const priority = z.enum(PRIORITIES)

export const claim = z
  .object({
    id: z.uuid(),
    number: z.int(),
    quote: z.string(),
    status,
    finding: z.string(),
    proposal: z
      .unknown()
      .openapi({ description: 'A proposed correction: kind, replacement, reason; or null.' }),
    earlier: z.unknown().openapi({
      description: 'The verdict that a change of the text set back: status, quote, revision; or null.',
    }),
    withdrawnWhy: z.string(),
    takenFrom: orNull(
      z.object({
        id: z.uuid(),
        number: z.int(),
        article: z.object({ id: z.uuid(), title: z.string() }),
      }),
    ).openapi({ description: 'The claim whose verdict and sources were taken over.' }),
    statement: orNull(statement).openapi({
      description: 'Who said it; null for the newsroom’s own sentence.',
    }),
    priority,
    dueAt: moment.nullable(),
    version: z.int().openapi({ description: 'To be sent back with a change.' }),
    digest: z.string().openapi({
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
      .openapi({ description: 'Whether a final report asks for a second person’s sign-off.' }),
    signOffNeed: z
      .enum(['disputed', 'disputedBefore', 'urgent', 'urgentBefore', 'every'])
      .nullable()
      .openapi({
        description:
          'Why one is needed: what made it necessary stays, though status or priority were changed since; null for no need.',
      }),
    writers: z.array(z.object({ part: z.enum(CLAIM_PARTS), person })).openapi({
      description: 'Who wrote any part of what a sign-off approves. None of them can sign the claim off.',
    }),
    createdBy: person,
    article: z.object({ id: z.uuid(), title: z.string(), language: z.string(), revision: z.int() }),
    anchor: orNull(anchor.extend({ revision: z.int() })),
    sources: z.array(source),
    may: z.object({
      review: z.boolean(),
      assign: z.boolean(),
      withdraw: z.boolean(),
      editSources: z.boolean(),
      signOff: z.boolean(),
    }),
  })
  .openapi('Claim')

export const signedOff = signOffSchema.omit({ id: true }).extend({
  digest: signOffSchema.shape.digest.openapi({
    description:
      'The claim’s digest as it was read: then nothing is signed off that was not seen. Without it only the version is compared, which a change of a source does not raise.',
  }),
})
export const takenBack = takeBackSignOffSchema.omit({ id: true })

const claimRow = z
  .object({
    id: z.uuid(),
    number: z.int(),
    quote: z.string(),
    status,
    priority,
    version: z.int(),
    dueAt: moment.nullable(),
    createdAt: moment,
    updatedAt: moment,
    article: z.object({ id: z.uuid(), title: z.string(), language: z.string() }),
    desk: orNull(z.object({ id: z.uuid(), name: z.string() })).openapi({
      description: 'The desk of its article.',
    }),
    assignee: orNull(person),
  })
  .openapi('ClaimRow')

export const claimPage = z
  .object({
    items: z.array(claimRow),
    total: z.int(),
    next: z.string().nullable(),
    previous: z.string().nullable(),
  })
  .openapi('ClaimPage')

export const claimFacetCounts = z
  .object({
    status: counts,
    assignee: z.record(z.string(), z.int()).openapi({ description: 'By the person’s id, or none.' }),
  })
  .openapi('ClaimFacets')

export const claimChange = changeClaimSchema.omit({ id: true }).strict()
