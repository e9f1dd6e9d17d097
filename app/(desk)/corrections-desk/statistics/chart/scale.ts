import { scaleBand, scaleLinear } from 'd3-scale'

export type Direction = 'ltr' | 'rtl'

/** Horizontal positions of the columns in per cent of the width. The first column is where a line of text starts. */
export function columnPositions(keys: readonly string[], dir: Direction) {
  const scale = scaleBand(keys, dir === 'rtl' ? [100, 0] : [0, 100])
    .paddingInner(0.28)
    .paddingOuter(0.14)
  return { width: scale.bandwidth(), start: (key: string) => scale(key) ?? 0 }
}

/** The vertical scale, starting at the base, with a few round ticks. Ticks are whole numbers. */
export function heightScale(most: number, height: number) {
  const scale = scaleLinear([0, Math.max(1, most)], [height, 0]).nice(4)
  return { y: (value: number) => scale(value), ticks: scale.ticks(4).filter(Number.isInteger) }
}

/** A bar from zero as x and width, in per cent of the width. It starts where a line of text starts. */
export function stretch(value: number, most: number, dir: Direction) {
  const width = most > 0 ? scaleLinear([0, most], [0, 100])(value) : 0
  return { x: dir === 'rtl' ? 100 - width : 0, width }
}
