import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import { JSON_NAME_MAX, jsonExcess } from './json-bounds'

const WIDE = { depth: 1_000, values: 1_000_000 }

/** Counts values as the bounds do, by building them. */
const valuesIn = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Object.values(value).reduce((sum: number, one) => sum + valuesIn(one), 0)
    : 1
const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0

it('accepts JSON within its bounds and refuses JSON beyond them, in any spacing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
      const text = JSON.stringify(value, null, space)
      const [values, depth] = [valuesIn(value) * 2, depthOf(value)]
      expect(jsonExcess(text, { values, depth: Math.max(1, depth) })).toBeNull()
      if (depth > 1) expect(jsonExcess(text, { values, depth: depth - 1 })).toBe('jsonTooDeep')
      const half = Math.floor(valuesIn(value) / 2) - 1
      if (half > 0) expect(jsonExcess(text, { values: half, depth })).toBe('jsonTooMany')
    }),
    { seed: 22, numRuns: 500 },
  )
})

describe('in large texts', () => {
  const units = 4_000_000
  const fill = (piece: string) => Buffer.from(piece.repeat(Math.ceil(units / piece.length))).toString()
  it.each([
    ['brackets', fill('['), 'jsonTooDeep'],
    ['objects in one another', fill('{"a":'), 'jsonTooDeep'],
    ['arrays side by side', `[${fill('[],')}]`, 'jsonTooMany'],
    ['objects side by side', `{"content":[${fill('{"a":1},')}1]}`, 'jsonTooMany'],
    ['numbers', `[${fill('1,')}1]`, 'jsonTooMany'],
    ['empty strings', fill('""'), 'jsonTooMany'],
    ['the same name again and again', `{${fill('"a":1,')}"a":1}`, 'jsonTooMany'],
    ['a long name', `{"${fill('a')}":1}`, 'jsonLongName'],
    ['a long name of escapes', `{"${fill('\\u0061')}" \r\n:1}`, 'jsonLongName'],
    ['a long string', `{"a":"${fill('a')}"}`, null],
    ['a string of brackets', `{"a":"${fill('[{,')}"}`, null],
    ['a string of quotation marks', `{"a":"${fill('\\"')}"}`, null],
    ['a string of backslashes', `{"a":"${fill('\\\\')}"}`, null],
    ['a string without an end', `{"a":"${fill('[')}`, null],
    ['a long number', fill('1'), null],
    ['white space', `{"a"${fill(' ')}:1}`, null],
    ['closing brackets', `[]${fill(']')}`, null],
  ])('%s', (_, text, expected) => {
    let excess: ReturnType<typeof jsonExcess> = null
    const spent = cpuTimeOf(() => (excess = jsonExcess(text, { depth: 32, values: 100_000 })))
    expect(excess).toBe(expected)
    expect(spent).toBeLessThan(QUICK_MS)
  })
})

it('takes a string for a name only before a colon', () => {
  const long = 'a'.repeat(JSON_NAME_MAX)
  expect(jsonExcess(`["${long}",":"]`, WIDE)).toBeNull()
  expect(jsonExcess(`{"${long}"\n:1}`, WIDE)).toBe('jsonLongName')
})
