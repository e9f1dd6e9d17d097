import type { ReactNode } from 'react'
import { stretch, type Direction } from './scale'

/** A number as a bar in a table cell. Screen readers skip it, because the number itself is beside it. */
export function Bar({ value, most, dir }: { value: number; most: number; dir: Direction }) {
  const { x, width } = stretch(value, most, dir)
  return (
    <svg aria-hidden className="chart-bar" width="100%" height="14">
      <line className="chart-line" x1="0" x2="100%" y1="13.5" y2="13.5" />
      {value > 0 && (
        <rect className="chart-part" data-fill="solid" x={`${x}%`} width={`${width}%`} y="1" height="12" />
      )}
    </svg>
  )
}

/** A median as a bar, and the 90th percentile as a line that ends in a crossbar. */
export function SpreadBar({
  median,
  p90,
  most,
  dir,
}: {
  median: number
  p90: number
  most: number
  dir: Direction
}) {
  const to = stretch(p90, most, dir)
  const end = dir === 'rtl' ? to.x : to.width
  const middle = stretch(median, most, dir)
  return (
    <svg aria-hidden className="chart-bar" width="100%" height="14">
      <line className="chart-whisker" x1={`${dir === 'rtl' ? 100 : 0}%`} x2={`${end}%`} y1="7" y2="7" />
      <line className="chart-whisker" x1={`${end}%`} x2={`${end}%`} y1="2" y2="12" />
      <rect
        className="chart-part"
        data-fill="solid"
        x={`${middle.x}%`}
        width={`${middle.width}%`}
        y="2"
        height="10"
      />
    </svg>
  )
}

export type BarRow = { key: string; name: ReactNode; value: number; before?: number }

type Props = {
  rows: readonly BarRow[]
  /** Column headings: what a row is, what it counts, and the heading of the previous period's numbers. */
  head: { name: string; value: string; before?: string }
  caption: string
  dir: Direction
  format: (value: number) => string
}

/** A table that shows its numbers as bars too. */
export function BarTable({ rows, head, caption, dir, format }: Props) {
  const most = Math.max(...rows.map(({ value }) => value), 0)
  return (
    <table className="chart-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head.name}</th>
          <th scope="col" colSpan={2}>
            {head.value}
          </th>
          {head.before && (
            <th scope="col" className="chart-number">
              {head.before}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, value, before }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className="chart-number">{format(value)}</td>
            <td aria-hidden className="chart-cell">
              <Bar value={value} most={most} dir={dir} />
            </td>
            {head.before && <td className="chart-number chart-before">{format(before ?? 0)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
