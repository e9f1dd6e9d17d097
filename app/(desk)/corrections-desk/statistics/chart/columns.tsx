import { FILLS, fillOf, Patterns, Swatch } from './patterns'
import { columnPositions, heightScale, type Direction } from './scale'

/** `label` is under the column; `values` are stacked in the order of `parts`. */
export type Column = { key: string; label: string; values: readonly number[] }

type Props = {
  id: string
  /** The id of the sentence that describes the chart. */
  describedBy: string
  columns: readonly Column[]
  /** The names of at most four parts. */
  parts: readonly string[]
  dir: Direction
  format: (value: number) => string
}

const HEIGHT = 190
const TOP = 18
const FOOT = 22
/** How many labels fit on a phone. */
const LABELS_NARROW = 4
const LABELS_WIDE = 14

const every = (count: number, room: number) => Math.max(1, Math.ceil(count / room))

/**
 * Columns along a time axis, drawn on the server. Horizontal positions are percentages, so the letters keep their size
 * at every width. Time runs in the direction of the language.
 */
export function Columns({ id, describedBy, columns, parts, dir, format }: Props) {
  const totals = columns.map(({ values }) => values.reduce((sum, value) => sum + value, 0))
  const { y, ticks } = heightScale(Math.max(...totals, 0), HEIGHT)
  const positions = columnPositions(
    columns.map(({ key }) => key),
    dir,
  )
  const [wide, narrow] = [every(columns.length, LABELS_WIDE), every(columns.length, LABELS_NARROW)]
  return (
    <div className="chart-columns">
      <ul className="chart-legend">
        {parts.map((name, index) => (
          <li key={name}>
            <Swatch fill={FILLS[index] ?? 'solid'} id={id} />
            {name}
          </li>
        ))}
      </ul>
      <div className="chart-plot">
        <div aria-hidden className="chart-ticks" style={{ height: HEIGHT + TOP }}>
          {ticks.map((tick) => (
            <span key={tick} style={{ insetBlockStart: y(tick) + TOP }}>
              {format(tick)}
            </span>
          ))}
        </div>
        <svg role="img" aria-labelledby={describedBy} width="100%" height={HEIGHT + TOP + FOOT}>
          <Patterns id={id} />
          {ticks.map((tick) => (
            <line key={tick} className="chart-line" x1="0" x2="100%" y1={y(tick) + TOP} y2={y(tick) + TOP} />
          ))}
          {columns.map(({ key, label, values }, index) => {
            const middle = `${positions.start(key) + positions.width / 2}%`
            let below = 0
            return (
              <g key={key}>
                {values.map((value, part) => {
                  const ground = y(below)
                  below += value
                  if (value === 0) return null
                  const fill = FILLS[part] ?? 'solid'
                  return (
                    <rect
                      key={part}
                      className="chart-part"
                      data-fill={fill}
                      fill={fillOf(fill, id)}
                      x={`${positions.start(key)}%`}
                      width={`${positions.width}%`}
                      y={y(below) + TOP}
                      height={ground - y(below)}
                    />
                  )
                })}
                {(totals[index] ?? 0) > 0 && (
                  <text className="chart-value" x={middle} y={y(below) + TOP - 5}>
                    {format(totals[index] ?? 0)}
                  </text>
                )}
                {index % wide === 0 && (
                  <text
                    className="chart-label"
                    data-minor={index % narrow !== 0 || undefined}
                    x={middle}
                    y={HEIGHT + TOP + 16}
                  >
                    {label}
                  </text>
                )}
              </g>
            )
          })}
        </svg>
      </div>
    </div>
  )
}
