/** The parts of a chart differ by pattern as well as by colour. */
export const FILLS = ['solid', 'stripes', 'dots', 'grid'] as const
export type Fill = (typeof FILLS)[number]

/** Defines the patterns. Each chart does this once; `id` keeps the patterns of several charts apart. */
export function Patterns({ id }: { id: string }) {
  const size = { width: 7, height: 7, patternUnits: 'userSpaceOnUse' } as const
  const ground = <rect width="7" height="7" className="chart-ground" />
  return (
    <defs>
      <pattern id={`${id}-stripes`} data-fill="stripes" {...size} patternTransform="rotate(45)">
        {ground}
        <rect width="3.5" height="7" className="chart-ink" />
      </pattern>
      <pattern id={`${id}-dots`} data-fill="dots" {...size}>
        {ground}
        <circle cx="3.5" cy="3.5" r="1.9" className="chart-ink" />
      </pattern>
      <pattern id={`${id}-grid`} data-fill="grid" {...size}>
        {ground}
        <path d="M0 1h7M1 0v7" className="chart-ink-line" />
      </pattern>
    </defs>
  )
}

export const fillOf = (fill: Fill, id: string) => (fill === 'solid' ? undefined : `url(#${id}-${fill})`)

/** A sample of a pattern, shown beside the part's name. */
export function Swatch({ fill, id }: { fill: Fill; id: string }) {
  return (
    <svg aria-hidden className="chart-swatch" width="18" height="14">
      <rect
        x="0.5"
        y="0.5"
        width="17"
        height="13"
        data-fill={fill}
        className="chart-part"
        fill={fillOf(fill, id)}
      />
    </svg>
  )
}
