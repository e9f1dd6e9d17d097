import { useTranslations } from 'next-intl'
import type { Difference } from '@/text/likeness/differences'

type Props = { differences: Difference[]; languages: { here: string; there: string } }

/** The differences of two statements, each in the words of both. */
export function Differences({ differences, languages }: Props) {
  const t = useTranslations('article.similar')
  if (differences.length === 0) return null
  return (
    <ul className="grid gap-1 text-sm" aria-label={t('differs')}>
      {differences.map(({ kind, here, there }, index) => (
        <li key={index}>
          <strong className="font-semibold">{t(`difference.${kind}`)}</strong>{' '}
          {here ? <bdi lang={languages.here}>{here}</bdi> : t('nothing')} <span aria-hidden>≠</span>
          <span className="sr-only">{t('against')}</span>{' '}
          {there ? <bdi lang={languages.there}>{there}</bdi> : t('nothing')}
        </li>
      ))}
    </ul>
  )
}
