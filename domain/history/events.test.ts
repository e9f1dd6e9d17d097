import { describe, expect, it } from 'vitest'
import { isTold, shownFieldsOf, VERBS, type Deed } from './events'

describe('the table of events', () => {
  it('says of each verb which fields are shown, those of after first', () => {
    const shown = (verb: (typeof VERBS)[number]) => shownFieldsOf(verb).map(([name]) => name)
    expect(shown('claim.taken_over')).toEqual(['status', 'from', 'sources', 'finding'])
    expect(shown('source.removed')).toEqual(['title', 'stance', 'url'])
    expect(shown('token.revoked')).toEqual([])
  })

  it('shows nothing of a verb that it does not know', () => {
    expect(shownFieldsOf('claim.dreamt' as 'claim.made')).toEqual([])
    expect(shownFieldsOf('toString' as 'claim.made')).toEqual([])
  })

  it('lets other programs be told of what concerns articles alone', () => {
    const nouns = new Set(VERBS.filter(isTold).map((verb) => verb.split('.')[0]))
    expect([...nouns]).toEqual(['article', 'claim', 'report', 'correction'])
    expect(isTold('toString')).toBe(false)
  })
})

it('a line that holds other fields than its verb has does not compile', () => {
  const deeds: Deed[] = [
    { verb: 'claim.reviewed', before: { status: 'unreviewed' }, after: { status: 'disputed' } },
    // @ts-expect-error it is no status
    { verb: 'claim.reviewed', after: { status: 'doubtful' } },
    // @ts-expect-error a due time is a moment
    { verb: 'claim.planned', after: { dueAt: 'tomorrow' } },
    // @ts-expect-error a review has no digest
    { verb: 'claim.reviewed', after: { digest: '' } },
    // @ts-expect-error an issued report has a number and more
    { verb: 'report.issued', after: { kind: 'final' } },
    // @ts-expect-error there is nothing before
    { verb: 'token.made', before: { name: '' }, after: { name: '' } },
    // @ts-expect-error it is no verb
    { verb: 'claim.dreamt' },
  ]
  expect(deeds).toHaveLength(7)
})
