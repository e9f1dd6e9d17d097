import { expect, test } from 'vitest'
import { wordsOf } from './words'

const written = (text: string) => wordsOf(text).map((word) => text.slice(word.start, word.end))

test('a number keeps its signs, a name its digits, and each mark stands alone', () => {
  expect(written('G20 leaders cut 1,250.5 tonnes (4.5%), it’s said.')).toEqual([
    'G20',
    'leaders',
    'cut',
    '1,250.5',
    'tonnes',
    '(',
    '4.5%',
    ')',
    ',',
    'it’s',
    'said',
    '.',
  ])
  expect(written('بلغت النسبة ٤٫٥٪ «تقريبًا».')).toEqual(['بلغت', 'النسبة', '٤٫٥٪', '«', 'تقريبًا', '»', '.'])
})

test('words of one key differ in typography alone', () => {
  const keys = (text: string) => wordsOf(text).map((word) => word.key)
  expect(keys('قـالَ «إنّ» ٥٠')).toEqual(keys('قال "ان" 50'))
  expect(keys('Who')).not.toEqual(keys('WHO'))
})
