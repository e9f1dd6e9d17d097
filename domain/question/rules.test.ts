import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksToRead, freshSpans } from './asked/rules'
import {
  DAY_MS,
  endOf,
  isLate,
  lackOf,
  newestAnswer,
  reminderAt,
  sameHouse,
  stateOf,
  type QuestionState,
} from './rules'

const AT = new Date('2026-12-01T12:00:00Z')
const days = (count: number) => new Date(AT.getTime() + count * DAY_MS)
const open = { expiresAt: days(1), revokedAt: null, seenAt: null }

it.each([
  [open, false, 'sent'],
  [{ ...open, seenAt: AT }, false, 'seen'],
  [{ ...open, expiresAt: AT }, false, 'expired'],
  [{ ...open, expiresAt: AT, revokedAt: AT }, false, 'revoked'],
  [{ ...open, revokedAt: AT, seenAt: AT }, true, 'answered'],
] as const)('%j, answered: %s, is %s', (question, answered, state) => {
  expect(stateOf(question, answered, AT)).toBe(state)
  expect(endOf(question, AT) === null).toBe(question.expiresAt > AT && !question.revokedAt)
})

it('is late only while it waits', () => {
  const late = (state: QuestionState, dueAt: Date | null) => isLate({ state, dueAt }, AT)
  expect([late('sent', AT), late('seen', days(-1))]).toEqual([true, true])
  expect([late('answered', days(-1)), late('sent', null), late('sent', days(1))]).toEqual([
    false,
    false,
    false,
  ])
})

describe('a reminder', () => {
  it.each([
    [1.01, null],
    [1, 'before'],
    [0.01, 'before'],
    [0, 'due'],
    [-0.99, 'due'],
    [-1, null],
  ] as const)('%s days before the day of the answer is %s', (left, which) => {
    expect(reminderAt({ dueAt: days(left), expiresAt: days(9) }, AT)).toBe(which)
    expect(reminderAt({ dueAt: days(left), expiresAt: AT }, AT)).toBeNull()
  })

  it('needs a day', () => expect(reminderAt({ dueAt: null, expiresAt: days(1) }, AT)).toBeNull())
})

it.each([
  ['Road Institute', ' road  INSTITUTE ', true],
  ['معهد الطّرق', 'معهد الطرق', true],
  ['Road Institute', 'Road Institutes', false],
  ['', '', false],
  [' ', '\u200f', false],
])('%j and %j are one house: %s', (one, other, same) => expect(sameHouse(one, other)).toBe(same))

const silent = { verdict: null, text: '', proposed: '', url: null, sourceTitle: '' }

it.each([
  ['expert', silent, null],
  ['expert', { ...silent, verdict: 'correct' }, null],
  ['expert', { ...silent, verdict: 'wrong' }, 'text'],
  ['expert', { ...silent, proposed: 'x' }, 'verdict'],
  ['writer', { ...silent, proposed: 'x' }, null],
  ['writer', { ...silent, sourceTitle: 'x' }, 'url'],
] as const)('of a %s, %j lacks %s', (kind, item, path) => expect(lackOf(kind, item)?.path ?? null).toBe(path))

it('the newest answer that is no source yet is offered', () => {
  const item = (id: string, claimId: string | null, sourceId: string | null = null) => ({
    id,
    claimId,
    sourceId,
  })
  const questions = [
    { answers: [{ at: days(0), items: [item('old', 'a'), item('other', 'b')] }] },
    {
      answers: [
        { at: days(1), items: [item('new', 'a')] },
        { at: days(2), items: [item('taken', 'a', 's')] },
      ],
    },
    { answers: [] },
  ]
  expect([newestAnswer(questions, 'a'), newestAnswer(questions, 'b'), newestAnswer(questions, 'c')]).toEqual([
    'new',
    'other',
    null,
  ])
})

describe('the text that an expert reads', () => {
  it('marks added words and sentences as new', () => {
    const span = (start: number, end: number) => ({ start, end })
    const [old, fresh] = [span(0, 1), span(2, 3)]
    expect(
      freshSpans([
        { kind: 'same', old, fresh, runs: [] },
        { kind: 'added', old: null, fresh: span(4, 9), runs: [] },
        { kind: 'removed', old, fresh: null, runs: [] },
        {
          kind: 'changed',
          ...{ old, fresh },
          runs: [
            { kind: 'same', words: 1, old, fresh },
            { kind: 'removed', words: 1, old, fresh },
            { kind: 'added', words: 1, old, fresh: span(10, 12) },
          ],
        },
      ]),
    ).toEqual([span(4, 9), span(10, 12)])
  })

  it('is whole, in order, and marks exactly the words asked about and the new ones', () => {
    const spans = fc.array(
      fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(
        fc.string({ minLength: 40, maxLength: 40, unit: 'binary-ascii' }),
        spans,
        spans,
        (text, a, b) => {
          const asked = a.map((one, index) => ({ ...one, number: index + 1 }))
          const blocks = [
            { kind: 'heading' as const, start: 0, end: 11 },
            { kind: 'paragraph' as const, start: 13, end: 40 },
          ]
          const read = blocksToRead(text, blocks, asked, b)
          expect(read.map(({ runs }) => runs.map((run) => run.text).join(''))).toEqual(
            blocks.map(({ start, end }) => text.slice(start, end)),
          )
          const covers = (of: readonly { start: number; end: number }[], at: number) =>
            of.some(({ start, end }) => start <= at && at < end)
          read.forEach(({ runs }, index) => {
            let at = blocks[index]?.start ?? 0
            for (const run of runs) {
              expect([run.asked, run.fresh]).toEqual([covers(asked, at), covers(b, at)])
              at += run.text.length
            }
          })
          const opened = read.flatMap(({ runs }) => runs.flatMap(({ opening }) => opening))
          const touched = (one: { start: number; end: number }) =>
            blocks.filter(({ start, end }) => one.start < end && one.end > start && one.end > one.start)
              .length
          expect(opened.length).toBe(asked.reduce((sum, one) => sum + touched(one), 0))
        },
      ),
      { seed: 57, numRuns: 300 },
    )
  })
})
