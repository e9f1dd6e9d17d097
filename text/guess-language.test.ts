import fc from 'fast-check'
import { expect, it } from 'vitest'
import { guessLanguage } from './guess-language'
import { languageTag } from './direction'

it.each([
  ['ar', 'بلغ العدد ٣٠٠ حالة، قالت الوزارة في بيان.'],
  ['ar', 'أسعار النفط تتراجع'],
  ['ar', 'عاد نحو 18 ألف تلميذ إلى مدارس وادي السرو صباح الأحد.'],
  ['fa', 'وزارت بهداشت آمار تازه را منتشر کرد'],
  ['fa', 'رئیس جمهور گفت که قیمت نان افزایش یافت'],
  ['ur', 'وزیر اعظم نے کہا کہ قیمتوں میں اضافہ نہیں ہوا'],
  ['ps', 'د پاکستان صدر اعظم وویل چې بیې لوړې شوې دي'],
  ['ckb', 'سەرۆک وەزیران وتی کە نرخەکان بەرز بوونەتەوە'],
  ['en', 'Spending rose to 12 million in May.'],
  ['en', 'The ferry carried Léa and Noor (نور) across the bay.'],
  ['fr', 'Le ministre a déclaré que les prix ont augmenté de 5 % en mai.'],
  ['es', 'El ministro dijo que los precios subieron'],
  ['de', 'Der Minister sagte, die Preise sind nicht gestiegen.'],
  ['it', 'Il ministro ha detto che i prezzi sono aumentati'],
  ['pt', 'O ministro disse que os preços não subiram em maio'],
  ['tr', 'Bakan, fiyatların yeni yıldan sonra artmadığını dedi ve bu'],
  ['ru', 'Министр заявил, что цены выросли'],
  ['uk', 'Міністр заявив, що ціни зросли'],
  ['kk', 'Министр бағалардың өскенін айтты'],
  ['ja', '首相は物価が上がったと述べた。'],
  ['zh', '部长表示，价格没有上涨。'],
  ['ko', '장관은 물가가 올랐다고 말했다.'],
  ['he', 'השר אמר כי המחירים עלו'],
  ['hi', 'मंत्री ने कहा कि कीमतें नहीं बढ़ी हैं'],
])('%s: %s', (language, text) => expect(guessLanguage(text)).toBe(language))

it.each([
  ['nothing', ''],
  ['figures', '12 345, 67 — 89'],
  ['a name', 'Noor Layan'],
  ['no language', 'asdf qwer zxcv poiu'],
  ['too few letters', 'The'],
])('%s gives none', (_name, text) => expect(guessLanguage(text)).toBeNull())

it('gives a language that the desk takes, or none, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const guessed = guessLanguage(text)
      expect(guessed === null || languageTag(guessed) === guessed).toBe(true)
    }),
  )
})

it('stays with the language of a text that goes on', () => {
  const lines = fc.array(fc.constantFrom('The prices rose in May.', 'It was said by the mayor.'), {
    minLength: 1,
  })
  fc.assert(
    fc.property(lines, (all) => {
      expect(guessLanguage(all.join(' '))).toBe('en')
    }),
  )
})
