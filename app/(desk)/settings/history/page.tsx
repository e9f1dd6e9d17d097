import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { readAddress, type Search } from '@/app/address'
import { HistoryList } from '@/components/history/history-list'
import { PageHeader } from '@/components/shell/page-header'
import { OlderPages } from '@/components/table/older-pages'
import { Banner } from '@/components/ui/banner'
import { EmptyState } from '@/components/ui/empty-state'
import { may } from '@/domain/permissions'
import { administrationHistory } from '@/domain/history/queries'
import { administrationList } from '@/domain/history/list'
import { pageSchema } from '@/domain/list/params'
import { requireActor } from '@/app/server/session'
import { Section } from '../section'
import { CheckHistory } from './check-history'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('history.administration.title'))

/** The history of people, tokens, keys, webhooks and wordings, and the check of all histories; for admins. */
export default async function AdministrationPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor()
  if (!may(actor, 'readAdministration')) notFound()
  const {
    params: { after },
    issues,
  } = await readAddress(pageSchema(administrationList), searchParams)
  const { items, next } = await administrationHistory(actor, { after })
  const t = await getTranslations('history')
  const tErrors = await getTranslations('errors')
  return (
    <div className="mx-auto grid max-w-3xl gap-8">
      <PageHeader
        title={t('administration.title')}
        description={t('administration.hint')}
        actions={
          <Link className="link" href="/settings">
            {t('administration.back')}
          </Link>
        }
      />
      <Section id="check" title={t('check.title')} hint={t('check.hint')}>
        <CheckHistory />
      </Section>
      <Section id="lines" title={t('administration.lines')}>
        {issues.length > 0 && <Banner tone="error" title={tErrors('cursorInvalid')} />}
        {items.length === 0 ? (
          <EmptyState title={t(after ? 'emptyOlder' : 'empty')} />
        ) : (
          <HistoryList lines={items} />
        )}
        <OlderPages
          path="/settings/history"
          label={t('title')}
          newest={after && t('newest')}
          older={t('older')}
          next={next}
        />
      </Section>
    </div>
  )
}
