import { getFormatter, getTranslations } from 'next-intl/server'
import { calendarMadeAt } from '@/domain/due-calendar/queries'
import type { Actor } from '@/domain/user/policy'
import { DueCalendarForm } from './due-calendar-form'
import { Section } from './section'

/** The address of the reader's own due work as a calendar. */
export async function DueCalendar({ actor }: { actor: Actor }) {
  const t = await getTranslations('settings.calendar')
  const format = await getFormatter()
  const madeAt = await calendarMadeAt(actor)
  return (
    <Section id="calendar" title={t('title')} hint={t('hint')}>
      <DueCalendarForm made={madeAt && t('made', { at: format.dateTime(madeAt, 'short') })} />
    </Section>
  )
}
