'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { Keyboard, TextCursorInput } from 'lucide-react'
import { Button } from '@/components/ui/button'

type Props = {
  facts: ReactNode
  /** Begins to choose words; null for a reader who may not make claims. */
  onChoose: (() => void) | null
  onType: () => void
}

/** One line above the text: what is known of the article, and the two ways to words without a mouse. */
export function TextBar({ facts, onChoose, onType }: Props) {
  const t = useTranslations('article')
  return (
    <div className="text-bar">
      {facts}
      {onChoose && (
        <div className="flex gap-1">
          <Button size="sm" variant="ghost" title={t('make.start')} onClick={onChoose}>
            <Keyboard aria-hidden className="size-4" />
            <span className="sr-only">{t('make.start')}</span>
          </Button>
          <Button size="sm" variant="ghost" title={t('overview.typeQuote')} onClick={onType}>
            <TextCursorInput aria-hidden className="size-4" />
            <span className="sr-only">{t('overview.typeQuote')}</span>
          </Button>
        </div>
      )}
    </div>
  )
}
