import { NextIntlClientProvider } from 'next-intl'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Providers } from '@/components/ui/providers'
import { localeDirection } from '@/text/locale'

/** Provides what pages with scripts need: the messages, the text direction, and toasts. */
export async function Interactive({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider>
      <Providers dir={localeDirection(await getLocale())}>{children}</Providers>
    </NextIntlClientProvider>
  )
}
