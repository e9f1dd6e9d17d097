'use client'

import { useState } from 'react'
import { isLocale, localeDirection } from '@/text/locale'
import { Failure, type FailureProps } from './failure'
import './globals.css'

/** What the document said of its language before this took its place. */
function shownLanguage() {
  const language = typeof document === 'undefined' ? '' : document.documentElement.lang
  return isLocale(language) ? { lang: language, dir: localeDirection(language) } : {}
}

/** Stands in for the whole document. Only a page that is loaded again is sure to be whole. */
export default function DocumentError({ error }: Pick<FailureProps, 'error'>) {
  const [language] = useState(shownLanguage)
  return (
    <html {...language}>
      <body>
        <main className="px-4 py-16">
          <Failure error={error} retry={() => window.location.reload()} />
        </main>
      </body>
    </html>
  )
}
