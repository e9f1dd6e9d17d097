'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { sendReaderReport } from '@/domain/reader-report/commands'
import { sendReaderReportSchema, type SendReaderReport } from '@/domain/reader-report/schema'
import { openAction } from '@/app/server/action'
import { senderOfRequest } from '@/app/server/request'
import { TRAP, type ReportFormState } from './report-state'

type Given = Record<string, string>

function typed(form: FormData): Given {
  const fields = [...form].filter((one): one is [string, string] => typeof one[1] === 'string')
  return Object.fromEntries(fields.filter(([name]) => !name.startsWith('$')))
}

/** Handles the report form. It answers with everything that was typed, or redirects to the status page. */
export async function sendReportAction(_: ReportFormState, form: FormData): Promise<ReportFormState> {
  const values = typed(form)
  const [t, tErrors] = await Promise.all([getTranslations('readers'), getTranslations('errors')])
  const trap = values[TRAP] ?? ''
  if (trap !== '') return { values, problems: { [TRAP]: t('report.trap') }, failure: tErrors('invalid') }
  const sender = await senderOfRequest()
  const send = openAction(
    sendReaderReportSchema,
    (report: SendReaderReport) => sendReaderReport(report, { sender }),
    'own',
  )
  const result = await send({ ...values, articleId: values.articleId || undefined } as never)
  if (result.ok)
    redirect(
      `/corrections/reports/${result.value.secret}?sent=1&language=${encodeURIComponent(values.language ?? '')}`,
    )
  const sentence = (key: string, params?: object) => tErrors(key as 'invalid', params as never)
  return {
    values,
    problems: Object.fromEntries(
      result.issues.map((issue) => [issue.path, sentence(issue.key, issue.params)]),
    ),
    failure: sentence(result.key, result.params),
  }
}
