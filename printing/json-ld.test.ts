import { Parser } from 'htmlparser2'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCase } from '@/tests/cases/load'
import { scriptOf } from './json-ld'

/** Lists the elements of a page with their text. */
function elements(page: string): { name: string; text: string }[] {
  const found: { name: string; text: string }[] = []
  const parser = new Parser({
    onopentag: (name) => found.push({ name, text: '' }),
    ontext: (text) => {
      const last = found.at(-1)
      if (last) last.text += text
    },
  })
  parser.end(page)
  return found
}

const C41 = loadCase<{ claims: { claimReviewed: string }[] }>('C41_jsonld_escape').claims

test.each(C41)('$claimReviewed stays inside its script element (C41)', (review) => {
  const found = elements(scriptOf(review))
  expect(found.map(({ name }) => name)).toEqual(['script'])
  const body = found[0]?.text ?? ''
  expect(body).not.toContain('<')
  expect(JSON.parse(body)).toEqual(review)
})

test('a page has one script per review, with equal data (C41)', () => {
  const found = elements(C41.map(scriptOf).join('\n'))
  expect(found.map(({ text }) => JSON.parse(text) as unknown)).toEqual(C41)
})

test('any JSON parses back to the same value', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const [script, ...others] = elements(scriptOf(value))
      expect(others).toEqual([])
      expect(JSON.parse(script?.text ?? '')).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
