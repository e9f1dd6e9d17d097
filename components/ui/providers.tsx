'use client'

import type { ReactNode } from 'react'
import { Direction } from 'radix-ui'
import { useTranslations } from 'next-intl'
import { ToastProvider } from './toast'

/** What the primitives need to know of the page: which way it runs, and where passing words are shown. */
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
