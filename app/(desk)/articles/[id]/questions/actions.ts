'use server'

import { ask, revokeQuestion, takeAnswer } from '@/domain/question/commands'
import { askSchema, questionAddress, revokeQuestionSchema, takeAnswerSchema } from '@/domain/question/schema'
import { settings } from '@/services/settings'
import { formAction } from '@/app/server/action'

export const askAction = formAction(askSchema, async (actor, input) => {
  const { secret, ...made } = await ask(actor, input)
  return { ...made, address: questionAddress(settings().publicUrl, secret, input.language) }
})
export const revokeQuestionAction = formAction(revokeQuestionSchema, revokeQuestion)
export const takeAnswerAction = formAction(takeAnswerSchema, takeAnswer)
