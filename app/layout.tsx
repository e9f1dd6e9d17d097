import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { nonceOfPage, preferenceOf } from '@/app/server/request'
import { EARLY_SCRIPT } from '@/components/early/listen'
import { COLOURS_COOKIE, isColours } from '@/app/preferences/colours'
import { localeDirection } from '@/text/locale'
import { settings } from '@/services/settings'
import './globals.css'

export function generateMetadata(): Metadata {
  const { newsroomName } = settings()
  const name = newsroomName === 'Factdesk' ? 'Factdesk' : `${newsroomName} – Factdesk`
  return {
    title: { default: name, template: `%s – ${name}` },
    robots: { index: false },
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  const colours = await preferenceOf(COLOURS_COOKIE)
  const nonce = await nonceOfPage()
  return (
    <html
      lang={locale}
      dir={localeDirection(locale)}
      data-theme={isColours(colours) && colours !== 'system' ? colours : undefined}
    >
      <head>
        {/* Not by Next's `viewport`, which writes it again on each way to another page, and the browser then styles all anew. */}
        <meta name="color-scheme" content="light dark" />
        {/* Browsers hide the nonce from scripts, so the browser's value always differs from the server's. */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: EARLY_SCRIPT }} />
      </head>
      <body>{children}</body>
    </html>
  )
}
