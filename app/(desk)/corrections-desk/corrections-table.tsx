'use client'

import { useTranslations } from 'next-intl'
import { DueTime } from '@/components/claim/due-time'
import { SeverityWord, StateWord } from './parts/words'
import { LinkCell, MomentCell, TitleCell } from '@/components/table/cells'
import { DataTable } from '@/components/table/data-table'
import type { Cells } from '@/components/table/table-body'
import { EmptyState } from '@/components/ui/empty-state'
import { correctionList, type CorrectionListParams } from '@/domain/correction/list'
import type { CorrectionPage } from '@/domain/correction/queries'
import type { CorrectionRow } from '@/domain/correction/shape'
import { useCorrectionsAddress } from './use-corrections-address'
import './correction-words.css'

function Matter({ row }: { row: CorrectionRow }) {
  const t = useTranslations('correction')
  return (
    <LinkCell href={`/corrections-desk/${row.number}`} language={row.article.language}>
      {row.wrong || row.right || row.quote || t('number', { number: row.number })}
    </LinkCell>
  )
}

function Kind({ kind }: Pick<CorrectionRow, 'kind'>) {
  const t = useTranslations('correction.kind')
  return <span className="whitespace-nowrap">{t(kind)}</span>
}

const cells = {
  number: ({ number }) => <span className="tabular-nums">{number}</span>,
  quote: (row) => <Matter row={row} />,
  kind: ({ kind }) => <Kind kind={kind} />,
  severity: ({ severity }) => <SeverityWord severity={severity} />,
  state: ({ state }) => <StateWord state={state} />,
  article: ({ article }) => <TitleCell {...article} />,
  owner: ({ owner }) => <bdi>{owner?.name}</bdi>,
  due: ({ dueAt, overdue }) => <DueTime at={dueAt} overdue={overdue} />,
  reported: ({ reportedAt }) => <MomentCell at={reportedAt} />,
} satisfies Cells<CorrectionRow>

type Props = { page: CorrectionPage; by: CorrectionListParams['by']; filtered: boolean }

export function CorrectionsTable({ page, by, filtered }: Props) {
  const t = useTranslations('correction')
  return (
    <DataTable
      list={correctionList}
      address={useCorrectionsAddress()}
      {...{ page, by, cells }}
      main="quote"
      label={t('table')}
      columnName={(id) => t(`column.${id}`)}
      empty={<EmptyState title={filtered ? t('nothing') : t('empty')} description={t('emptyHint')} />}
    />
  )
}
