import 'server-only'
import { createTranslator } from 'use-intl/core'
import { queueMail } from '@/domain/mail/write'
import { hashOf, secretOf } from '@/domain/question/open'
import { questionAddress } from '@/domain/question/schema'
import type { Tx } from '@/prisma/client'
import { newId } from '@/services/ids'
import { messagesOf } from '@/services/messages'
import { settings } from '@/services/settings'
import { formatTag, localeOf } from '@/text/locale'

type Mailed = {
  id: string
  name: string
  email: string
  language: string
  text: string
  hash: string
  dueAt: Date | null
  article: { title: string; confidential: boolean }
}

const TIME = { dateStyle: 'long', timeStyle: 'short', numberingSystem: 'latn' } as const

function words(language: string) {
  const locale = localeOf(language)
  const { mail } = messagesOf(locale).question
  const { newsroomName: newsroom, newsroomTimeZone: timeZone } = settings()
  return {
    newsroom,
    t: createTranslator({ locale: formatTag(locale) as 'en', messages: mail }),
    at: (moment: Date) => new Intl.DateTimeFormat(formatTag(locale), { ...TIME, timeZone }).format(moment),
  }
}

/** The title of a confidential article stays out of mail, which others may read. */
const titleOf = ({ article }: Mailed) => (article.confidential ? '' : article.title)

/** The paragraphs of a mail. */
const paragraphs = (...all: (string | false | null)[]) => all.filter(Boolean).join('\n\n')

/** Sends the address of a question. @returns false when the desk sends no mail */
export async function mailQuestion(tx: Tx, asked: Mailed): Promise<boolean> {
  if (asked.email === '') return false
  const { t, at, newsroom } = words(asked.language)
  const address = questionAddress(settings().publicUrl, secretOf(asked.id), asked.language)
  return queueMail(tx, {
    ...{ key: `question:${asked.id}`, to: asked.email, language: asked.language },
    subject: t('asked.subject', { newsroom }),
    text: paragraphs(
      t('greeting', { name: asked.name }),
      t('asked.text', { newsroom }),
      titleOf(asked) && t('article', { title: titleOf(asked) }),
      !asked.article.confidential && asked.text,
      asked.dueAt && t('due', { at: at(asked.dueAt) }),
      t('address'),
      address,
      t('personal'),
    ),
  })
}

/**
 * Reminds of a question, once for each `which` and day. Without the secret that its address was made with, nothing is
 * sent.
 */
export async function mailReminder(tx: Tx, asked: Mailed & { dueAt: Date }, which: 'before' | 'due') {
  const secret = secretOf(asked.id)
  if (asked.email === '' || hashOf(secret) !== asked.hash) return
  const { t, at, newsroom } = words(asked.language)
  await queueMail(tx, {
    ...{ key: `question:${asked.id}:${which}`, to: asked.email, language: asked.language },
    subject: t('reminder.subject', { newsroom }),
    text: paragraphs(
      t('greeting', { name: asked.name }),
      t(`reminder.${which}`, { newsroom, at: at(asked.dueAt) }),
      titleOf(asked) && t('article', { title: titleOf(asked) }),
      t('address'),
      questionAddress(settings().publicUrl, secret, asked.language),
    ),
  })
}

/** Sends the code that opens a question. @returns false when the desk sends no mail */
export async function mailCode(tx: Tx, asked: Pick<Mailed, 'email' | 'language'>, code: string) {
  const { t, newsroom } = words(asked.language)
  return queueMail(tx, {
    ...{ key: `question-code:${newId()}`, to: asked.email, language: asked.language },
    subject: t('code.subject', { newsroom }),
    text: paragraphs(t('code.text', { newsroom }), code, t('code.unasked')),
  })
}
