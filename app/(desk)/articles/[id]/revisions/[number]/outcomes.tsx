'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { OutcomeList, type OutcomeLine } from '@/components/revision/outcome-list'
import { buttonClass } from '@/components/ui/button'
import { CloseOrphan } from '../../close-orphan'

type Props = {
  articleId: string
  language: string
  dir: 'ltr' | 'rtl'
  lines: OutcomeLine[]
  maySettle: boolean
}

/**
 * The outcomes of all claims except those that wait to be settled. A claim whose words are gone can be closed here, or
 * put on other words.
 */
export function Outcomes({ maySettle, lines, ...list }: Props) {
  const t = useTranslations('revision')
  return (
    <OutcomeList
      {...list}
      lines={lines.filter((line) => line.state !== 'changed')}
      actions={(line) =>
        !maySettle || line.state !== 'orphaned' ? null : (
          <div className="flex flex-wrap gap-2">
            <CloseOrphan claim={line} />
            <Link
              prefetch={false}
              className={buttonClass({ variant: 'ghost', size: 'sm' })}
              href={`/articles/${list.articleId}/claims/${line.number}`}
            >
              {t('choose')}
            </Link>
          </div>
        )
      }
    />
  )
}
