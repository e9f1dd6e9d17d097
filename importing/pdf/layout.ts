import type { Cell } from '@/text/blocks'
import { figureIn, type Part, SMALL, wordsOf } from './figures'
import { isRightToLeft } from './letters'
import { fromLeft } from './marks'
import { type Brackets, reordered, stopBehind } from './order'
import type { Line, Run } from './runs'

/** In font sizes: a gap that is a blank, the least that a painted blank leaves, and a gap that separates columns. */
const BLANK = 0.15
const LEAST_BLANK = 0.05
const COLUMN_GAP = 1.1
/** The widest gap, in font sizes, between the words of a line that is stretched to both margins. */
const STRETCHED = 2.5
/** Baselines this close, in font sizes, are one line; raised figures are. */
const SAME_LINE = 0.45
/** How far, in font sizes of the words around, a raised or lowered figure stands from their baseline. */
const HIGHEST = 0.7
const FEWEST_ROWS = 3

/** How a page is read, for lines that do not tell by themselves. */
type Reading = { isRtl: boolean; brackets: Brackets }

/** The lines of a page from top to bottom, column by column, in the order in which they are read. */
export function linesInOrder(
  runs: readonly Run[],
  brackets: Brackets = 'named',
): { lines: Line[]; cells: Map<Line, Cell> } {
  const isRtl = mainlyRightToLeft(runs)
  const page = { isRtl, brackets }
  const rows = rowsOf(runs).map((row) => fragmentsOf(row, page))
  const joined = (row: readonly Line[]) =>
    lineOf(
      row.flatMap((line) => line.runs),
      page,
    )
  const lines: Line[] = []
  const cells = new Map<Line, Cell>()
  for (let from = 0; from < rows.length;) {
    const { to, gutters } = columnsFrom(rows, from)
    const block = rows.slice(from, to)
    if (gutters.length === 0)
      lines.push(
        ...block.flatMap((row) => (isSpread(row) ? [joined(row)] : isRtl ? [...row].reverse() : row)),
      )
    else if (isTable(block, gutters)) {
      const columnOf = columnAmong(gutters)
      block.forEach((line, row) => {
        for (const cell of isRtl ? [...line].reverse() : line) {
          const column = columnOf(cell)
          cells.set(cell, { row, column: isRtl ? gutters.length - column : column })
          lines.push(cell)
        }
      })
    } else {
      const columns = columnsAt(block, gutters)
      // A column of running text has no columns of its own: gaps in its rows are those of stretched lines.
      for (const column of isRtl ? columns.reverse() : columns)
        lines.push(...column.flatMap((row) => (row.length > 0 ? [joined(row)] : [])))
    }
    from = to
  }
  return { lines, cells }
}

/**
 * Whether the gaps of a row, none as wide as between columns of figures, are those of a line that was stretched to both
 * margins: they are alike.
 */
function isSpread(row: readonly Line[]): boolean {
  const gaps = row.slice(1).map(({ x }, index) => x - (row[index]?.right ?? x))
  const size = row[0]?.size ?? 0
  const widest = Math.max(...gaps)
  return gaps.length > 1 && widest <= STRETCHED * size && widest <= 1.5 * Math.min(...gaps)
}

/** Figures belong to either direction. */
function mainlyRightToLeft(runs: readonly Run[]): boolean {
  const lettersOf = (text: string) => text.match(/\p{L}/gu)?.length ?? 0
  const letters = runs.reduce((sum, { text }) => sum + lettersOf(text), 0)
  const rtl = runs.reduce((sum, { text }) => sum + (isRightToLeft(text) ? lettersOf(text) : 0), 0)
  return rtl * 2 > letters
}

function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: { y: number; size: number; runs: Run[] }[] = []
  for (const run of [...runs].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const open = rows.at(-1)
    if (open && Math.abs(open.y - run.y) <= SAME_LINE * Math.max(open.size, run.size)) {
      open.runs.push(run)
      if (run.size > open.size) Object.assign(open, { y: run.y, size: run.size })
    } else rows.push({ y: run.y, size: run.size, runs: [run] })
  }
  return withFigures(rows.map(({ runs: row }) => row)).map(fromLeft)
}

