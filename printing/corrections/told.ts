import type { PublishedCorrection } from '@/domain/published-correction/shape'
import { directionOf } from '@/text/direction'
import { localeOf, type Locale } from '@/text/locale'
import { messagesOf } from '@/services/messages'
import { markup, type Markup } from '../markup'

const paragraphs = (text: string): Markup[] =>
  text
    .split(/\n\s*\n|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => markup`<p>${line}</p>`)

/** What a correction tells readers, as a block with its language and direction. */
export function toldHtml(correction: PublishedCorrection, locale: Locale): Markup {
  const { language } = correction.article
  const words = messagesOf(localeOf(language, locale)).readers.correction
  const part = (label: string, text: string) =>
    text.trim() === '' ? null : markup`<p><strong>${label}</strong></p>${paragraphs(text)}`
  return markup`<div lang="${language}" dir="${directionOf(language)}">${paragraphs(correction.note)}${part(words.wrong, correction.wrong)}${part(words.right, correction.right)}${part(words.explanation, correction.explanation)}</div>`
}
