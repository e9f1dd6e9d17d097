import type { NoticeKind } from './rules'

/** What a notice says, wherever it is read. */
export type NoticeFacts = {
  id: string
  kind: NoticeKind
  /** The name of who caused it, with or without an account; empty when time did. */
  by: string
  claims: number
  words: string
  article: { title: string } | null
  claim: { number: number; quote: string } | null
}

/** The words of notices in one language. */
export type NoticeWords = {
  (key: `sentence.${NoticeKind}`, values: { name: string; count: number }): string
  (key: 'mail.article', values: { title: string }): string
  (key: 'mail.claim', values: { number: number; quote: string }): string
  (key: 'mail.daily', values: { count: number }): string
  (key: 'mail.dailyBegins'): string
  (key: 'mail.why', values: { address: string }): string
}

type Text = { subject: string; text: string }

/** What a reader's program shows of a quote before its lines become hard to read. */
const QUOTE_MAX = 400

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
const cut = (text: string) =>
  text.length > QUOTE_MAX
    ? `${text
        .slice(0, QUOTE_MAX)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`
    : text

const sentence = (t: NoticeWords, { kind, by, claims }: NoticeFacts) =>
  t(`sentence.${kind}`, { name: oneLine(by), count: claims })

/** Where a notice is opened: the desk then marks it as read and leads on. */
const addressOf = (publicUrl: string, { id }: NoticeFacts) => `${publicUrl}/notices/${id}`

function paragraphsOf(t: NoticeWords, publicUrl: string, notice: NoticeFacts): string {
  const { article, claim, words } = notice
  const about = [
    article && t('mail.article', { title: oneLine(article.title) }),
    claim && t('mail.claim', { number: claim.number, quote: cut(oneLine(claim.quote)) }),
  ].filter(Boolean)
  const parts = [about.join('\n'), words.trim(), addressOf(publicUrl, notice)]
  return [sentence(t, notice), ...parts.filter((part) => part !== '')].join('\n\n')
}

const footOf = (t: NoticeWords, publicUrl: string) =>
  `--\n${t('mail.why', { address: `${publicUrl}/settings/notices` })}`

/** The mail of one notice: who did what, on which article and claim, what was said, and the way there. */
export const noticeMail = (t: NoticeWords, publicUrl: string, notice: NoticeFacts): Text => ({
  subject: sentence(t, notice),
  text: `${paragraphsOf(t, publicUrl, notice)}\n\n${footOf(t, publicUrl)}\n`,
})

/** The mail of a day: its notices in their order, each like a mail of its own. */
export const dailyMail = (t: NoticeWords, publicUrl: string, notices: readonly NoticeFacts[]): Text => ({
  subject: t('mail.daily', { count: notices.length }),
  text: [
    t('mail.dailyBegins'),
    ...notices.map((one) => `* * *\n\n${paragraphsOf(t, publicUrl, one)}`),
    `${footOf(t, publicUrl)}\n`,
  ].join('\n\n'),
})
