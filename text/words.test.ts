import { expect, test } from 'vitest'
import { wordsOf } from './words'

const written = (text: string) => wordsOf(text).map((word) => text.slice(word.start, word.end))

test('a number keeps its signs, a name its digits, and each mark is a word of its own', () => {
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

test('words with one key differ only in typography', () => {
  const keys = (text: string) => wordsOf(text).map((word) => word.key)
  expect(keys('قـالَ «إنّ» ٥٠')).toEqual(keys('قال "ان" 50'))
  expect(keys('Who')).not.toEqual(keys('WHO'))
})
