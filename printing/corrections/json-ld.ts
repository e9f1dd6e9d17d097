import type { PublishedCorrection } from '@/domain/published-correction/shape'
import { correctionUrl } from './words'

type Publisher = { publicUrl: string; newsroom: string }

/** The note, or else the right words: a comment must have a text. */
const textOf = ({ note, right, wrong }: PublishedCorrection) => note || right || wrong

/** An article and its corrections in schema.org terms: NewsArticle, CorrectionComment, NewsMediaOrganization. */
export function correctedArticle(
  corrections: readonly [PublishedCorrection, ...PublishedCorrection[]],
  { publicUrl, newsroom }: Publisher,
): object {
  const [{ article }] = corrections
  const updated = Math.max(...corrections.map(({ updatedAt }) => updatedAt.getTime()))
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    inLanguage: article.language,
    ...(article.url && { url: article.url, mainEntityOfPage: article.url }),
    dateModified: new Date(updated).toISOString(),
    correction: corrections.map((one) => ({
      '@type': 'CorrectionComment',
      '@id': `urn:uuid:${one.id}`,
      url: correctionUrl(publicUrl, one.number),
      text: textOf(one),
      inLanguage: article.language,
      datePublished: one.publishedAt.toISOString(),
      dateModified: one.updatedAt.toISOString(),
    })),
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: newsroom,
      url: publicUrl,
      correctionsPolicy: `${publicUrl}/corrections/policy`,
    },
  }
}
