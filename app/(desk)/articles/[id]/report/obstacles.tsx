import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import type { Obstacle } from '@/domain/report/schema'
import { obstacleSentence } from '@/printing/outline/outline'
import './obstacles.css'

type Props = {
  articleId: string
  obstacles: readonly Obstacle[]
  words: Parameters<typeof obstacleSentence>[1]
}

/** What stands between an article and its final report. */
export function Obstacles({ articleId: id, obstacles, words }: Props) {
  const t = useTranslations('reports')
  if (obstacles.length === 0)
    return (
      <Banner tone="success" title={t('ready')}>
        {t('readyHint')}
      </Banner>
    )
  return (
    <section className="grid gap-2" aria-labelledby="standing">
      <h2 id="standing" className="text-lg font-semibold">
        {t('standing')}
      </h2>
      <ul className="obstacles">
        {obstacles.map((obstacle) => (
          <li key={obstacle.kind}>
            <span>{obstacleSentence(obstacle, words)}</span>{' '}
            {obstacle.kind === 'open_sentences' || obstacle.kind === 'no_claims' ? (
              <Link className="link" prefetch={false} href={`/articles/${id}`}>
                {t('go.sentences')}
              </Link>
            ) : (
              <Link className="link" prefetch={false} href={`/articles/${id}/claims/${obstacle.claims[0]}`}>
                {t('go.claims')}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <p className="text-sm text-ink-muted">{t('standingHint')}</p>
    </section>
  )
}
