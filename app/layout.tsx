import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Providers } from '@/components/ui/providers'
import { COLOURS_COOKIE, isColours } from '@/services/colours'
import { localeDirection } from '@/services/locale'
import { settings } from '@/services/settings'
import './globals.css'

export function generateMetadata(): Metadata {
  const { newsroomName } = settings()
  return {
    title: newsroomName === 'Factdesk' ? 'Factdesk' : `${newsroomName} – Factdesk`,
    robots: { index: false },
  }
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  const dir = localeDirection(locale)
  const colours = (await cookies()).get(COLOURS_COOKIE)?.value
  return (
    <html
      lang={locale}
      dir={dir}
      data-theme={isColours(colours) && colours !== 'system' ? colours : undefined}
    >
      <body>
        <NextIntlClientProvider>
          <Providers dir={dir}>{children}</Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
