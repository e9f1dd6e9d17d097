import { z } from 'zod'
import { orNull, person } from '@/domain/shape'
import { presenceSchema } from './schema'

/** Something changed. It names records and says nothing of their content, which is asked for as usual. */
export const liveChange = z
  .object({
    articleId: orNull(z.uuid()).meta({ description: 'Null for a change that belongs to no article.' }),
    claimIds: orNull(z.array(z.uuid())).meta({
      description: 'The claims that changed; null when there are too many to name, so that any may have.',
    }),
    verbs: z.array(z.string()).meta({ description: 'What happened, as the history names it.' }),
  })
  .meta({ id: 'LiveChange' })
export type LiveChange = z.output<typeof liveChange>

/** Everybody else who is at a claim of the article. It replaces the list before it. */
export const livePresence = z
  .object({
    present: z.array(
      z.object({
        claimNumber: z.int(),
        person,
        typing: z.boolean().meta({ description: 'Whether they have typed within the last few seconds.' }),
      }),
    ),
  })
  .meta({ id: 'LivePresence' })
export type LivePresence = z.output<typeof livePresence>

/** The first message of a stream, with the moment from which it hears. */
export const liveReady = z
  .object({ now: z.int().meta({ description: 'Milliseconds since 1970, by the desk’s clock.' }) })
  .meta({ id: 'LiveReady' })

/** The messages of a stream, by the name of their event. */
export type LiveMessage =
  | { event: 'ready'; data: z.output<typeof liveReady> }
  | { event: 'change'; data: LiveChange }
  | { event: 'resync' | 'notice' | 'beat'; data: Record<string, never> }
  | { event: 'presence'; data: LivePresence }

/** What an instance tells all others, itself included: a change, whose sessions and tokens to check again, or who has a notice. */
export const notification = z.object({
  change: liveChange.optional(),
  /** A person's id, or `all`. */
  check: z.string().optional(),
  /** The people who were given a notice. */
  noticed: z.array(z.string()).optional(),
})
export type Notification = z.output<typeof notification>

/** Where a person is, as instances tell each other. */
export const presenceTold = presenceSchema.extend({ person })
export type PresenceTold = z.output<typeof presenceTold>
