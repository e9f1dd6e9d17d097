import { expect, it } from 'vitest'
import type { OutcomeLine } from '@/components/revision/outcome-list'
import { NOTHING_SETTLED, settling, waitingLines } from './settling-state'

const line = (number: number, kind: 'figures' | 'small'): OutcomeLine => ({
  id: `claim-${number}`,
  number,
  version: 1,
  status: 'unreviewed',
  earlier: null,
  outcome: 'changed',
  remarks: ['around', kind],
  state: 'changed',
  sentences: null,
  part: 'text',
  before: null,
  after: { quote: 'words', start: 0, end: 5 },
})
const lines = [line(1, 'figures'), line(2, 'small'), line(3, 'figures')]

it('the claim after the settled one is next, and the one before it at the end', () => {
  const [first, , last] = lines
  if (!first || !last) throw new Error('too few')
  const listed = waitingLines(lines, NOTHING_SETTLED).listed
  const one = settling(NOTHING_SETTLED, { kind: 'settled', line: first, listed })
  expect(one.current).toBe('claim-2')
  expect(waitingLines(lines, one).listed.map(({ number }) => number)).toEqual([2, 3])
  const two = settling(one, { kind: 'settled', line: last, listed: waitingLines(lines, one).listed })
  expect(two.current).toBe('claim-2')
})

it('a claim that changed again after it was settled waits again', () => {
  const [first] = lines
  if (!first) throw new Error('too few')
  const settled = settling(NOTHING_SETTLED, { kind: 'settled', line: first, listed: lines })
  expect(waitingLines([{ ...first, version: 2 }], settled).waiting).toHaveLength(1)
})

it('a filter leaves those of its kind, and the counts tell of all that wait', () => {
  const filtered = settling(NOTHING_SETTLED, { kind: 'filtered', by: 'figures' })
  const { listed, countOf } = waitingLines(lines, filtered)
  expect(listed.map(({ number }) => number)).toEqual([1, 3])
  expect([countOf('all'), countOf('figures'), countOf('small'), countOf('names')]).toEqual([3, 2, 1, 0])
})
