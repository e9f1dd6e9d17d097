import type { Line } from './runs'

/** How many lines at the top and at the bottom of a page may be running titles. */
const EDGE = 3

export type Furniture = { lines: Set<Line>; headers: number; numbers: number }

/**
 * Lines that stand at the top or bottom of at least half of the pages with the same words, figures apart, and page
 * numbers that go up with the pages.
 */
export function furnitureOf(pages: readonly Line[][]): Furniture {
  const found: Furniture = { lines: new Set(), headers: 0, numbers: 0 }
  const seen = new Map<string, { page: number; line: Line }[]>()
  pages.forEach((lines, page) => {
    for (const line of edgesOf(lines)) {
      const key = line.text.replace(/\p{Nd}+/gu, '#')
      seen.set(key, [...(seen.get(key) ?? []), { page, line }])
    }
  })
  const written = pages.filter((lines) => lines.length > 0).length
  for (const [key, places] of seen) {
    const on = new Set(places.map(({ page }) => page)).size
    const isNumber = /^[\s\p{P}]*#[\s\p{P}]*$/u.test(key)
    const alone = isNumber && written === 1 && places.some(({ line }) => figureIn(line) === 1)
    if (!alone && (on < 2 || on * 2 < written || (key.includes('#') && !goesUp(places)))) continue
    for (const { line } of places) found.lines.add(line)
    found[isNumber ? 'numbers' : 'headers'] += places.length
  }
  return found
}

function edgesOf(lines: readonly Line[]): Line[] {
  const ordered = [...lines].sort((a, b) => b.y - a.y)
  return [...new Set([...ordered.slice(0, EDGE), ...ordered.slice(-EDGE)])]
}

/** Figures that stay the same, as in a date, or go up with the pages. */
function goesUp(places: readonly { page: number; line: Line }[]): boolean {
  const offsets = new Set(places.map(({ page, line }) => figureIn(line) - page))
  const texts = new Set(places.map(({ line }) => line.text))
  return texts.size === 1 || offsets.size === 1
}

function figureIn({ text }: Line): number {
  const [digits = ''] = /\p{Nd}+/u.exec(text) ?? []
  return Number([...digits].map((digit) => valueOf(digit)).join('') || NaN)
}

/** Each set of ten decimal digits begins at a multiple of ten signs after its zero. */
function valueOf(digit: string): string {
  const point = digit.codePointAt(0) ?? 0
  let zero = point
  while (zero > point - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String(point < 0x80 ? Number(digit) : point - zero)
}
