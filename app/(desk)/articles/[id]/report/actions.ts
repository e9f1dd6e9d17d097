'use server'

import type { z } from 'zod'
import { issueReport } from '@/domain/report/commands'
import { issueReportSchema } from '@/domain/report/schema'
import { formAction } from '@/services/action'

export async function issueReportAction(input: z.input<typeof issueReportSchema>) {
  return formAction(issueReportSchema, issueReport)(input)
}
