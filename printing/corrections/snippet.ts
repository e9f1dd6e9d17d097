import type { PublishedCorrection } from '@/domain/published-correction/shape'
import { directionOf } from '@/text/direction'
import { localeOf, type Locale } from '@/text/locale'
import { messagesOf } from '@/services/messages'
import { scriptOf } from '../json-ld'
import { markup } from '../markup'
import { correctedArticle } from './json-ld'
import { correctionUrl, kindLabel } from './words'

type Given = {
  correction: PublishedCorrection
  /** All corrections of the article, because the markup describes the article as a whole. */
  ofArticle: readonly PublishedCorrection[]
  publicUrl: string
  newsroom: string
  /** The day of publication, as readers write it. */
  day: string
  locale: Locale
}

/** A box for the article's own page, with markup for search engines. It contains its style and loads nothing. */
export function snippetOf({ correction, ofArticle, publicUrl, newsroom, day, locale }: Given): string {
  const { language } = correction.article
  const speaks = localeOf(language, locale)
  const box = markup`<aside lang="${language}" dir="${directionOf(language)}" style="border:1px solid;border-inline-start-width:4px;padding:.75em 1em">
  <p><strong>${kindLabel(correction.kind, speaks)}</strong> <time datetime="${correction.publishedAt.toISOString()}">${day}</time></p>
  <p>${correction.note || correction.right}</p>
  <p><a href="${correctionUrl(publicUrl, correction.number)}">${messagesOf(speaks).readers.embed.more}</a></p>
</aside>`
  const others = ofArticle.filter(({ id }) => id !== correction.id)
  return `${box.toString()}\n${scriptOf(correctedArticle([correction, ...others], { publicUrl, newsroom }))}`
}

type Frame = { articleId: string; publicUrl: string; newsroom: string; locale: Locale }

/** A frame that always shows an article's newest corrections. */
export function frameOf({ articleId, publicUrl, newsroom, locale }: Frame): string {
  const address = `${publicUrl}/corrections/embed?article=${articleId}&language=${locale}`
  const title = messagesOf(locale).readers.embed.title.replace('{newsroom}', () => newsroom)
  return markup`<iframe src="${address}" title="${title}" loading="lazy" style="width:100%;height:20em;border:1px solid"></iframe>`.toString()
}
