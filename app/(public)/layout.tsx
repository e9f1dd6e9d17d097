import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LANGUAGES, LOCALES } from '@/text/locale'
import { settings } from '@/services/settings'
import { asked } from '@/app/server/asked'
import './public.css'

/**
 * The frame of the public pages. They have no sign-in and no cookie, and only the scripts that a page brings itself.
 */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [t, tCommon, locale, { href, inLanguage }] = await Promise.all([
    getTranslations('readers'),
    getTranslations('common'),
    getLocale(),
    asked(),
  ])
  const pages = [
    ['/corrections', t('nav.list')],
    ['/corrections/policy', t('nav.policy')],
    ['/corrections/request', t('nav.request')],
  ] as const
  return (
    <div className="public">
      <a className="skip-link" href="#main">
        {tCommon('skipToContent')}
      </a>
      <header className="public-bar">
        <a className="public-name" href={href('/corrections')} dir="auto">
          {settings().newsroomName}
        </a>
        <nav aria-label={t('nav.label')} className="public-nav">
          {pages.map(([path, label]) => (
            <a key={path} href={href(path)}>
              {label}
            </a>
          ))}
        </nav>
        <nav aria-label={t('nav.languages')} className="public-nav public-languages">
          {LOCALES.filter((one) => one !== locale).map((one) => (
            <a key={one} href={inLanguage(one)} lang={one} hrefLang={one}>
              {LANGUAGES[one].name}
            </a>
          ))}
        </nav>
      </header>
      <main id="main" className="public-main" tabIndex={-1}>
        {children}
      </main>
      <footer className="public-footer">
        <span>{t('nav.feeds')}:</span>
        <a className="link" href={`/corrections/feed.atom?language=${locale}`}>
          {t('nav.atom')}
        </a>
        <a className="link" href={`/corrections/feed.rss?language=${locale}`}>
          {t('nav.rss')}
        </a>
        <a className="link" href={`/corrections/feed.json?language=${locale}`}>
          {t('nav.json')}
        </a>
      </footer>
    </div>
  )
}
