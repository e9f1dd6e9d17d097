import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { readAddress, type Search } from '@/app/address'
import { PageHeader } from '@/components/shell/page-header'
import { OlderPages } from '@/components/table/older-pages'
import { Banner } from '@/components/ui/banner'
import { EmptyState } from '@/components/ui/empty-state'
import { webhookList } from '@/domain/webhook/list'
import { pageSchema } from '@/domain/list/params'
import { may } from '@/domain/permissions'
import { listWebhooks } from '@/domain/webhook/queries'
import { requireActor } from '@/app/server/session'
import { RegisterForm } from './register-form'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('webhooks.title'))

/** The list of webhooks; for admins. */
export default async function WebhooksPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor()
  if (!may(actor, 'manageWebhooks')) notFound()
  const {
    params: { after },
    issues,
  } = await readAddress(pageSchema(webhookList), searchParams)
  const { items, next } = await listWebhooks(actor, { after })
  const t = await getTranslations('webhooks')
  const tErrors = await getTranslations('errors')
  const format = await getFormatter()
  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <PageHeader
        title={t('title')}
        description={t('hint')}
        actions={
          <Link className="link" href="/settings">
            {t('back')}
          </Link>
        }
      />
      {issues.length > 0 && <Banner tone="error" title={tErrors('cursorInvalid')} />}
      {items.length === 0 ? (
        <EmptyState title={t('none')} description={t('noneHint')} />
      ) : (
        <section className="grid gap-3" aria-labelledby="registered">
          <h2 id="registered" className="text-lg font-semibold">
            {t('list')}
          </h2>
          <ul className="grid gap-2">
            {items.map((one) => (
              <li key={one.id} className="grid gap-1 rounded border border-line bg-panel p-3">
                <Link
                  className="link font-medium break-all"
                  href={`/settings/webhooks/${one.id}`}
                  prefetch={false}
                >
                  <bdi dir="ltr">{one.url}</bdi>
                </Link>
                <p className="text-sm text-ink-muted">
                  <strong className="text-ink">{t(one.disabledAt ? 'disabled' : 'active')}</strong>
                  {' · '}
                  {t('eventCount', { count: one.events.length })}
                  {' · '}
                  {t.rich('registered', {
                    at: format.dateTime(one.createdAt, 'short'),
                    name: () => <bdi>{one.createdBy.name}</bdi>,
                  })}
                </p>
              </li>
            ))}
          </ul>
          <OlderPages
            path="/settings/webhooks"
            label={t('pages')}
            newest={after && t('newest')}
            older={t('older')}
            next={next}
          />
        </section>
      )}
      <section className="grid gap-3" aria-labelledby="register">
        <h2 id="register" className="text-lg font-semibold">
          {t('register')}
        </h2>
        <RegisterForm />
      </section>
    </div>
  )
}
