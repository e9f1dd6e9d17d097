import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '@/tests/properties'
import { nearestWords } from './nearest-words'
import { withPartners } from './with-partners'

const widened = (text: string, words: string) => {
  const start = text.indexOf(words)
  const wider = withPartners(text, { start, end: start + words.length })
  return text.slice(wider.start, wider.end)
}

test.each([
  ['"We had no choice," said Ortiz.', 'We had no choice," said', '"We had no choice," said'],
  ['Ortiz said: “We had no choice.”', 'said: “We had no choice', 'said: “We had no choice.”'],
  ['وقالت: «لم يكن أمامنا خيار».', 'وقالت: «لم يكن أمامنا خيار', 'وقالت: «لم يكن أمامنا خيار»'],
  ['وقالت: »لم يكن أمامنا خيار«.', 'وقالت: »لم يكن أمامنا خيار', 'وقالت: »لم يكن أمامنا خيار«'],
  ['The library (the old one) closes.', 'library (the old one', 'library (the old one)'],
  ['社長は「はい」と述べた。', 'はい」と述べた', '「はい」と述べた'],
  ['He said “a “quiet” word”, twice.', 'said “a “quiet” word', 'said “a “quiet” word”'],
  // Both marks outside, a partner farther off, and a mark without one.
  ['Ortiz said: “We had no choice.”', 'We had no choice', 'We had no choice'],
  ['Ortiz said: “We had no choice at all.”', 'said: “We had no choice', 'said: “We had no choice'],
  ['A 12" pipe broke, and a “valve.', 'pipe broke, and a “valve', 'pipe broke, and a “valve'],
  ['She said “we\n\nhad” no choice', 'had', 'had'],
])('in %j the words %j are %j', (text, words, wider) => {
  expect(widened(text, words)).toBe(wider)
})

test('nearest words keep both marks of what they quote', () => {
  const [near] = nearestWords(
    'Nine members voted for it. "We had no choice," said Lena Ortiz.',
    'We had few choice, said Lena Ortiz',
  )
  expect(near).toMatchObject({ start: 27, end: 62 })
})

test('whatever stands there, the words stay within, and nothing is added twice', () => {
  const piece = fc.constantFrom('a', 'ب', '5', ' ', '. ', '“', '”', '"', '«', '»', '(', ')', '\n', '-')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(39), fc.nat(39), (pieces, one, other) => {
      const text = pieces.join('')
      const [start = 0, end = 0] = [one, other].map((at) => at % (text.length + 1)).sort((a, b) => a - b)
      const wider = withPartners(text, { start, end })
      expect(wider.start).toBeLessThanOrEqual(start)
      expect(wider.end).toBeGreaterThanOrEqual(end)
      expect(text.slice(wider.start, start) + text.slice(end, wider.end)).not.toMatch(/[\p{L}\p{N}]/u)
      expect(withPartners(text, wider)).toEqual(wider)
    }),
    { numRuns: runs(500) },
  )
})
