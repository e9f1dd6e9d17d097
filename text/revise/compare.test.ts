import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { runs } from '@/tests/properties'
import { newsText } from '@/tests/cases/news-text'
import { blocksOf } from '../blocks'
import { sentencesOf } from '../sentences'
import { compareVersions, piecesOf } from './compare'
import { versionOf } from './version'

const version = (text: string) => versionOf(text, sentencesOf(text, blocksOf(text), 'en'))

function show(before: string, after: string) {
  return compareVersions(version(before), version(after)).map(
    (row) =>
      `${row.kind} ${row.old ? before.slice(row.old.start, row.old.end) : '-'} | ${row.fresh ? after.slice(row.fresh.start, row.fresh.end) : '-'}`,
  )
}

it('tells what was taken out where it stood, what came, and what changed', () => {
  expect(
    show('One is here. Two goes away. Three has 3 legs.', 'One is here. Three has 4 legs. Four came.'),
  ).toEqual([
    'same One is here. | One is here.',
    'removed Two goes away. | -',
    'changed Three has 3 legs. | Three has 4 legs.',
    'added - | Four came.',
  ])
})

it('marks the words that differ on each side, in Arabic too', () => {
  const [before, after] = ['وصلت 12 شاحنة أمس.', 'وصلت 13 شاحنة كبيرة أمس.']
  const [row] = compareVersions(version(before), version(after))
  if (!row?.old || !row.fresh) throw new Error('not paired')
  const marked = (pieces: { text: string; changed: boolean }[]) =>
    pieces.map((piece) => (piece.changed ? `[${piece.text}]` : piece.text)).join('')
  expect(marked(piecesOf(before, row.old, row.runs, 'old'))).toBe('وصلت [12] شاحنة أمس.')
  expect(marked(piecesOf(after, row.fresh, row.runs, 'fresh'))).toBe('وصلت [13] شاحنة [كبيرة] أمس.')
})

test('every sentence of both texts is in one row, whole', () => {
  fc.assert(
    fc.property(newsText, newsText, (before, after) => {
      const [old, fresh] = [version(before), version(after)]
      const rows = compareVersions(old, fresh)
      expect(rows.filter((row) => row.old).length).toBe(old.units.length)
      expect(rows.filter((row) => row.fresh).length).toBe(fresh.units.length)
      for (const row of rows) {
        if (row.old)
          expect(
            piecesOf(before, row.old, row.runs, 'old')
              .map((piece) => piece.text)
              .join(''),
          ).toBe(before.slice(row.old.start, row.old.end))
        if (row.fresh)
          expect(
            piecesOf(after, row.fresh, row.runs, 'fresh')
              .map((piece) => piece.text)
              .join(''),
          ).toBe(after.slice(row.fresh.start, row.fresh.end))
      }
    }),
    { numRuns: runs(300) },
  )
})
