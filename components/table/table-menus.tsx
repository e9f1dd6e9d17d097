'use client'

import { useTranslations } from 'next-intl'
import { ArrowUpDown, Columns3 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Menu, MenuCheckItem } from '@/components/ui/menu'

type SortMenuProps = {
  ids: readonly string[]
  sorting: { id: string; desc: boolean }[]
  columnName: (id: string) => string
  onSort: (id: string) => void
}

/** Sorts by several columns without a keyboard. Each press adds a column, reverses it, or removes it. */
export function SortMenu({ ids, sorting, columnName, onSort }: SortMenuProps) {
  const t = useTranslations('common.table')
  return (
    <Menu
      trigger={
        <Button size="sm">
          <ArrowUpDown aria-hidden className="size-4" />
          {t('sortMenu')}
        </Button>
      }
    >
      {ids.map((id) => {
        const index = sorting.findIndex((one) => one.id === id)
        const sorted = sorting[index]
        return (
          <MenuCheckItem key={id} checked={Boolean(sorted)} onCheckedChange={() => onSort(id)}>
            {columnName(id)}
            {sorted && (
              <span className="ms-auto text-sm text-ink-muted">
                {index + 1} · {t(sorted.desc ? 'descending' : 'ascending')}
              </span>
            )}
          </MenuCheckItem>
        )
      })}
    </Menu>
  )
}

type ColumnMenuProps = {
  /** The columns that may be hidden, in their order. */
  ids: readonly string[]
  shown: readonly string[]
  columnName: (id: string) => string
  onChange: (ids: string[]) => void
}

export function ColumnMenu({ ids, shown, columnName, onChange }: ColumnMenuProps) {
  const t = useTranslations('common.table')
  return (
    <Menu
      trigger={
        <Button size="sm">
          <Columns3 aria-hidden className="size-4" />
          {t('columns')}
        </Button>
      }
    >
      {ids.map((id) => (
        <MenuCheckItem
          key={id}
          checked={shown.includes(id)}
          onCheckedChange={(on) => onChange(ids.filter((one) => (one === id ? on : shown.includes(one))))}
        >
          {columnName(id)}
        </MenuCheckItem>
      ))}
    </Menu>
  )
}