/** Raised and lowered words that stand higher or lower than a line belong to the line whose words they touch. */
function withFigures(rows: readonly Run[][]): Run[][] {
  const found = rows.map((row) => [...row])
  rows.forEach((row, index) => {
    for (const run of row) {
      const near = [found[index + 1], found[index - 1]].find((one) =>
        one?.some((other) => touches(run, other)),
      )
      if (!near) continue
      near.push(run)
      found[index] = found[index]?.filter((one) => one !== run) ?? []
    }
  })
  return found.filter((row) => row.length > 0)
}

function touches(figure: Run, { x, y, width, size, text }: Run): boolean {
  if (text.trim() === '' || figure.text.trim() === '' || figure.size > SMALL * size) return false
  if (Math.abs(figure.y - y) > HIGHEST * size) return false
  const gap = Math.max(figure.x - x - width, x - figure.x - figure.width)
  return Math.abs(gap) <= BLANK * size
}

function fragmentsOf(row: Run[], page: Reading): Line[] {
  const groups: Run[][] = []
  let right = -Infinity
  let blank = false
  for (const run of row) {
    if (run.text.trim() === '') {
      blank = true
      continue
    }
    const open = groups.at(-1)
    const gap = run.x - right
    if (open && gap <= COLUMN_GAP * run.size)
      open.push({ ...run, blank: blank && gap > LEAST_BLANK * run.size })
    else groups.push([run])
    right = Math.max(right, run.x + run.width)
    blank = false
  }
  return withLabels(groups, page)
}

/** The number or the sign of a list item, which stands apart from its words. */
const LABEL = /^(?:[([]?(?:\p{N}{1,3}|\p{L}{1,2}|[ivxl]{1,5})[.)\]]|[•◦▪▫●○■□‣⁃∙➢✓–-])$/iu
/** The widest gap, in font sizes, behind it. */
const LABEL_GAP = 4

/** The groups of a row as lines; the label of a list item and the words beside it are one, not two columns. */
function withLabels(groups: readonly Run[][], page: Reading): Line[] {
  const lines = groups.map((group) => lineOf(group, page))
  const [left, right] = lines
  if (left && lines.length === 1) return [{ ...left, ...itemBegins(left, page) }]
  if (!left || !right || lines.length > 2) return lines
  const [label, item] = page.isRtl ? [right, left] : [left, right]
  const gap = right.x - left.right
  if (!LABEL.test(label.text) || LABEL.test(item.text) || gap > LABEL_GAP * item.size) return lines
  const [first, ...rest] = right.runs
  const runs = first ? [...left.runs, { ...first, blank: true }, ...rest] : [...left.runs]
  return [
    { ...lineOf(runs, page), text: `${label.text} ${item.text}`, begins: page.isRtl ? item.right : item.x },
  ]
}

/** A label may stand no further from its words than a wide blank. */
function itemBegins({ runs }: Line, { isRtl }: Reading): Pick<Line, 'begins'> {
  const [label, next] = isRtl ? [runs.at(-1), runs.at(-2)] : runs
  if (!label || !next || !LABEL.test(label.text.trim())) return {}
  const [first, second] = isRtl ? [next, label] : [label, next]
  const gap = second.x - first.x - first.width
  return gap >= 0.5 * next.size ? { begins: isRtl ? next.x + next.width : next.x } : {}
}

/** The words of one line in the order in which they are read. */
function lineOf(runs: Run[], { isRtl: isPageRtl, brackets }: Reading): Line {
  const hasLetters = runs.some(({ text }) => /\p{L}/u.test(text))
  const isRtl = hasLetters ? mainlyRightToLeft(runs) : isPageRtl
  const [first = { text: '', x: 0, y: 0, width: 0, size: 0, page: 0 }] = runs
  const figureOf = figureIn(runs)
  const parts = runs.map((run, index): Part => {
    const before = runs[index - 1]
    const gap = before ? run.x - before.x - before.width : 0
    return { text: run.text, blank: run.blank === true || gap > BLANK * run.size, figure: figureOf(run) }
  })
  const size = runs.reduce((most, run) => Math.max(most, run.size), 0)
  const right = runs.reduce((most, run) => Math.max(most, run.x + run.width), first.x)
  const { y, x, page } = runs.find((run) => run.size === size) ?? first
  return {
    ...wordsOf(isRtl ? reordered(parts, brackets) : isPageRtl ? stopBehind(parts) : parts),
    x: Math.min(x, first.x),
    y,
    size,
    page,
    right,
    width: right - first.x,
    runs,
  }
}

