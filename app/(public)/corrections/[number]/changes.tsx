import { getFormatter, getTranslations } from 'next-intl/server'
import { TOLD, type Change } from '@/domain/published-correction/rules'
import { ownWords } from '../own-words'

/** What a correction said before each change, and the reason for the change. */
export async function Changes({ changes, language }: { changes: readonly Change[]; language: string }) {
  const [t, format] = await Promise.all([getTranslations('readers'), getFormatter()])
  if (changes.length === 0) return null
  const own = ownWords(language)
  return (
    <section className="public-section">
      <h2>{t('correction.changes')}</h2>
      <p className="text-sm text-ink-muted">{t('correction.changesHint')}</p>
      <ol className="mt-3">
        {changes.map(({ at, reason, substantive, was }, index) => (
          <li key={index} className="public-change">
            <p className="public-facts">
              <time dateTime={at.toISOString()}>{format.dateTime(at, 'long')}</time>
              {!substantive && <span>{t('correction.notSubstantive')}</span>}
            </p>
            <dl className="public-pairs">
              <dt>{t('correction.reason')}</dt>
              <dd dir="auto">{reason}</dd>
              {TOLD.filter((field) => was[field] !== undefined).map((field) => (
                <div key={field} className="contents">
                  <dt>{t('correction.before', { field: t(`correction.${field}`) })}</dt>
                  {field === 'kind' ? (
                    <dd>{was.kind && t(`kind.${was.kind}`)}</dd>
                  ) : (
                    <dd className="whitespace-pre-line" {...(was[field] ? own : {})}>
                      {was[field] || t('correction.empty')}
                    </dd>
                  )}
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </section>
  )
}
