import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '@/tests/properties'
import { ARTICLE_PARTS, CLAIM_PARTS, CORRECTION_PARTS, SOURCE_PARTS } from './parts'
import { changedSince, mergedWith, toldMerge, type Parts } from './rules'

const claim = (version: number, changedIn: Record<string, number>) => ({ version, changedIn })

describe('a write that is based on an older version', () => {
  it('is kept beside changes of other parts, and conflicts with those of its own', () => {
    const now = claim(5, { finding: 4, assignee_id: 5, assignee_key: 5 })
    expect(mergedWith(CLAIM_PARTS, now, 3, ['priority'])).toEqual(['assignee', 'verdict'])
    expect(mergedWith(CLAIM_PARTS, now, 4, ['status'])).toEqual(['assignee'])
    expect(mergedWith(CLAIM_PARTS, now, 3, ['status'])).toBeNull()
    expect(mergedWith(CLAIM_PARTS, now, 4, ['dueAt', 'assigneeId'])).toBeNull()
    expect(mergedWith(CLAIM_PARTS, now, 5, ['assigneeId'])).toEqual([])
  })

  it('conflicts when nobody knows what changed since, and when its version never was', () => {
    expect(mergedWith(CLAIM_PARTS, claim(5, { '*': 4 }), 3, ['priority'])).toBeNull()
    expect(mergedWith(CLAIM_PARTS, claim(5, { '*': 3, due_at: 5 }), 3, ['priority'])).toEqual(['due'])
    expect(mergedWith(CLAIM_PARTS, claim(5, {}), 6, ['priority'])).toBeNull()
  })

  it('of a verdict conflicts with any column that no part of the plan has, also one that comes later', () => {
    for (const column of ['quote', 'signed_off_by_id', 'withdrawn_at', 'judged', 'a_new_column'])
      expect(mergedWith(CLAIM_PARTS, claim(2, { [column]: 2 }), 1, ['finding'])).toBeNull()
  })

  it('knows of one field whether it changed since', () => {
    const now = claim(5, { quote: 4, assignee_id: 5 })
    expect([3, 4].map((seen) => changedSince(now, seen, 'quote'))).toEqual([true, false])
    expect(changedSince(now, 4, 'assigneeId')).toBe(true)
    expect(changedSince(claim(5, { '*': 4 }), 3, 'quote')).toBe(true)
  })

  it('is told in the history only when something was merged', () => {
    expect(toldMerge([])).toEqual({})
    expect(toldMerge(['due'])).toEqual({ mergedWith: ['due'] })
  })
})

const FIELDS: [Parts, string[]][] = [
  [CLAIM_PARTS, ['status', 'finding', 'priority', 'assigneeId', 'dueAt', 'speaker', 'rating', 'proposal']],
  [SOURCE_PARTS, ['title', 'publisher', 'url', 'excerpt', 'stance', 'primary']],
  [ARTICLE_PARTS, ['title', 'state', 'byline', 'dateline', 'canonicalUrl', 'deadline']],
  [CORRECTION_PARTS, ['wrong', 'right', 'note', 'state', 'asked', 'ownerId']],
]
const column = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const partOf = ({ rest, apart }: Parts, field: string) =>
  Object.entries(apart).find(([, fields]) => fields.includes(field))?.[0] ?? rest

/** Writes by people who each saw some version, in the order in which they arrive. */
const sessions = fc.constantFrom(...FIELDS).chain(([parts, fields]) =>
  fc.record({
    parts: fc.constant(parts),
    writes: fc.array(
      fc.record({ behind: fc.nat(4), fields: fc.subarray(fields, { minLength: 1, maxLength: 3 }) }),
      { maxLength: 12 },
    ),
  }),
)

describe('whatever people write in whatever order', () => {
  it('nobody replaces a part that they have not seen, and nobody is refused over a part that nobody touched', () => {
    fc.assert(
      fc.property(sessions, ({ parts, writes }) => {
        let now = claim(1, {})
        const touched: string[][] = [[], []]
        for (const { behind, fields } of writes) {
          const seen = Math.max(1, now.version - behind)
          const since = new Set(touched.slice(seen + 1).flat())
          const mine = fields.map((field) => partOf(parts, field))
          const merged = mergedWith(parts, now, seen, fields)
          expect(merged === null).toBe(mine.some((part) => since.has(part)))
          if (merged === null) continue
          expect([...merged].sort()).toEqual([...since].sort())
          const version = now.version + 1
          now = claim(version, {
            ...now.changedIn,
            ...Object.fromEntries(fields.map((field) => [column(field), version])),
          })
          touched.push(mine)
        }
      }),
      { seed: 20261201, numRuns: runs(300) },
    )
  })

  it('two writes of one version that may both stand may do so in either order', () => {
    fc.assert(
      fc.property(sessions, ({ parts, writes: [one, other] }) => {
        if (!one || !other) return
        const after = (fields: readonly string[]) =>
          claim(2, Object.fromEntries(fields.map((field) => [column(field), 2])))
        const late = mergedWith(parts, after(one.fields), 1, other.fields)
        expect(mergedWith(parts, after(other.fields), 1, one.fields) === null).toBe(late === null)
      }),
      { seed: 20261202, numRuns: runs(200) },
    )
  })
})
