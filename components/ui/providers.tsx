'use client'

import type { ReactNode } from 'react'
import { Direction } from 'radix-ui'
import { useTranslations } from 'next-intl'
import { ToastProvider } from './toast'

/** Gives the primitives the direction of the page and a place for toasts. */
export function Providers({ dir, children }: { dir: 'ltr' | 'rtl'; children: ReactNode }) {
  const t = useTranslations('common')
  return (
    <Direction.Provider dir={dir}>
      <ToastProvider label={t('notifications')} closeLabel={t('close')} dir={dir}>
        {children}
      </ToastProvider>
    </Direction.Provider>
  )
}
