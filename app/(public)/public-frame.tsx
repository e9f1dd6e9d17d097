import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LANGUAGES, LOCALES } from '@/text/locale'
import { asked } from '@/app/server/asked'
import './public.css'

type Props = {
  /** The name of the newsroom. */
  name: ReactNode
  /** Ways to other pages, between the name and the languages. */
  ways?: ReactNode
  footer?: ReactNode
  children: ReactNode
}

/**
 * The frame of pages for people without an account. They have no sign-in and no cookie, and only the scripts that a
 * page brings itself.
 */
export async function PublicFrame({ name, ways, footer, children }: Props) {
  const [t, tCommon, locale, { inLanguage }] = await Promise.all([
    getTranslations('readers.nav'),
    getTranslations('common'),
    getLocale(),
    asked(),
  ])
  return (
    <div className="public">
      <a className="skip-link" href="#main">
        {tCommon('skipToContent')}
      </a>
      <header className="public-bar">
        {name}
        {ways}
        <nav aria-label={t('languages')} className="public-nav public-languages">
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
      {footer && <footer className="public-footer">{footer}</footer>}
    </div>
  )
}
