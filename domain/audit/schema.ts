import { z } from 'zod'
import type { Checkpoint } from './rules'

export const checkpointSchema = z.object({
  articleId: z.uuid('notAnId').nullable(),
  position: z.number('wrongType').int().min(0).max(2_147_483_647).nullable(),
}) satisfies z.ZodType<Checkpoint>
