import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import type { DrawnTable } from '@/text/tables'
import './text-table.css'

/** Cells know their blocks by their index among all blocks of the article. */
type Indexed = { index: number }

/** Marks what scrolls sideways by itself. */
export const SCROLLS_ASIDE = 'data-scrolls-aside'

/** The first block of a table. */
export const firstOf = ({ rows }: DrawnTable<Indexed>) =>
  rows.flat().find(({ blocks }) => blocks[0])?.blocks[0]?.index

type Props = {
  table: DrawnTable<Indexed>
  /** The index of the first block that is not rendered yet. */
  until: number
  draw: (index: number) => ReactNode
}

/** A table of the article. One that is too wide for its column scrolls by itself, never the page. */
export function TextTable({ table, until, draw }: Props) {
  const t = useTranslations('article')
  const isShown = ({ index }: Indexed) => index < until
  const rows = table.rows.slice(
    0,
    table.rows.findLastIndex((row) => row.some(({ blocks }) => blocks.some(isShown))) + 1,
  )
  if (rows.length === 0) return null
  return (
    <div
      className="text-table"
      role="group"
      aria-label={t('table')}
      tabIndex={0}
      {...{ [SCROLLS_ASIDE]: '' }}
    >
      <table>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map(({ blocks, rows: high, columns, head }, at) => {
                const Tag = head ? 'th' : 'td'
                return (
                  <Tag
                    key={at}
                    scope={head ? (head === 'column' ? 'col' : 'row') : undefined}
                    rowSpan={high > 1 ? high : undefined}
                    colSpan={columns > 1 ? columns : undefined}
                  >
                    {blocks.filter(isShown).map(({ index }) => draw(index))}
                  </Tag>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
