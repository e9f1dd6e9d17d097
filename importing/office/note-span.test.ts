import { expect, test } from 'vitest'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import { addressesOf } from './addresses'
import { notedSpans } from './note-span'

/** Marks are written as `#`. */
function wordsBefore(written: string): string[] {
  const [first = '', ...rest] = written.split('#')
  const marks: number[] = []
  let block = first
  for (const piece of rest) {
    marks.push(block.length)
    block += piece
  }
  return notedSpans(block, marks).map(({ start, end }) => block.slice(start, end))
}

test('a mark is anchored to the sentence before it', () => {
  expect(wordsBefore('One is done. Two is done.# Three.')).toEqual(['Two is done.'])
  expect(wordsBefore('One is done. Two# is done.')).toEqual(['Two'])
  expect(wordsBefore('He said: “It rains.”# Then he left.')).toEqual(['He said: “It rains.”'])
  expect(wordsBefore('هل ارتفعت الأسعار؟ نعم، بنسبة ٣٫٥ بالمئة#، وفق الوزارة.')).toEqual([
    'نعم، بنسبة ٣٫٥ بالمئة',
  ])
  expect(wordsBefore('یک جمله۔ جملهٔ دوم۔ #')).toEqual(['جملهٔ دوم۔'])
})

test('a full stop inside a sentence does not count', () => {
  expect(wordsBefore('Dr. Noor and J. Smith of the U.N. Council paid 3.50 each#.')).toEqual([
    'Dr. Noor and J. Smith of the U.N. Council paid 3.50 each',
  ])
  expect(wordsBefore('قال د. نور إن العدد ٩٠٠#.')).toEqual(['قال د. نور إن العدد ٩٠٠'])
})

test('marks in one sentence divide it, and adjacent marks share their words', () => {
  expect(wordsBefore('Wages fell#, prices rose.## Then calm#.')).toEqual([
    'Wages fell',
    'prices rose.',
    'prices rose.',
    'Then calm',
  ])
  expect(wordsBefore('#Nothing before.')).toEqual([''])
})

test('a long block with many marks takes time in proportion', () => {
  const block = 'word, '.repeat(160_000)
  const marks = Array.from({ length: 10_000 }, (_, index) => index * 90 + 4)
  expect(cpuTimeOf(() => expect(notedSpans(block, marks)).toHaveLength(10_000))).toBeLessThan(QUICK_MS)
})

test('addresses in a note, linked or written out, come once each', () => {
  const text =
    'See (https://example.org/a_(b)), https://example.org/c. And HTTPS://example.org/c, http://x.test/؟'
  expect(addressesOf(text, ['https://example.org/c', 'mailto:a@example.org', 'javascript:alert(1)'])).toEqual(
    ['https://example.org/c', 'https://example.org/a_(b)', 'http://x.test/'],
  )
  expect(addressesOf(`https://example.org/${')'.repeat(200_000)}`, [])).toEqual(['https://example.org/'])
})
