import { z } from 'zod'
import { PRIORITIES } from '@/domain/claim/rules'
import { finding, meant } from '@/domain/claim/schema'
import { CLAIM_STATUSES } from '@/domain/claim/statuses'
import { moment } from '@/text/moment'

export const changeClaimSchema = z.object({
  id: z.uuid('notAnId'),
  /** The version that the sender saw. */
  version: z.number('required').int().positive(),
  status: z.enum(CLAIM_STATUSES).optional(),
  finding: finding.optional(),
  assigneeId: z.uuid('notAnId').nullable().optional(),
  priority: z.enum(PRIORITIES).optional(),
  dueAt: moment.nullable().optional(),
})

/**
 * For single-key commands and for panels that may be changing to another claim: `meant` names the claim on the screen.
 */
export const changeMeantSchema = changeClaimSchema.extend({ meant })
