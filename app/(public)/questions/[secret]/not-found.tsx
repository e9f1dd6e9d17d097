import { getTranslations } from 'next-intl/server'
import { addressAsked } from '@/app/server/request'
import { DomainError } from '@/domain/errors'
import { endOfQuestion } from '@/domain/question/asked/queries'

/** Why the requested address does not open: `unknown` for all that never were one. */
async function endOfAddress(): Promise<'revoked' | 'expired' | 'unknown'> {
  const [, secret = ''] = /^\/questions\/([^/?]+)/.exec((await addressAsked()) ?? '') ?? []
  try {
    return (await endOfQuestion(secret)) ?? 'unknown'
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') return 'unknown'
    throw error
  }
}

/** The address of a question that has ended, or never was one. It tells nothing of the question. */
export default async function NoQuestion() {
  const t = await getTranslations('question.page.ended')
  const end = await endOfAddress()
  return (
    <>
      <h1 className="text-2xl font-semibold">{t(`${end}.title`)}</h1>
      <p>{t(`${end}.text`)}</p>
    </>
  )
}
