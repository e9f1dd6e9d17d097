import { NextIntlClientProvider } from 'next-intl'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Providers } from '@/components/ui/providers'
import { localeDirection } from '@/text/locale'

/** What pages need that work with scripts: the words, the primitives' direction, passing notices. */
export async function Interactive({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider>
      <Providers dir={localeDirection(await getLocale())}>{children}</Providers>
    </NextIntlClientProvider>
  )
}
