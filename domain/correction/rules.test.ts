import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  approvalIssues,
  CORRECTION_KINDS,
  CORRECTION_STATES,
  isOpen,
  mayGo,
  needsSecond,
  nextStep,
  publishingIssues,
  SEVERITIES,
} from './rules'

const whole = {
  kind: 'correction' as const,
  severity: 'minor' as const,
  quote: 'opened in 1998',
  replacement: 'opened in 1996',
  wrong: 'The bridge opened in 1998.',
  right: 'It opened in 1996.',
  note: 'An earlier version gave the wrong year for the opening of the bridge. It opened in 1996.',
  explanation: '',
  fixedElsewhere: '',
  approvedById: 'a',
  secondById: null,
}
const paths = (issues: { path: string; key: string }[]) => issues.map(({ path, key }) => `${path} ${key}`)

describe('a correction', () => {
  it('goes from reported to published step by step and can be rejected only before publication', () => {
    expect(CORRECTION_STATES.map(nextStep)).toEqual(['acknowledged', 'approved', 'published', null, null])
    expect(mayGo('reported', 'approved')).toBe(false)
    expect(mayGo('acknowledged', 'published')).toBe(false)
    expect(CORRECTION_STATES.filter((state) => mayGo(state, 'rejected'))).toEqual([
      'reported',
      'acknowledged',
      'approved',
    ])
  })

  it('stays published or rejected, whatever is tried in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CORRECTION_STATES), { maxLength: 40 }), (asked) => {
        let state: (typeof CORRECTION_STATES)[number] = CORRECTION_STATES[0]
        const seen: (typeof CORRECTION_STATES)[number][] = [state]
        for (const wanted of asked)
          if (mayGo(state, wanted)) {
            state = wanted
            seen.push(state)
          }
        const end = seen.findIndex((one) => !isOpen(one))
        if (end !== -1) expect(seen).toHaveLength(end + 1)
        if (state === 'published') expect(seen.at(-2)).toBe('approved')
        if (seen.includes('approved'))
          expect(seen.indexOf('acknowledged')).toBeLessThan(seen.indexOf('approved'))
      }),
    )
  })

  it('needs the fields of its kind before its approval', () => {
    const empty = { quote: '', replacement: null, fixedElsewhere: ' ', wrong: ' ', right: '', note: '' }
    expect(paths(approvalIssues({ ...empty, kind: 'correction' }))).toEqual([
      'wrong correctionNeedsWrong',
      'right correctionNeedsRight',
      'note correctionNeedsNote',
      'fixedElsewhere correctionNeedsFix',
    ])
    expect(paths(approvalIssues({ ...empty, kind: 'clarification' }))).toEqual([
      'right correctionNeedsRight',
      'note correctionNeedsNote',
    ])
    expect(paths(approvalIssues({ ...empty, kind: 'editors_note' }))).toEqual(['note correctionNeedsNote'])
    expect(paths(approvalIssues({ ...empty, kind: 'retraction' }))).toEqual([
      'wrong correctionNeedsWrong',
      'note correctionNeedsNote',
    ])
    expect(approvalIssues(whole)).toEqual([])
    expect(paths(approvalIssues({ ...whole, quote: '' }))).toEqual(['replacement replacementNeedsQuote'])
    expect(paths(approvalIssues({ ...whole, replacement: whole.quote }))).toEqual([
      'replacement replacementSame',
    ])
  })

  it('is approved and published only with its text fixed somewhere, and published late only with an explanation', () => {
    expect(publishingIssues(whole, false)).toEqual([])
    for (const issues of [
      approvalIssues({ ...whole, replacement: null }),
      publishingIssues({ ...whole, replacement: null }, false),
    ])
      expect(paths(issues)).toEqual(['fixedElsewhere correctionNeedsFix'])
    expect(publishingIssues({ ...whole, replacement: null, fixedElsewhere: 'In print.' }, false)).toEqual([])
    expect(publishingIssues({ ...whole, kind: 'clarification', replacement: null }, false)).toEqual([])
    expect(paths(publishingIssues(whole, true))).toEqual(['explanation correctionNeedsExplanation'])
    expect(publishingIssues({ ...whole, explanation: 'The archive was closed.' }, true)).toEqual([])
  })

  it('needs two people when it is serious or retracts an article', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CORRECTION_KINDS),
        fc.constantFrom(...SEVERITIES),
        fc.constantFrom('a', 'b', null),
        (kind, severity, secondById) => {
          const asked = { ...whole, kind, severity, secondById }
          const lacks = publishingIssues(asked, false).some(({ path }) => path === 'second')
          expect(lacks).toBe(needsSecond(asked) && secondById !== 'b')
        },
      ),
    )
    expect(needsSecond({ kind: 'retraction', severity: 'minor' })).toBe(true)
    expect(needsSecond({ kind: 'clarification', severity: 'serious' })).toBe(true)
    expect(needsSecond({ kind: 'correction', severity: 'significant' })).toBe(false)
  })
})
