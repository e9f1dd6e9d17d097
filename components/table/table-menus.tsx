'use client'

import { useTranslations } from 'next-intl'
import type { SortingState } from '@tanstack/react-table'
import { ArrowUpDown, Columns3 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Menu, MenuCheckItem } from '@/components/ui/menu'
import { COLUMN_IDS, type ColumnId } from './claim-columns'

type SortMenuProps = { columns: { id: string }[]; sorting: SortingState; onSort: (id: string) => void }

/** Sorting by several columns without a keyboard: each press adds a column, turns it round, or takes it out. */
export function SortMenu({ columns, sorting, onSort }: SortMenuProps) {
  const t = useTranslations('claims')
  return (
    <Menu
      trigger={
        <Button size="sm">
          <ArrowUpDown aria-hidden className="size-4" />
          {t('sortMenu')}
        </Button>
      }
    >
      {columns.map(({ id }) => {
        const place = sorting.findIndex((one) => one.id === id)
        const sorted = sorting[place]
        return (
          <MenuCheckItem key={id} checked={Boolean(sorted)} onCheckedChange={() => onSort(id)}>
            {t(`column.${id as ColumnId}`)}
            {sorted && (
              <span className="ms-auto text-sm text-ink-muted">
                {place + 1} · {t(sorted.desc ? 'descending' : 'ascending')}
              </span>
            )}
          </MenuCheckItem>
        )
      })}
    </Menu>
  )
}

type ColumnMenuProps = { shown: readonly string[]; onChange: (ids: ColumnId[]) => void }

export function ColumnMenu({ shown, onChange }: ColumnMenuProps) {
  const t = useTranslations('claims')
  return (
    <Menu
      trigger={
        <Button size="sm">
          <Columns3 aria-hidden className="size-4" />
          {t('columns')}
        </Button>
      }
    >
      {COLUMN_IDS.filter((id) => id !== 'quote').map((id) => (
        <MenuCheckItem
          key={id}
          checked={shown.includes(id)}
          onCheckedChange={(on) =>
            onChange(COLUMN_IDS.filter((one) => (one === id ? on : shown.includes(one))))
          }
        >
          {t(`column.${id}`)}
        </MenuCheckItem>
      ))}
    </Menu>
  )
}
