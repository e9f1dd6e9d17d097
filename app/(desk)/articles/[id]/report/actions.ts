'use server'

import { issueReport } from '@/domain/report/commands'
import { issueReportSchema } from '@/domain/report/schema'
import { formAction } from '@/app/server/action'

export const issueReportAction = formAction(issueReportSchema, issueReport)