type Gutter = { from: number; to: number }

/** The rows from one on that leave the same gap free, and the gaps that have enough words on both sides. */
function columnsFrom(rows: readonly Line[][], from: number): { to: number; gutters: Gutter[] } {
  let free: Gutter[] = [{ from: -Infinity, to: Infinity }]
  let to = from
  for (; to < rows.length; to++) {
    const next = cut(free, rows[to] ?? [])
    if (
      !next.some(({ from: left, to: right }) => Number.isFinite(left) && Number.isFinite(right)) &&
      to > from
    ) {
      if (!canHaveGutter(next)) break
    }
    if (endsTable(rows.slice(from, to), free, next)) break
    free = next
  }
  const block = rows.slice(from, to)
  const gutters = free.filter((gutter) => isProven(block, gutter))
  if (gutters.length === 0) return { to: from + 1, gutters }
  // Short lines above the columns, such as the end of a paragraph over both, are read before them.
  const besides = block.map((row) => gutters.some((gutter) => isLeft(row, gutter) && isRight(row, gutter)))
  const first = besides.filter(Boolean).length >= FEWEST_ROWS ? besides.indexOf(true) : 0
  return first > 0 ? { to: from + first, gutters: [] } : { to, gutters }
}

/** Whether a row of one piece, such as a caption, would close a gap between the columns of the table above it. */
function endsTable(block: readonly Line[][], before: readonly Gutter[], after: readonly Gutter[]): boolean {
  if (block.length < FEWEST_ROWS) return false
  const proven = (gutters: readonly Gutter[]) => gutters.filter((gutter) => isProven(block, gutter))
  const [had, has] = [proven(before), proven(after)]
  return has.length < had.length && isTable(block, had)
}

/** A row that leaves no gap between words may still be a short line of one column. */
const canHaveGutter = (free: readonly Gutter[]) =>
  free.some(({ from, to }) => Number.isFinite(from) && to - from > 0 && Number.isFinite(to))

function cut(free: readonly Gutter[], row: readonly Line[]): Gutter[] {
  return row.reduce<Gutter[]>(
    (left, { x, right, size }) =>
      left
        .flatMap((gutter) => [
          { from: gutter.from, to: Math.min(gutter.to, x) },
          { from: Math.max(gutter.from, right), to: gutter.to },
        ])
        .filter((gutter) => gutter.to - gutter.from >= 0.7 * size),
    [...free],
  )
}

const isLeft = (row: readonly Line[], { from }: Gutter) => row.some(({ right }) => right <= from + 0.01)
const isRight = (row: readonly Line[], { to }: Gutter) => row.some(({ x }) => x >= to - 0.01)

const isProven = (rows: readonly Line[][], gutter: Gutter) =>
  Number.isFinite(gutter.from) && Number.isFinite(gutter.to) && onBothSides(rows, gutter) >= FEWEST_ROWS

/** The number of rows on the side that has fewer; the baselines of two columns need not agree. */
const onBothSides = (rows: readonly Line[][], gutter: Gutter) =>
  Math.min(
    rows.filter((row) => isLeft(row, gutter)).length,
    rows.filter((row) => isRight(row, gutter)).length,
  )

/** Tells in which column a fragment stands, counted from the left. */
const columnAmong = (gutters: readonly Gutter[]) => (line: Line) =>
  gutters.filter(({ to }) => line.x >= to - 0.01).length

/** The fragments of each row in each column. */
function columnsAt(rows: readonly Line[][], gutters: readonly Gutter[]): Line[][][] {
  const columnOf = columnAmong(gutters)
  return Array.from({ length: gutters.length + 1 }, (_, index) =>
    rows.map((row) => row.filter((line) => columnOf(line) === index)),
  )
}

/** Cells are short: most fill less than two thirds of their column, or hold only a word or two. */
function isTable(rows: readonly Line[][], gutters: readonly Gutter[]): boolean {
  const columns = columnsAt(rows, gutters)
    .map((column) => column.flat())
    .filter((column) => column.length > 0)
  const short = columns.filter((column) => {
    const width = Math.max(...column.map((line) => line.width))
    const brief = column.filter((line) => line.width < width * 0.67 || line.text.split(' ').length <= 3)
    return brief.length * 2 >= column.length
  })
  return short.length * 2 >= columns.length
}
