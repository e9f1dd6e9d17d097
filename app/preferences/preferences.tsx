'use client'

import { useLocale, useTranslations } from 'next-intl'
import { LANGUAGES, LOCALES } from '@/text/locale'
import { setColours, setLanguage } from './actions'
import { COLOURS } from './colours'
import { usePageColours } from './use-page-colours'
import './preferences.css'

/** Language and colours, as buttons of a form, so that they work before any script has loaded. */
export function Preferences() {
  const t = useTranslations('common')
  const locale = useLocale()
  const colours = usePageColours()
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-2 text-sm">
      <div role="group" aria-label={t('language.label')} className="preference">
        {LOCALES.map((one) => (
          <form key={one} action={setLanguage.bind(null, one)}>
            <button type="submit" lang={one} aria-pressed={one === locale} className="preference-button">
              {LANGUAGES[one].name}
            </button>
          </form>
        ))}
      </div>
      <div role="group" aria-label={t('theme.label')} className="preference">
        {COLOURS.map((one) => (
          <form key={one} action={setColours.bind(null, one)}>
            <button type="submit" aria-pressed={one === colours} className="preference-button">
              {t(`theme.${one}`)}
            </button>
          </form>
        ))}
      </div>
    </div>
  )
}
