import { getFormatter, getTranslations } from 'next-intl/server'
import type { CorrectionDetail } from '@/domain/correction/shape'

type Props = { amendments: CorrectionDetail['amendments']; language: string }

/** The earlier versions of a published correction, each with the reason for its change. */
export async function Amendments({ amendments, language }: Props) {
  const t = await getTranslations('correction.amend')
  const format = await getFormatter()
  if (amendments.length === 0) return null
  return (
    <section className="grid gap-2" aria-labelledby="amendments">
      <h2 id="amendments" className="text-lg font-semibold">
        {t('list')}
      </h2>
      <ol className="grid gap-2">
        {amendments.map((one) => (
          <li key={one.id} className="correction-card">
            <p className="text-sm text-ink-muted">
              <bdi>{format.dateTime(one.at, 'short')}</bdi> · <bdi>{one.by.name}</bdi> ·{' '}
              {t(one.substantive ? 'told' : 'quiet')}
              {one.approvedBy && (
                <>
                  {' · '}
                  <bdi>{t('approvedBy', { name: one.approvedBy.name })}</bdi>
                </>
              )}
            </p>
            <p dir="auto" className="break-words">
              {one.reason}
            </p>
            <p className="text-sm break-words">
              <span className="text-ink-muted">{t('before')}:</span>{' '}
              <span lang={language} dir="auto">
                {(one.before as { note?: string }).note}
              </span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
