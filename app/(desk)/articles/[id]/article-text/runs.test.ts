import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '@/tests/properties'
import { runsOf } from './runs'

const link = (start: number, end: number, url = 'https://example.org/') => ({ url, start, end })

test('words with a claim, an open sentence and links', () => {
  const text = 'The report says 12 wells dried. Nobody knew.'
  const [report, wells, knew] = [link(4, 10), link(19, 25), link(39, 43)]
  const claim = { id: 'claim', start: 16, end: 24 }
  const cut = runsOf(
    text,
    { start: 0, end: text.length },
    { claims: [claim], open: [{ start: 32, end: 44, position: 7 }], links: [report, wells, knew] },
  )
  expect(cut.map((run) => text.slice(run.start, run.end))).toEqual([
    ...['The ', 'report', ' says ', '12 ', 'wells', ' dried. ', 'Nobody ', 'knew', '.'],
  ])
  expect(cut.map((run) => run.covering.length)).toEqual([0, 0, 0, 1, 1, 0, 0, 0, 0])
  expect(cut.map((run) => run.opening.length)).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 0])
  expect(cut.map((run) => run.open)).toEqual([null, null, null, null, null, null, 7, 7, 7])
  expect(cut.map((run) => run.link)).toEqual([null, report, null, null, wells, null, null, knew, null])
  expect(cut.map((run) => run.ending)).toEqual([[], [report], [], [], [wells], [], [], [knew], []])
})

test('a link that goes over the end of a block has its sign in each block that shows words of it', () => {
  const text = 'قال الوزير\n\nأمس في البصرة'
  const across = link(4, 15)
  const none = { claims: [], open: [], links: [across, link(10, 12)] }
  const first = runsOf(text, { start: 0, end: 10 }, none)
  const second = runsOf(text, { start: 12, end: text.length }, none)
  expect(first.map((run) => run.ending)).toEqual([[], [across]])
  expect(second.map((run) => run.ending)).toEqual([[across], []])
})

test('each letter stands once and in order, with its claims and a link on it, and each link ends once', () => {
  const span = fc
    .tuple(fc.nat(34), fc.nat(34))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  const spans = fc.array(span, { maxLength: 14 })
  const texts = fc.string({ unit: fc.constantFrom('a', ' ', 'ب', '1'), minLength: 30, maxLength: 30 })
  fc.assert(
    fc.property(texts, spans, spans, span, (text, drawn, targets, part) => {
      const claims = drawn.map((one, index) => ({ ...one, id: String(index) }))
      const links = targets.map((one, index) => link(one.start, one.end, `https://example.org/${index}`))
      const block = { start: Math.min(part.start, 30), end: Math.min(part.end, 30) }
      const cut = runsOf(text, block, { claims, open: [], links })
      expect(cut.map((run) => text.slice(run.start, run.end)).join('')).toBe(
        text.slice(block.start, block.end),
      )
      for (const run of cut) {
        const covers = (one: { start: number; end: number }) => one.start <= run.start && run.end <= one.end
        const expected = claims.filter((claim) => claim.start < claim.end && covers(claim))
        expect(run.covering).toHaveLength(Math.min(expected.length, 8))
        expect(run.covering.every(covers)).toBe(true)
        if (run.link) expect(covers(run.link)).toBe(true)
        for (const one of run.ending) expect(one.end >= run.end && one.start < run.end).toBe(true)
        const plain = text.slice(run.start, run.end).trim() === ''
        expect(run.link !== null || plain || !links.some(covers)).toBe(true)
      }
      const visible = links.filter(
        ({ start, end }) => text.slice(Math.max(start, block.start), Math.min(end, block.end)).trim() !== '',
      )
      expect(new Set(cut.flatMap((run) => run.ending.map(({ url }) => url)))).toEqual(
        new Set(visible.map(({ url }) => url)),
      )
      expect(cut.flatMap((run) => run.ending)).toHaveLength(visible.length)
      const opening = claims.filter(
        ({ start, end }) => start < end && Math.max(start, block.start) < Math.min(end, block.end),
      )
      expect(cut.flatMap((run) => run.opening).length).toBe(opening.length)
    }),
    { numRuns: runs(200), seed: 13 },
  )
})
