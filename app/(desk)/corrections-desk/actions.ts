'use server'

import {
  acknowledgeCorrection,
  amendCorrection,
  approveAmendment,
  approveCorrection,
  assignOwner,
  changeCorrection,
  closeCorrectionRequest,
  publishCorrection,
  refuseAmendment,
  rejectCorrection,
  secondCorrection,
  startCorrection,
  withdrawAmendment,
} from '@/domain/correction/commands'
import {
  amendCorrectionSchema,
  assignOwnerSchema,
  changeCorrectionSchema,
  closeCorrectionRequestSchema,
  correctionStepSchema,
  rejectCorrectionSchema,
  startCorrectionSchema,
} from '@/domain/correction/schema'
import { answerCorrectionRequest } from '@/domain/correction-request/commands'
import { answerRequestSchema } from '@/domain/correction-request/schema'
import { dismissRipple, openRipple } from '@/domain/ripple/commands'
import { dismissRippleSchema, openRippleSchema } from '@/domain/ripple/schema'
import { formAction } from '@/app/server/action'

export const startCorrectionAction = formAction(startCorrectionSchema, startCorrection)
export const changeCorrectionAction = formAction(changeCorrectionSchema, changeCorrection)
export const acknowledgeAction = formAction(correctionStepSchema, acknowledgeCorrection)
export const approveAction = formAction(correctionStepSchema, approveCorrection)
export const secondAction = formAction(correctionStepSchema, secondCorrection)
export const publishAction = formAction(correctionStepSchema, publishCorrection)
export const rejectAction = formAction(rejectCorrectionSchema, rejectCorrection)
export const amendAction = formAction(amendCorrectionSchema, amendCorrection)
export const approveAmendmentAction = formAction(correctionStepSchema, approveAmendment)
export const refuseAmendmentAction = formAction(rejectCorrectionSchema, refuseAmendment)
export const withdrawAmendmentAction = formAction(correctionStepSchema, withdrawAmendment)
export const assignOwnerAction = formAction(assignOwnerSchema, assignOwner)
export const closeCorrectionRequestAction = formAction(closeCorrectionRequestSchema, closeCorrectionRequest)
export const answerCorrectionRequestAction = formAction(answerRequestSchema, answerCorrectionRequest)
export const openRippleAction = formAction(openRippleSchema, openRipple)
export const dismissRippleAction = formAction(dismissRippleSchema, dismissRipple)
