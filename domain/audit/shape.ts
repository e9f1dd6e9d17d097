import { z } from 'zod'
import { articleName } from '@/domain/shape'
import { CHAIN_FAULTS } from '@/domain/history/chain'
import { checkpointSchema } from './schema'

/** A fault in a history. `stray` means that one of its lines continues no chain. */
const auditFault = z.object({
  /** Null in the administration history, which belongs to no article. */
  article: articleName.omit({ language: true }).nullable(),
  position: z.int(),
  fault: z.enum([...CHAIN_FAULTS, 'stray']),
})
export type AuditFault = z.infer<typeof auditFault>

export const auditStep = z.object({
  /** How many lines this step proved, and how many histories it found whole. */
  lines: z.int(),
  chains: z.int(),
  fault: auditFault.nullable(),
  /** Where the next step begins; null after the last step or when a fault was found. */
  next: checkpointSchema.nullable(),
})
export type AuditStep = z.infer<typeof auditStep>
