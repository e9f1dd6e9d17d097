import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { asked } from '@/app/server/asked'
import { settings } from '@/services/settings'
import { PublicFrame } from '../public-frame'

/** The pages about corrections lead to each other and to their feeds. */
export default async function CorrectionsLayout({ children }: { children: ReactNode }) {
  const [t, locale, { href }] = await Promise.all([getTranslations('readers.nav'), getLocale(), asked()])
  const pages = [
    ['/corrections', t('list')],
    ['/corrections/policy', t('policy')],
    ['/corrections/request', t('request')],
  ] as const
  return (
    <PublicFrame
      name={
        <a className="public-name" href={href('/corrections')} dir="auto">
          {settings().newsroomName}
        </a>
      }
      ways={
        <nav aria-label={t('label')} className="public-nav">
          {pages.map(([path, label]) => (
            <a key={path} href={href(path)}>
              {label}
            </a>
          ))}
        </nav>
      }
      footer={
        <>
          <span>{t('feeds')}:</span>
          {(['atom', 'rss', 'json'] as const).map((feed) => (
            <a key={feed} className="link" href={`/corrections/feed.${feed}?language=${locale}`}>
              {t(feed)}
            </a>
          ))}
        </>
      }
    >
      {children}
    </PublicFrame>
  )
}
