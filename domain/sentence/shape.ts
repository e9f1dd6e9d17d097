import { z } from 'zod'
import { CUE_KINDS } from '@/text/cues/cue'
import { PARTS } from '@/text/reading'

const open = z.object({ sentences: z.int(), unreviewed: z.int(), orphaned: z.int(), changed: z.int() })
/** What prevents clearing an article: undecided sentences, unreviewed claims, and orphaned or changed anchors. */
export type Open = z.infer<typeof open>

export const coverage = z
  .object({
    revision: z.int(),
    open,
    covered: z.boolean().meta({ description: 'Nothing is open: the article may be cleared.' }),
    sentences: z.array(
      z.object({
        position: z.int().meta({ description: 'The headline’s come behind those of the text.' }),
        part: z.enum(PARTS),
        start: z.int(),
        end: z.int(),
        text: z.string(),
        /**
         * `claimed`: a claim stands on it. `passed`: there is nothing to check, because a person said so or because a
         * headline or heading states nothing. `open`: nobody has decided.
         */
        state: z.enum(['claimed', 'passed', 'open']),
        claims: z.array(z.int()).meta({ description: 'Numbers of the claims that stand on it.' }),
        /** A sentence with a score of at least `WORTH_CHECKING` is suggested. */
        score: z.number().meta({ description: 'How much it asks to be checked, from 0 to 1.' }),
        cues: z.array(z.enum(CUE_KINDS)),
      }),
    ),
  })
  .meta({ id: 'Coverage' })
export type Coverage = z.infer<typeof coverage>
export type CoveredSentence = Coverage['sentences'][number]
