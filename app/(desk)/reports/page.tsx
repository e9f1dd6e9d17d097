import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { readSearch, usable, type Search } from '@/app/address'
import { ReportList } from '@/components/report/report-list'
import { PageHeader } from '@/components/shell/page-header'
import { OlderPages } from '@/components/table/older-pages'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { listReports } from '@/domain/report/queries'
import { reportPlaceSchema } from '@/domain/report/schema'
import { requireActor } from '@/app/server/session'

type Props = { searchParams: Search }

export default async function ReportsPage({ searchParams }: Props) {
  const actor = await requireActor()
  const {
    params: { after },
  } = usable(reportPlaceSchema, await readSearch(searchParams))
  const { items, next } = await listReports(actor, { after })
  const t = await getTranslations('reports')
  return (
    <div className="mx-auto grid max-w-3xl gap-4">
      <PageHeader
        title={t('allTitle')}
        actions={
          <Link className={buttonClass({ variant: 'secondary', size: 'sm' })} href="/verify">
            {t('verify.title')}
          </Link>
        }
      />
      {items.length === 0 ? (
        <EmptyState title={t('list.none')} description={t('list.noneHint')} />
      ) : (
        <ReportList items={items} showArticle />
      )}
      <OlderPages
        path="/reports"
        label={t('allTitle')}
        newest={after && t('list.newest')}
        older={t('list.older')}
        next={next}
      />
    </div>
  )
}
