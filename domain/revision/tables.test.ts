import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '@/tests/properties'
import { samePassage } from '@/text/same-passage'
import { contextOf, versionOf } from '@/text/revise/version'
import { carryAnchors, type Standing } from './rules'

/** A row of a table: its label and its cells. */
type Row = string[]

const LABELS = ['North plant', 'South plant', 'المصنع الشرقي', 'West', 'المصنع الغربي', 'Old mill']
const FIGURES = ['500', '300', '12 %', '-4', '٥٠٠', '7,5']
/** The possible contents of a row's last cell. */
const CELLS = [...FIGURES, 'Ali', 'كريم', '7 men']

const EDITS = ['cell', 'last', 'swap', 'label', 'move', 'insert', 'drop', 'back'] as const
type Edit = {
  kind: (typeof EDITS)[number]
  at: number
  to: number
  label: string
  figure: string
  cell: string
}
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...EDITS),
  at: fc.nat(),
  to: fc.nat(),
  label: fc.constantFrom(...LABELS),
  figure: fc.constantFrom(...FIGURES),
  cell: fc.constantFrom(...CELLS),
})

function edited(table: readonly Row[], edits: readonly Edit[], kept: Row[]): Row[] {
  const rows = table.map((row) => [...row])
  for (const { kind, at, to, label, figure, cell } of edits) {
    const [row, other] = [rows[at % rows.length], rows[to % rows.length]]
    if (!row || !other) return rows
    if (kind === 'cell') row[1] = figure
    if (kind === 'last') row[2] = cell
    if (kind === 'label') row[0] = label
    if (kind === 'swap') {
      const [one = '', two = ''] = [row[1], other[1]]
      row[1] = two
      other[1] = one
    }
    if (kind === 'move') rows.splice(to % rows.length, 0, ...rows.splice(at % rows.length, 1))
    if (kind === 'insert') rows.splice(to % rows.length, 0, [label, figure, cell])
    if (kind === 'drop' && rows.length > 1) kept.push(...rows.splice(at % rows.length, 1))
    if (kind === 'back') rows.splice(to % rows.length, 0, ...kept.splice(0, 1))
  }
  return rows
}

/** Each cell is a line of its own, as in an imported table. */
function render(table: readonly Row[]) {
  const text = table.flat().join('\n\n')
  let at = 0
  const spans = table.flat().map((cell) => {
    const start = at
    at += cell.length + 2
    return { start, end: start + cell.length }
  })
  return { text, spans, version: versionOf(text, spans) }
}

/** The row of a cell up to that cell; `index` counts all cells. */
const readAt = (table: readonly Row[], index: number) =>
  table[Math.floor(index / 3)]?.slice(0, (index % 3) + 1) ?? []

test('a verdict on a cell stays with its row, over three revisions', () => {
  const seen = { stands: 0, asks: 0, gone: 0, untouched: 0 }
  const row = fc.tuple(fc.constantFrom(...LABELS), fc.constantFrom(...FIGURES), fc.constantFrom(...CELLS))
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 2, maxLength: 5 }),
      fc.array(fc.array(edit, { maxLength: 2 }), { minLength: 3, maxLength: 3 }),
      fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
      (shape, rounds, picks) => {
        let table: Row[] = shape
        let old = render(table)
        let claims = picks.map((pick, index) => {
          const rowAt = pick % table.length
          const cell = rowAt * 3 + 1 + (pick % 2)
          const span = old.spans[cell] ?? { start: 0, end: 0 }
          const quote = old.text.slice(span.start, span.end)
          const standing: Standing = {
            ...{ claimId: String(index), quote, ...span, state: 'anchored' },
            judged: { quote, context: contextOf(old.version, span) },
          }
          return { standing, meant: readAt(table, cell) }
        })
        const kept: Row[] = []
        for (const edits of rounds) {
          const before = table
          table = edited(table, edits, kept)
          const fresh = render(table)
          const carried = carryAnchors(
            old.version,
            fresh.version,
            claims.map((one) => one.standing),
          )
          claims = claims.map(({ standing, meant }, index) => {
            const now = carried[index]
            if (!now) throw new Error('lost')
            const there = fresh.spans.findIndex(({ start }) => start === now.start)
            if (now.state === 'anchored') {
              seen.stands++
              const row = readAt(table, there)
              expect(row).toHaveLength(meant.length)
              expect(row.every((cell, at) => samePassage(cell, meant[at] ?? ''))).toBe(true)
            } else seen[now.state === 'changed' ? 'asks' : 'gone']++
            if (standing.state === 'anchored' && isUntouched(before, table, meant)) {
              seen.untouched++
              expect(now.state).toBe('anchored')
            }
            return { standing: { ...standing, ...now }, meant }
          })
          old = fresh
        }
      },
    ),
    { numRuns: runs(10_000), seed: 11 },
  )
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100)
})

/** Whether both tables have the row once, known by its label, together with the cells that are read with it. */
function isUntouched(before: readonly Row[], after: readonly Row[], meant: Row): boolean {
  const labelled = (table: readonly Row[]) => table.filter(([label]) => label === meant[0])
  const holds = (table: readonly Row[]) => {
    const [row, ...others] = labelled(table)
    const cells = table.flat().filter((cell) => samePassage(cell, meant.at(-1) ?? ''))
    return (
      row !== undefined &&
      others.length === 0 &&
      cells.length === 1 &&
      meant.every((cell, at) => row[at] === cell)
    )
  }
  return holds(before) && holds(after)
}
