import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { pageTitle } from '@/app/server/page-title'
import { requireActor } from '@/app/server/session'
import { PageHeader } from '@/components/shell/page-header'
import { Banner } from '@/components/ui/banner'
import { zoneName } from '@/domain/calendar/zone-name'
import { noticeChoices } from '@/domain/notice/queries'
import { DAILY_AT } from '@/domain/notice/rules'
import { mailIsSetUp } from '@/services/mail'
import { settings } from '@/services/settings'
import { formatTag } from '@/text/locale'
import { ChoicesForm } from './choices-form'

export const generateMetadata = pageTitle((t) => t('notices.settings.title'))

/** Which notices the reader also gets by mail, and when not. */
export default async function NoticeSettingsPage() {
  const actor = await requireActor()
  const choices = await noticeChoices(actor)
  const t = await getTranslations('notices.settings')
  const zone = zoneName(settings().newsroomTimeZone, formatTag(await getLocale()))
  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <PageHeader
        title={t('title')}
        description={t('hint')}
        actions={
          <Link className="link" href="/notices" prefetch={false}>
            {t('all')}
          </Link>
        }
      />
      {!mailIsSetUp() && <Banner tone="warn" title={t('noMail')} />}
      <p className="text-ink-muted">{t('at', { time: DAILY_AT, zone })}</p>
      <ChoicesForm stored={choices} />
    </div>
  )
}
