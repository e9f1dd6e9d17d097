import { z } from '@hono/zod-openapi'
import { ANCHOR_STATES } from '@/domain/anchor/shape'
import { CLAIM_STATUSES } from '@/domain/claim/statuses'
import { OUTCOMES, REMARKS } from '@/domain/revision/rules'
import { reviseSchema } from '@/domain/revision/schema'
import { CUE_KINDS } from '@/text/cues/cue'
import { passSentencesSchema } from '@/domain/sentence/schema'
import { orNull } from '@/domain/shape'

const status = z.enum(CLAIM_STATUSES)
const place = z.object({ quote: z.string(), start: z.int(), end: z.int() })

export const newRevision = reviseSchema.omit({ articleId: true, requestKey: true }).strict()

const totals = z
  .object({
    anchored: z.int(),
    changed: z.int(),
    orphaned: z.int(),
    total: z.int().openapi({ description: 'Always anchored and changed and orphaned together.' }),
    outcomes: z.object({ unchanged: z.int(), moved: z.int(), changed: z.int(), gone: z.int() }),
  })
  .openapi('AnchorTotals')

export const revisionOutcome = z
  .object({
    revision: z.int(),
    totals,
    claims: z.array(
      z.object({
        id: z.uuid(),
        number: z.int(),
        version: z.int(),
        status,
        earlier: orNull(z.object({ status, quote: z.string() })).openapi({
          description: 'The verdict that the change of the text set back, on the words it was given on.',
        }),
        outcome: z.enum(OUTCOMES),
        remarks: z.array(z.enum(REMARKS)),
        state: z.enum(ANCHOR_STATES),
        before: orNull(place),
        after: place.openapi({
          description: 'Of an orphan: its old words, and the place where they would stand.',
        }),
      }),
    ),
  })
  .openapi('RevisionOutcome')

export const coverage = z
  .object({
    revision: z.int(),
    open: z.object({ sentences: z.int(), unreviewed: z.int(), orphaned: z.int(), changed: z.int() }),
    covered: z.boolean().openapi({ description: 'Nothing is open: the article may be cleared.' }),
    sentences: z.array(
      z.object({
        position: z.int(),
        start: z.int(),
        end: z.int(),
        text: z.string(),
        state: z.enum(['claimed', 'passed', 'open']),
        claims: z.array(z.int()).openapi({ description: 'Numbers of the claims that stand on it.' }),
        score: z.number().openapi({ description: 'How much it asks to be checked, from 0 to 1.' }),
        cues: z.array(z.enum(CUE_KINDS)),
      }),
    ),
  })
  .openapi('Coverage')

export const passedSentences = passSentencesSchema.omit({ articleId: true }).strict()

const reason = z.union([
  z.object({ kind: z.literal('words'), share: z.number() }),
  z.object({ kind: z.enum(['numbers', 'other_numbers', 'names']), values: z.array(z.string()) }),
])

export const similarStatements = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(['claim', 'sentence']),
        id: z.uuid(),
        article: z.object({ id: z.uuid(), title: z.string(), language: z.string() }),
        number: z.int().openapi({ description: 'The claim’s number, or the sentence’s position.' }),
        quote: z.string(),
        status: orNull(status),
        score: z.number().openapi({ description: 'From 0 to 1.' }),
        reasons: z.array(reason),
      }),
    ),
  })
  .openapi('SimilarStatements')

export const takenOver = z
  .object({ version: z.int().positive(), fromId: z.uuid('notAnId') })
  .strict()
  .openapi('TakeOver')
