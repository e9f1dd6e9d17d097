import { NextIntlClientProvider } from 'next-intl'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Providers } from '@/components/ui/providers'
import { ZoneProvider } from '@/components/ui/zone'
import { zoneName } from '@/domain/calendar/zone-name'
import { settings } from '@/services/settings'
import { formatTag, localeDirection } from '@/text/locale'

/** Provides what pages with scripts need: the messages, the text direction, and toasts. */
export async function Interactive({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  return (
    <NextIntlClientProvider>
      <ZoneProvider name={zoneName(settings().newsroomTimeZone, formatTag(locale))}>
        <Providers dir={localeDirection(locale)}>{children}</Providers>
      </ZoneProvider>
    </NextIntlClientProvider>
  )
}
