'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { told, undoable, type Signing } from './signing'

type Props = { article: { id: string }; signing: Signing; running: boolean; onUndo: () => void }

/** How far signing off has come; then what became of the claims, with an undo. */
export function SigningResult({ article, signing, running, onUndo }: Props) {
  const t = useTranslations('reports.signOff.many')
  const tCommon = useTranslations('common')
  const tErrors = useTranslations('errors')
  const { done, left } = told(signing)
  const { undoing, total, results } = signing
  return (
    <div className="grid gap-2">
      {running && (
        <progress className="w-full" aria-label={t('progress')} max={total} value={results.length} />
      )}
      <p role="status" className="font-medium">
        {running
          ? t('reached', { count: results.length, total })
          : t(undoing ? 'undone' : 'done', { count: done })}
      </p>
      {left.length > 0 && (
        <Banner tone="warn" title={t('refused', { count: left.length })}>
          <ul>
            {left.map(({ id, number, refusal }) => (
              <li key={id}>
                {number !== null && (
                  <Link className="link" prefetch={false} href={`/articles/${article.id}/claims/${number}`}>
                    {tCommon('claimNumber', { number })}
                  </Link>
                )}
                {': '}
                {tErrors(refusal as 'conflict')}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {!running && undoable(signing).length > 0 && (
        <div>
          <Button size="sm" onClick={onUndo}>
            {tCommon('undo')}
          </Button>
        </div>
      )}
    </div>
  )
}
