'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { SELECTION_BAR } from '../head-mark'
import './selection-bar.css'

type Props = {
  quote: string
  language: string
  dir: 'ltr' | 'rtl'
  busy: boolean
  onMake: () => void
  onClear: () => void
  children: ReactNode
}

/** Actions on the words just selected. Pressing one must not clear the selection. */
export function SelectionBar({ quote, language, dir, busy, onMake, onClear, children }: Props) {
  const t = useTranslations('article.make')
  return (
    <div
      className="selection-bar"
      {...{ [SELECTION_BAR]: '' }}
      onMouseDown={(event) => event.preventDefault()}
    >
      {children}
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1 truncate text-sm" lang={language} dir={dir}>
          <span className="sr-only">{t('selected')}: </span>
          {quote}
        </p>
        <Button variant="primary" busy={busy} onClick={onMake}>
          {t('button')}
        </Button>
        <Button variant="ghost" aria-label={t('clear')} onClick={onClear}>
          <X aria-hidden className="size-4" />
        </Button>
      </div>
    </div>
  )
}
