import { expect, test } from 'vitest'
import { directionOfLines, firstStrong } from './first-strong'

test.each([
  ['السنة\n\n٢٠٢٤\n\n١١٨٬٠٠٠', 'rtl'],
  ['1968\n\nالسنة', 'rtl'],
  ['Year\n\n1968\n\n٢٠٢٤', 'ltr'],
  ['שנה\n12%\n(3)', 'rtl'],
  ['السنة\nYear\n12', 'auto'],
  ['12\n\n٢٠٢٤', 'auto'],
  ['', 'auto'],
  ['\n\n', 'auto'],
  ['WHO: نعم\nIt said', 'ltr'],
  ['سال ۱۴۰۳\n۲۳٫۵٪\n', 'rtl'],
])('the lines of %j go %s', (text, direction) => expect(directionOfLines(text)).toBe(direction))

test('a line without letters has no direction of its own', () => {
  expect(['٢٠٢٤', '12', '«»', ''].map(firstStrong)).toEqual([null, null, null, null])
})
