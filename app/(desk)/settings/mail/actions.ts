'use server'

import { formAction } from '@/app/server/action'
import { resendMail, sendTestMail } from '@/domain/mail/commands'
import { resendMailSchema, testMailSchema } from '@/domain/mail/schema'

export const testMailAction = formAction(testMailSchema, sendTestMail)
export const resendMailAction = formAction(resendMailSchema, resendMail)
