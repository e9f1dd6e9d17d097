import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { may } from '@/domain/permissions'
import { requireActor } from '@/app/server/session'
import { AllTokens } from './all-tokens'
import { DueCalendar } from './due-calendar'
import { Keys } from './keys'
import { OwnTokens } from './own-tokens'
import { PasswordForm } from './password-form'
import { People } from './people'
import { Section } from './section'
import { Sessions } from './sessions'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('settings.title'))

export default async function SettingsPage() {
  const actor = await requireActor()
  const t = await getTranslations('settings')
  const tCorrection = await getTranslations('correction')
  const tWebhooks = await getTranslations('webhooks')
  const tNotices = await getTranslations('notices.settings')
  const tMail = await getTranslations('mail')
  const tHistory = await getTranslations('history')
  const managesPeople = may(actor, 'managePeople')
  return (
    <div className="mx-auto grid max-w-3xl gap-8">
      <PageHeader
        title={t('title')}
        actions={
          <Link prefetch={false} className="link" href="/settings/wordings">
            {tCorrection('wordings.link')}
          </Link>
        }
      />
      {managesPeople && <People actor={actor} />}
      {may(actor, 'manageWebhooks') && (
        <Section id="webhooks" title={tWebhooks('title')} hint={tWebhooks('hint')}>
          <Link className="link justify-self-start" href="/settings/webhooks" prefetch={false}>
            {tWebhooks('manage')}
          </Link>
        </Section>
      )}
      {may(actor, 'manageMail') && (
        <Section id="mail" title={tMail('title')} hint={tMail('hint')}>
          <Link className="link justify-self-start" href="/settings/mail" prefetch={false}>
            {tMail('manage')}
          </Link>
        </Section>
      )}
      <Section id="notices" title={tNotices('title')} hint={tNotices('hint')}>
        <Link className="link justify-self-start" href="/settings/notices" prefetch={false}>
          {tNotices('manage')}
        </Link>
      </Section>
      <DueCalendar actor={actor} />
      <OwnTokens actor={actor} />
      {managesPeople && <AllTokens actor={actor} />}
      {may(actor, 'rotateKey') && <Keys />}
      {may(actor, 'readAdministration') && (
        <Section id="history" title={tHistory('administration.title')} hint={tHistory('administration.hint')}>
          <Link className="link justify-self-start" href="/settings/history" prefetch={false}>
            {tHistory('administration.open')}
          </Link>
        </Section>
      )}
      <Section id="password" title={t('password')}>
        <PasswordForm />
      </Section>
      <Sessions actor={actor} />
    </div>
  )
}
