import { scaleBand, scaleLinear } from 'd3-scale'

export type Direction = 'ltr' | 'rtl'

/** Places of columns along a line, in per cent of its width: the first stands where a line of text begins. */
export function columnPlaces(keys: readonly string[], dir: Direction) {
  const scale = scaleBand(keys, dir === 'rtl' ? [100, 0] : [0, 100])
    .paddingInner(0.28)
    .paddingOuter(0.14)
  return { width: scale.bandwidth(), start: (key: string) => scale(key) ?? 0 }
}

/** Heights from the ground up, with few round numbers beside them; whole ones alone. */
export function heightScale(most: number, height: number) {
  const scale = scaleLinear([0, Math.max(1, most)], [height, 0]).nice(4)
  return { y: (value: number) => scale(value), ticks: scale.ticks(4).filter(Number.isInteger) }
}

/** A stretch from zero in per cent of the width, as x and width, from where a line of text begins. */
export function stretch(value: number, most: number, dir: Direction) {
  const width = most > 0 ? scaleLinear([0, most], [0, 100])(value) : 0
  return { x: dir === 'rtl' ? 100 - width : 0, width }
}
