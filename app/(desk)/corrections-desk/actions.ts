'use server'

import type { z } from 'zod'
import {
  acknowledgeCorrection,
  amendCorrection,
  approveAmendment,
  approveCorrection,
  assignOwner,
  changeCorrection,
  closeReport,
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
  closeReportSchema,
  correctionStepSchema,
  rejectCorrectionSchema,
  startCorrectionSchema,
} from '@/domain/correction/schema'
import { dismissRipple, openRipple } from '@/domain/ripple/commands'
import { dismissRippleSchema, openRippleSchema } from '@/domain/ripple/schema'
import { formAction } from '@/services/action'

type Step = z.input<typeof correctionStepSchema>

export async function startCorrectionAction(input: z.input<typeof startCorrectionSchema>) {
  return formAction(startCorrectionSchema, startCorrection)(input)
}

export async function changeCorrectionAction(input: z.input<typeof changeCorrectionSchema>) {
  return formAction(changeCorrectionSchema, changeCorrection)(input)
}

export async function acknowledgeAction(input: Step) {
  return formAction(correctionStepSchema, acknowledgeCorrection)(input)
}

export async function approveAction(input: Step) {
  return formAction(correctionStepSchema, approveCorrection)(input)
}

export async function secondAction(input: Step) {
  return formAction(correctionStepSchema, secondCorrection)(input)
}

export async function publishAction(input: Step) {
  return formAction(correctionStepSchema, publishCorrection)(input)
}

export async function rejectAction(input: z.input<typeof rejectCorrectionSchema>) {
  return formAction(rejectCorrectionSchema, rejectCorrection)(input)
}

export async function amendAction(input: z.input<typeof amendCorrectionSchema>) {
  return formAction(amendCorrectionSchema, amendCorrection)(input)
}

export async function approveAmendmentAction(input: Step) {
  return formAction(correctionStepSchema, approveAmendment)(input)
}

export async function refuseAmendmentAction(input: z.input<typeof rejectCorrectionSchema>) {
  return formAction(rejectCorrectionSchema, refuseAmendment)(input)
}

export async function withdrawAmendmentAction(input: Step) {
  return formAction(correctionStepSchema, withdrawAmendment)(input)
}

export async function assignOwnerAction(input: z.input<typeof assignOwnerSchema>) {
  return formAction(assignOwnerSchema, assignOwner)(input)
}

export async function closeReportAction(input: z.input<typeof closeReportSchema>) {
  return formAction(closeReportSchema, closeReport)(input)
}

export async function openRippleAction(input: z.input<typeof openRippleSchema>) {
  return formAction(openRippleSchema, openRipple)(input)
}

export async function dismissRippleAction(input: z.input<typeof dismissRippleSchema>) {
  return formAction(dismissRippleSchema, dismissRipple)(input)
}
