import { z } from '@hono/zod-openapi'
import {
  amendCorrectionSchema,
  correctionStepSchema,
  rejectCorrectionSchema,
  startCorrectionSchema,
  updateCorrectionSchema,
} from '@/domain/correction/schema'
import { dismissRippleSchema } from '@/domain/ripple/schema'
import { ripple } from '@/domain/ripple/shape'

export const newCorrection = startCorrectionSchema.omit({ requestKey: true }).strict()
export const correctionChange = updateCorrectionSchema.omit({ id: true }).strict()
export const correctionStep = correctionStepSchema.omit({ id: true }).strict()
export const refusal = rejectCorrectionSchema.omit({ id: true }).strict()
export const amendment = amendCorrectionSchema.omit({ id: true }).strict()

export const ripples = z.object({ items: z.array(ripple) }).openapi('Ripples')

export const rippleDecision = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('opened') }).strict(),
    dismissRippleSchema
      .omit({ id: true })
      .extend({ state: z.literal('not_affected') })
      .strict(),
  ])
  .openapi('RippleDecision')
