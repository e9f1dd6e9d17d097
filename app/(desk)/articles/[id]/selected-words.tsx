'use client'

import { useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { SelectionBar } from './article-text/selection-bar'
import { Button } from '@/components/ui/button'
import type { ClaimMark } from '@/domain/article/shape'
import type { ArticleShown } from './article-shown'
import type { useClaimWords } from './use-claim-words'

type Props = {
  article: ArticleShown
  text: string
  claiming: ReturnType<typeof useClaimWords>
  /** The claim whose panel is open. */
  selected: Pick<ClaimMark, 'id' | 'number' | 'version' | 'state'> | undefined
}

/** What can be done with the selected words, and how the keyboard selects others. */
export function SelectedWords({ article, text, claiming, selected }: Props) {
  const t = useTranslations('article.make')
  const tRevision = useTranslations('revision')
  const { words, make, putHere, drop, making, putting, failure } = claiming
  if (!words.span) return null
  return (
    <SelectionBar
      quote={text.slice(words.span.start, words.span.end)}
      language={article.language}
      dir={article.dir}
      busy={making}
      onMake={() => void make()}
      onClear={drop}
    >
      <FailureBanner failure={failure} />
      {words.choosing && (
        <p role="status" className="text-sm text-ink-muted">
          {t('cursor')}
        </p>
      )}
      {selected && selected.state !== 'anchored' && (
        <Button size="sm" busy={putting} onClick={() => void putHere(selected)}>
          {tRevision('put', { number: selected.number })}
        </Button>
      )}
    </SelectionBar>
  )
}
