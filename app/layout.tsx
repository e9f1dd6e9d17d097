import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
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
  const colours = (await cookies()).get(COLOURS_COOKIE)?.value
  return (
    <html
      lang={locale}
      dir={localeDirection(locale)}
      data-theme={isColours(colours) && colours !== 'system' ? colours : undefined}
    >
      <body>{children}</body>
    </html>
  )
}
