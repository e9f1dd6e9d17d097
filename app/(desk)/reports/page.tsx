import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { readAddress, type Search } from '@/app/address'
import { ReportList } from '@/components/report/report-list'
import { PageHeader } from '@/components/shell/page-header'
import { OlderPages } from '@/components/table/older-pages'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { listReports } from '@/domain/report/queries'
import { reportList } from '@/domain/report/list'
import { pageSchema } from '@/domain/list/params'
import { requireActor } from '@/app/server/session'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('reports.allTitle'))

type Props = { searchParams: Search }

export default async function ReportsPage({ searchParams }: Props) {
  const actor = await requireActor()
  const {
    params: { after },
    issues,
  } = await readAddress(pageSchema(reportList), searchParams)
  const { items, next } = await listReports(actor, { after })
  const t = await getTranslations('reports')
  const tErrors = await getTranslations('errors')
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
      {issues.length > 0 && <Banner tone="error" title={tErrors('cursorInvalid')} />}
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
