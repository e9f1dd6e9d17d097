import { describe, expect, it } from 'vitest'
import { isTold, shownFieldsOf, VERBS, type Deed } from './events'

describe('the table of events', () => {
  it('lists the shown fields of each verb, with those of `after` first', () => {
    const shown = (verb: (typeof VERBS)[number]) => shownFieldsOf(verb).map(([name]) => name)
    expect(shown('claim.taken_over')).toEqual(['status', 'from', 'sources', 'finding'])
    expect(shown('source.removed')).toEqual(['title', 'stance', 'url'])
    expect(shown('token.revoked')).toEqual([])
  })

  it('shows no fields of an unknown verb', () => {
    expect(shownFieldsOf('claim.dreamt' as 'claim.made')).toEqual([])
    expect(shownFieldsOf('toString' as 'claim.made')).toEqual([])
  })

  it('offers other programs only events that concern articles', () => {
    const nouns = new Set(VERBS.filter(isTold).map((verb) => verb.split('.')[0]))
    expect([...nouns]).toEqual(['article', 'claim', 'report', 'correction'])
    expect(isTold('toString')).toBe(false)
  })
})

it('a line with other fields than its verb defines does not compile', () => {
  const deeds: Deed[] = [
    { verb: 'claim.reviewed', before: { status: 'unreviewed' }, after: { status: 'disputed' } },
    // @ts-expect-error not a status
    { verb: 'claim.reviewed', after: { status: 'doubtful' } },
    // @ts-expect-error a due time is a moment
    { verb: 'claim.planned', after: { dueAt: 'tomorrow' } },
    // @ts-expect-error a review has no digest
    { verb: 'claim.reviewed', after: { digest: '' } },
    // @ts-expect-error an issued report has a number and more
    { verb: 'report.issued', after: { kind: 'final' } },
    // @ts-expect-error this verb has nothing before
    { verb: 'token.made', before: { name: '' }, after: { name: '' } },
    // @ts-expect-error not a verb
    { verb: 'claim.dreamt' },
  ]
  expect(deeds).toHaveLength(7)
})
