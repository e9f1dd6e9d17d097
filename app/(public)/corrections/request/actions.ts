'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { sendCorrectionRequest } from '@/domain/correction-request/commands'
import { sendCorrectionRequestSchema, type SendCorrectionRequest } from '@/domain/correction-request/schema'
import { openAction } from '@/app/server/action'
import { senderOfRequest } from '@/app/server/request'
import { TRAP, type RequestFormState } from './request-state'

type Given = Record<string, string>

function typed(form: FormData): Given {
  const fields = [...form].filter((one): one is [string, string] => typeof one[1] === 'string')
  return Object.fromEntries(fields.filter(([name]) => !name.startsWith('$')))
}

/** Handles the request form. It answers with everything that was typed, or redirects to the status page. */
export async function sendCorrectionRequestAction(
  _: RequestFormState,
  form: FormData,
): Promise<RequestFormState> {
  const values = typed(form)
  const [t, tErrors] = await Promise.all([getTranslations('readers'), getTranslations('errors')])
  const trap = values[TRAP] ?? ''
  if (trap !== '') return { values, problems: { [TRAP]: t('request.trap') }, failure: tErrors('invalid') }
  const sender = await senderOfRequest()
  const send = openAction(
    sendCorrectionRequestSchema,
    (request: SendCorrectionRequest) => sendCorrectionRequest(request, { sender }),
    'own',
  )
  const result = await send({ ...values, articleId: values.articleId || undefined } as never)
  if (result.ok)
    redirect(
      `/corrections/requests/${result.value.secret}?sent=1&language=${encodeURIComponent(values.language ?? '')}`,
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
