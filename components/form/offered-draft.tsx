'use client'

import type { ReactNode } from 'react'
import { useFormatter, useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import type { Draft } from './drafts'
import './offered-draft.css'

type Props<T> = {
  offered: Draft<T> | null
  /** Shows enough of the draft for its author to recognise it. */
  children: (value: T) => ReactNode
  onTake: (value: T) => void
  onDrop: () => void
}

/** A draft based on an older version of the record. Its author puts it into the form or drops it. */
export function OfferedDraft<T>({ offered, children, onTake, onDrop }: Props<T>) {
  const t = useTranslations('common.draft')
  const format = useFormatter()
  if (!offered) return null
  return (
    <Banner tone="warn" title={t('offered', { at: format.dateTime(new Date(offered.at), 'short') })}>
      <div dir="auto" className="offered-draft">
        {children(offered.value)}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => onTake(offered.value)}>
          {t('take')}
        </Button>
        <Button size="sm" variant="ghost" onClick={onDrop}>
          {t('drop')}
        </Button>
      </div>
    </Banner>
  )
}
