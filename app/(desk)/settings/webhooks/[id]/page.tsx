import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { readAddress, type Search } from '@/app/address'
import { PageHeader } from '@/components/shell/page-header'
import { OlderPages } from '@/components/table/older-pages'
import { Banner } from '@/components/ui/banner'
import { listDeliveries } from '@/domain/delivery/queries'
import { deliveryList } from '@/domain/delivery/list'
import { pageSchema } from '@/domain/list/params'
import { may } from '@/domain/permissions'
import { getWebhook } from '@/domain/webhook/queries'
import { isTold } from '@/domain/history/events'
import { found } from '@/app/server/found'
import { requireActor } from '@/app/server/session'
import { recordParams } from '@/app/server/record-params'
import { ChangeForm } from './change-form'
import { DeliveryList } from './delivery-list'
import { WebhookButtons } from './webhook-buttons'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('webhooks.title'))

type Props = { params: Promise<{ id: string }>; searchParams: Search }

/** One webhook: its events, and the outcome of each delivery; for admins. */
export default async function WebhookPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { id } = await recordParams(params)
  if (!may(actor, 'manageWebhooks')) notFound()
  const {
    params: { after },
    issues,
  } = await readAddress(pageSchema(deliveryList), searchParams)
  const [webhook, { items, next }] = await found(
    Promise.all([getWebhook(actor, id), listDeliveries(actor, { webhookId: id, after })]),
  )
  const t = await getTranslations('webhooks')
  const tErrors = await getTranslations('errors')
  const format = await getFormatter()
  const { url, disabledAt } = webhook
  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <PageHeader
        title={t('title')}
        description={
          <bdi dir="ltr" className="break-all">
            {url}
          </bdi>
        }
        actions={
          <Link className="link" href="/settings/webhooks">
            {t('all')}
          </Link>
        }
      />
      {disabledAt && (
        <Banner tone="warn" title={t('disabledAt', { at: format.dateTime(disabledAt, 'short') })} />
      )}
      <WebhookButtons id={id} disabled={!!disabledAt} />
      <section className="grid gap-3" aria-labelledby="deliveries">
        <h2 id="deliveries" className="text-lg font-semibold">
          {t('deliveries')}
        </h2>
        <p className="text-ink-muted">{t('deliveriesHint')}</p>
        {issues.length > 0 && <Banner tone="error" title={tErrors('cursorInvalid')} />}
        <DeliveryList lines={items} disabled={!!disabledAt} />
        <OlderPages
          path={`/settings/webhooks/${id}`}
          label={t('pages')}
          newest={after && t('newest')}
          older={t('older')}
          next={next}
        />
      </section>
      <section className="grid gap-3" aria-labelledby="change">
        <h2 id="change" className="text-lg font-semibold">
          {t('change')}
        </h2>
        <ChangeForm
          key={`${url} ${webhook.events.join()}`}
          id={id}
          stored={{ url, events: webhook.events.filter(isTold) }}
        />
      </section>
    </div>
  )
}
