import { useTranslations } from 'next-intl'
import type { SortBy } from '@/domain/list/table'
import './data-table.css'

type Props = { shown: number; total: number; by: readonly SortBy[]; columnName: (id: string) => string }

/** How many of the rows are shown, and in which order. */
export function TableSummary({ shown, total, by, columnName }: Props) {
  const t = useTranslations('common.table')
  const inWords = by.map(({ sort, order }) =>
    t('sortedBy', { column: columnName(sort), direction: t(order === 'asc' ? 'ascending' : 'descending') }),
  )
  return (
    <p role="status" className="me-auto text-sm text-ink-muted">
      {t('shown', { count: shown, total })}{' '}
      {inWords.length > 0 && (
        <span className="table-sorted">{t('sorted', { columns: inWords.join(' · ') })}</span>
      )}
    </p>
  )
}
