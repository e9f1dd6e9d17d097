import { getLocale, getTranslations } from 'next-intl/server'
import { pageTitle } from '@/app/server/page-title'
import { requireActor } from '@/app/server/session'
import { PageHeader } from '@/components/shell/page-header'
import { zoneName } from '@/domain/calendar/zone-name'
import { getMyWork } from '@/domain/work/queries'
import { settings } from '@/services/settings'
import { formatTag } from '@/text/locale'
import { DeskLoad } from './desk-load'
import { OwnWork } from './own-work'
import './work.css'

export const generateMetadata = pageTitle((t) => t('work.title'))

/** Where a person's day begins: what waits for them, and for people who assign work what waits for everybody. */
export default async function MyWorkPage() {
  const actor = await requireActor()
  const work = await getMyWork(actor)
  const t = await getTranslations('work')
  const tCommon = await getTranslations('common')
  const clock = zoneName(settings().newsroomTimeZone, formatTag(await getLocale()))
  const zone = tCommon('due.inZone', { zone: clock })
  return (
    <>
      <PageHeader title={t('title')} description={t('summary', { overdue: work.overdue, zone })} />
      <div className="work">
        <div className="work-stack">
          <OwnWork actor={actor} work={work} />
        </div>
        {work.desk && (
          <div className="work-stack">
            <DeskLoad {...work.desk} />
          </div>
        )}
      </div>
    </>
  )
}
