import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Providers } from '@/components/ui/providers'
import { ZoneProvider } from '@/components/ui/zone'
import { zoneName } from '@/domain/calendar/zone-name'
import { settings } from '@/services/settings'
import { formatTag, localeDirection } from '@/text/locale'
import { formats } from './server/formats'
import { Words } from './words'

/** Provides what pages with scripts need: the messages, the text direction, and toasts. */
export async function Interactive({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  const zone = settings().newsroomTimeZone
  return (
    <Words locale={locale} timeZone={zone} formats={formats}>
      <ZoneProvider name={zoneName(zone, formatTag(locale))}>
        <Providers dir={localeDirection(locale)}>{children}</Providers>
      </ZoneProvider>
    </Words>
  )
}
