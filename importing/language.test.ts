import { describe, expect, test } from 'vitest'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import { guessLanguage, languageOf } from './language'

describe('the language of a text', () => {
  test.each([
    ['ar', 'بلغ العدد ٣٠٠ حالة.'],
    ['ar', 'قالت الوزارة إن السعر ارتفع 5%؛ هل هذا صحيح؟'],
    ['ar', 'أسعار النفط تتراجع'],
    ['fa', 'کتاب\u200cخانه\u200cهای شهر تعطیل شدند. او می\u200cگوید خبر درست نیست.'],
    ['fa', 'وزارت بهداشت آمار تازه را منتشر کرد'],
    ['fa', 'رئیس جمهور گفت که قیمت نان افزایش یافت'],
    ['ur', 'وزیر اعظم نے کہا کہ قیمتوں میں اضافہ نہیں ہوا'],
    ['ur', 'پاکستان میں سیلاب سے سینکڑوں افراد ہلاک ہوئے'],
    ['en', 'Spending rose to 12 million in May.'],
    ['en', 'Breaking news'],
    ['fr', 'Le ministre a déclaré que les prix ont augmenté de 5 % en mai.'],
    ['fr', 'Les écoles sont fermées'],
    ['es', 'El ministro dijo que los precios subieron'],
    ['ru', 'Министр заявил, что цены выросли'],
  ])('%s: %s', (language, text) => {
    expect(guessLanguage(text)).toBe(language)
  })

  test.each([
    ['nothing', ''],
    ['numbers', '12 345, 67 — 89'],
    ['a name', 'Noor Layan'],
    ['no language', 'asdf qwer zxcv poiu'],
    ['Pashto, which is not known', 'د پاکستان صدر اعظم وویل چې بیې لوړې شوې دي'],
    ['Kurdish, which is not known', 'سەرۆک وەزیران وتی کە نرخەکان بەرز بوونەتەوە'],
    ['Kazakh, which is not known', 'Министр бағалардың өскенін айтты'],
  ])('%s gives none', (_name, text) => {
    expect(guessLanguage(text)).toBeNull()
  })

  test('is detected from the beginning of a long text', () => {
    const text = 'The prices rose in May. '.repeat(50_000)
    expect(cpuTimeOf(() => expect(guessLanguage(text)).toBe('en'))).toBeLessThan(QUICK_MS)
  })
})

test('a declared language stands unless the text is in another script', () => {
  expect(languageOf('fr', 'The prices rose in May')).toBe('fr')
  expect(languageOf('en', 'قالت الوزارة إن السعر ارتفع')).toBe('ar')
  expect(languageOf('ar', 'The prices rose in May, said Noor (نور)')).toBe('en')
  expect(languageOf('ar', '123')).toBe('ar')
  expect(languageOf('en', 'خبر')).toBe('en')
  expect(languageOf('uz-Cyrl', 'Нархлар ошди')).toBe('uz-Cyrl')
  expect(languageOf(null, 'Les prix ont augmenté')).toBe('fr')
})
