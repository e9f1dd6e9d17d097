import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ReportList } from '@/components/report/report-list'
import { PageHeader } from '@/components/shell/page-header'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { listReports } from '@/domain/report/queries'
import { requireActor } from '@/services/session'

type Props = { searchParams: Promise<Record<string, string | string[]>> }

export default async function ReportsPage({ searchParams }: Props) {
  const actor = await requireActor()
  const asked = (await searchParams).after
  const after = typeof asked === 'string' && /^\d{4}-\d{4,}$/.test(asked) ? asked : undefined
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
      {(after ?? next) && (
        <nav className="flex gap-4" aria-label={t('allTitle')}>
          {after && (
            <Link className="link" href="/reports">
              {t('list.newest')}
            </Link>
          )}
          {next && (
            <Link className="link" href={`/reports?after=${next}`}>
              {t('list.older')}
            </Link>
          )}
        </nav>
      )}
    </div>
  )
}
