import 'server-only'
import { createTranslator } from 'use-intl/core'
import type { Tx } from '@/prisma/client'
import { messagesOf } from '@/services/messages'
import { formatTag, localeOf, type Locale } from '@/text/locale'
import { choicesOf, type Choices } from './choices'
import type { NoticeFacts, NoticeWords } from './mail-text'

/** A person who may be told something, and how. */
export type Listener = { id: string; email: string; language: Locale; choices: Choices }

/** The people among these who may still sign in, by id. */
export async function openListeners(tx: Tx, ids: readonly string[]): Promise<Map<string, Listener>> {
  const people = await tx.user.findMany({
    where: { id: { in: [...new Set(ids)] }, deactivatedAt: null },
    select: { id: true, email: true, language: true, noticeChoices: true },
  })
  return new Map(
    people.map(({ id, email, language, noticeChoices }) => [
      id,
      { id, email, language: localeOf(language ?? ''), choices: choicesOf(noticeChoices) },
    ]),
  )
}

/** Notices as mails tell them, in the order of the ids. */
export async function openNotices(
  tx: Tx,
  ids: readonly string[],
): Promise<(NoticeFacts & { personId: string })[]> {
  const rows = await tx.notice.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, personId: true, kind: true, claims: true, words: true, outside: true },
      by: { select: { name: true } },
      article: { select: { title: true } },
      claim: { select: { number: true, quote: true } },
    },
  })
  return rows.map(({ by, outside, ...row }) => ({ ...row, by: by?.name ?? outside }))
}

/** The words of notices in one language. */
export const noticeWords = (locale: Locale): NoticeWords =>
  createTranslator({ locale: formatTag(locale) as Locale, messages: messagesOf(locale).notices })
