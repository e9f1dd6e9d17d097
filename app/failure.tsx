'use client'

import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import ar from '@/messages/ar/failure.json'
import en from '@/messages/en/failure.json'
import { isLocale, localeDirection, LOCALES, type Locale } from '@/text/locale'

/** In place, because the words of a page are a file of its own, which may be what could not be read. */
const WORDS: Record<Locale, typeof en> = { en, ar }

export type FailureProps = {
  error: Error & { digest?: string }
  /** Reads the page again and shows it. */
  retry: () => void
}

/** The language of the page that failed; all languages when it cannot be told. */
function languagesOfPage(): readonly Locale[] {
  const language = typeof document === 'undefined' ? '' : document.documentElement.lang
  return isLocale(language) ? [language] : LOCALES
}

/** Says, in the reader's language, that a page could not be shown. It needs nothing that other parts provide. */
export function Failure({ error, retry }: FailureProps) {
  return languagesOfPage().map((locale) => {
    const words = WORDS[locale]
    return (
      <section key={locale} lang={locale} dir={localeDirection(locale)} className="mx-auto max-w-xl">
        <EmptyState
          isPage
          title={words.title}
          description={words.hint}
          action={
            <>
              <Button onClick={retry}>{words.retry}</Button>
              {error.digest && (
                <p className="text-sm text-ink-muted">
                  {words.number} <code dir="ltr">{error.digest}</code>
                </p>
              )}
            </>
          }
        />
      </section>
    )
  })
}
