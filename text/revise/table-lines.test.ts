import fc from 'fast-check'
import { expect, it } from 'vitest'
import { laidText, type Laid } from '@/tests/tables'
import { runs } from '@/tests/properties'
import { compareVersions } from './compare'
import { cellSpans, linesOf, type CellRows } from './table-lines'
import { versionOf } from './version'

const laid = (parts: (string | string[][])[]): Laid => {
  const said: string[] = []
  const blocks: Laid['blocks'] = []
  let at = 0
  const add = (words: string, cell?: { row: number; column: number }) => {
    blocks.push({
      kind: cell ? 'table_cell' : 'paragraph',
      ...(cell && { cell }),
      start: at,
      end: at + words.length,
    })
    said.push(words)
    at += words.length + 2
  }
  for (const part of parts)
    if (typeof part === 'string') add(part)
    else part.forEach((cells, row) => cells.forEach((words, column) => words && add(words, { row, column })))
  return { text: said.join('\n\n'), blocks }
}

/** Two texts whose sentences are their blocks, as lines. */
function compared(old: Laid, fresh: Laid) {
  const versions = [old, fresh].map(({ text, blocks }) =>
    versionOf(
      text,
      blocks.map(({ start, end }) => ({ start, end })),
    ),
  )
  const [before, after] = versions
  if (!before || !after) throw new Error('no texts')
  const rows = compareVersions(before, after)
  return { rows, lines: linesOf(rows, { old: cellSpans(old.blocks), fresh: cellSpans(fresh.blocks) }) }
}

it('a row of a table is one line with the cells of both sides', () => {
  const old = laid([
    'Losses fell.',
    [
      ['District', 'Loss'],
      ['Hill Side', '420,000'],
      ['حي التلة', '310,000'],
    ],
    'The end.',
  ])
  const fresh = laid([
    'Losses fell.',
    [
      ['District', 'Loss'],
      ['Hill Side', '430,000'],
      ['حي التلة', '310,000'],
    ],
    'The end.',
  ])
  const words = (side: Laid, name: 'old' | 'fresh', cells: CellRows[]) =>
    cells.map(({ rows }) => rows.map((row) => side.text.slice(row[name]?.start, row[name]?.end)).join(' '))
  const { lines } = compared(old, fresh)
  expect(
    lines.map(({ kind, cells }) =>
      cells ? [kind, words(old, 'old', cells.old), words(fresh, 'fresh', cells.fresh)] : kind,
    ),
  ).toEqual([
    'same',
    ['same', ['District', 'Loss'], ['District', 'Loss']],
    ['changed', ['Hill Side', '420,000'], ['Hill Side', '430,000']],
    ['same', ['حي التلة', '310,000'], ['حي التلة', '310,000']],
    'same',
  ])
})

it('a row that was added or removed is a line of its own', () => {
  const table = [
    ['A', '12'],
    ['B', '14'],
  ]
  const longer = [
    ['A', '12'],
    ['Between them', 'thirteen'],
    ['B', '14'],
  ]
  const kinds = (old: string[][], fresh: string[][]) =>
    compared(laid([old]), laid([fresh])).lines.map(({ kind }) => kind)
  expect(kinds(table, longer)).toEqual(['same', 'added', 'same'])
  expect(kinds(longer, table)).toEqual(['same', 'removed', 'same'])
})

it('lines lose no sentence of either text and keep their order', () => {
  fc.assert(
    fc.property(laidText, laidText, (old, fresh) => {
      const { rows, lines } = compared(old, fresh)
      expect(lines.flatMap((line) => line.rows)).toEqual(rows)
      for (const { rows: own, cells } of lines)
        for (const side of ['old', 'fresh'] as const) {
          if (!cells) continue
          const inCells = new Set(cells[side].flatMap((cell) => cell.rows))
          expect(inCells).toEqual(new Set(own.filter((row) => row[side])))
        }
    }),
    { numRuns: runs(200), seed: 61 },
  )
})
