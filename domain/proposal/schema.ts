import { claimIdSchema, proposal } from '@/domain/claim/schema'
import { canonicalText } from '@/text/canonical'

const { kind, replacement, reason } = proposal.shape

/** The whole proposal for a claim. Without words there is none. */
export const proposeWordingSchema = claimIdSchema.extend({
  replacement: replacement.transform((words) => canonicalText(words).trim()).nullable(),
  reason: reason.transform((words) => words.trim()),
  /** Absent, it stays the kind that an import gave. */
  kind: kind.removeDefault().optional(),
})
