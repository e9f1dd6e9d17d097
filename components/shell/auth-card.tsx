import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { Wordmark } from './wordmark'
import './auth-card.css'

type Props = { title: string; description?: string; footer?: ReactNode; children: ReactNode }

/** The frame of pages for people who are not signed in yet. */
export function AuthCard({ title, description, footer, children }: Props) {
  const t = useTranslations('common')
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-md content-center gap-6 px-4 py-8">
      <Wordmark name={t('appName')} />
      <div className="auth-card">
        <div className="grid gap-1">
          <h1 className="text-2xl font-semibold">{title}</h1>
          {description && <p className="text-ink-muted">{description}</p>}
        </div>
        {children}
      </div>
      {footer}
    </main>
  )
}
