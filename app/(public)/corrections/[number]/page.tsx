import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { DomainError } from '@/domain/errors'
import { getPublished, type PublishedDetail } from '@/domain/published-correction/queries'
import { isUpdated, readNumber } from '@/domain/published-correction/rules'
import { correctedArticle } from '@/printing/corrections/json-ld'
import { correctionUrl } from '@/printing/corrections/words'
import { scriptOf } from '@/printing/json-ld'
import { settings } from '@/services/settings'
import { asked } from '@/app/server/asked'
import { publicMetadata } from '../../metadata'
import { KindBadge } from '../kind-badge'
import { ownWords } from '../own-words'
import { Changes } from './changes'
import { Snippet } from './snippet'

type Props = { params: Promise<{ number: string }> }

const read = cache(async (given: string): Promise<PublishedDetail> => {
  const number = readNumber(given)
  if (number === null) notFound()
  try {
    return await getPublished(number)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') notFound()
    throw error
  }
})

export async function generateMetadata({ params }: Props) {
  const { kind, number, article } = await read((await params).number)
  const t = await getTranslations('readers')
  return publicMetadata(`${t(`kind.${kind}`)}: ${article.title}`, `/corrections/${number}`)
}

export default async function CorrectionPage({ params }: Props) {
  const correction = await read((await params).number)
  const [t, format, locale, { href }] = await Promise.all([
    getTranslations('readers'),
    getFormatter(),
    getLocale(),
    asked(),
  ])
  const { kind, number, article, publishedAt, updatedAt, ofArticle } = correction
  const { publicUrl, newsroomName: newsroom } = settings()
  const own = ownWords(article.language)
  const others = ofArticle.filter(({ id }) => id !== correction.id)
  const title = <span {...own}>{article.title}</span>
  const when = (at: Date) => <time dateTime={at.toISOString()}>{format.dateTime(at, 'long')}</time>
  const markup = scriptOf(correctedArticle([correction, ...others], { publicUrl, newsroom }))
  return (
    <>
      <div className="grid gap-2">
        <p className="public-facts">
          <KindBadge kind={kind} label={t(`kind.${kind}`)} />
          {when(publishedAt)}
        </p>
        <h1 className="text-2xl font-semibold">
          {t('correction.title', { kind: t(`kind.${kind}`), number: String(number) })}
        </h1>
        <p className="text-lg">
          {article.url ? (
            <a className="link" href={article.url}>
              {title}
            </a>
          ) : (
            title
          )}
        </p>
      </div>
      {correction.note && (
        <p className="public-prose public-note" {...own}>
          {correction.note}
        </p>
      )}
      {(['wrong', 'right', 'explanation'] as const).map(
        (field) =>
          correction[field] && (
            <section key={field} className="public-section">
              <h2>{t(`correction.${field}`)}</h2>
              <p className="public-prose" {...own}>
                {correction[field]}
              </p>
            </section>
          ),
      )}
      <section className="public-section">
        <h2>{t('correction.facts')}</h2>
        <dl className="public-pairs">
          <dt>{t('correction.published')}</dt>
          <dd>{when(publishedAt)}</dd>
          {isUpdated(correction) && (
            <>
              <dt>{t('correction.updated')}</dt>
              <dd>{when(updatedAt)}</dd>
            </>
          )}
          <dt>{t('correction.permanent')}</dt>
          <dd>
            <bdi dir="ltr">{correctionUrl(publicUrl, number)}</bdi>
          </dd>
        </dl>
      </section>
      <Changes changes={correction.changes} language={article.language} />
      {others.length > 0 && (
        <section className="public-section">
          <h2>{t('correction.others')}</h2>
          <ul className="public-list">
            {others.map((one) => (
              <li key={one.id}>
                <a className="link" href={href(`/corrections/${one.number}`)}>
                  {t('correction.title', { kind: t(`kind.${one.kind}`), number: String(one.number) })}
                </a>{' '}
                <span className="text-ink-muted">{when(one.publishedAt)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a className="link" href={href('/corrections/request', { article: article.id })}>
          {t('correction.request')}
        </a>
      </p>
      <Snippet correction={correction} locale={locale} />
      <div hidden dangerouslySetInnerHTML={{ __html: markup }} />
    </>
  )
}
