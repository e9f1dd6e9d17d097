import { describe, expect, test } from 'vitest'
import { mark } from './cues'
import { readText } from './reading'
import { promises, tellsPast, tellsPresent } from './verb-forms'

function told(tell: typeof promises, sentence: string, language: string): boolean {
  const marked = mark(readText(sentence, language))
  return tell(marked, 0, marked.reading.words.length)
}

describe('an Arabic past form', () => {
  test.each([
    ['انكسر الباب.'],
    ['واستأجر المجلس سفينتين.'],
    ['اختبر العلماء الدواء.'],
    ['فانقلب المركب.'],
    ['لم يزر الوزير الجزيرة.'],
    ['والوزير لم يزر الجزيرة.'],
  ])('is seen in %s', (sentence) => expect(told(tellsPast, sentence, 'ar')).toBe(true))

  test.each([
    ['انكسار الضوء.'],
    ['اختبار جديد.'],
    ['استئجار السفن.'],
    ['إنهم هنا.'],
    ['أنتم الأمل.'],
    ['أكتوبر شهر جميل.'],
  ])('is not seen in %s', (sentence) => expect(told(tellsPast, sentence, 'ar')).toBe(false))
})

test.each([
  ['تملك الشركة خمسين سفينة.', true],
  ['وتنتج المزارع الحليب.', true],
  ['تقرير الوزارة جاهز.', false],
  ['تراجع الأسعار مستمر.', false],
  ['تطوير الميناء مهم.', false],
])('an Arabic feminine present before its subject in %s: %s', (sentence, expected) => {
  expect(told(tellsPresent, sentence, 'ar')).toBe(expected)
})

test.each([
  ['ar', 'سنبني المدرسة.', true],
  ['ar', 'وسأوقف هذا.', true],
  ['ar', 'سوف نعيد الماء.', true],
  ['ar', 'لن أسمح بذلك.', true],
  ['ar', 'منذ سنوات سابقة.', false],
  ['ar', 'سيبني الوزير المدرسة.', false],
  ['ar', 'ساعة وسندات وسنتان.', false],
  ['fr', 'Nous construirons le pont.', true],
  ['fr', 'Les environs du pont.', false],
])('a promise in %s, %s: %s', (language, sentence, expected) => {
  expect(told(promises, sentence, language)).toBe(expected)
})
