'use server'

import { issueReport } from '@/domain/report/commands'
import { issueReportSchema } from '@/domain/report/schema'
import { signOffTogetherSchema, withdrawTogetherSchema } from '@/domain/sign-off/schema'
import { signOffTogether, withdrawTogether } from '@/domain/sign-off/together/commands'
import { formAction } from '@/app/server/action'

export const signOffTogetherAction = formAction(signOffTogetherSchema, signOffTogether)
export const withdrawTogetherAction = formAction(withdrawTogetherSchema, withdrawTogether)

export const issueReportAction = formAction(issueReportSchema, issueReport)
