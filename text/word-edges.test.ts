import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { newsText } from '@/tests/cases/news-text'
import { runs } from '@/tests/properties'
import { snapSelection } from './anchor'
import { locateQuote } from './locate'
import { standsWhole, wholeWords } from './word-edges'

describe('a quote that cuts a word or a number stands nowhere', () => {
  it.each([
    ['15 people died', '5 people died'],
    ['It rose to 5.8.', 'rose to 5'],
    ['An unlawful arrest.', 'lawful arrest'],
    ['بلغ ١٥٠ نسمة.', '١٥'],
    ['جاءت كريمة أمس.', 'كريم'],
    ['والوزارة قالت.', 'الوزارة قالت'],
    ['a non-violent march', 'violent march'],
    ["They don't go.", 'They don'],
    ['It was -4 percent.', '4 percent'],
    ['It was −4 percent.', '4 percent'],
    ['It was –4 percent.', '4 percent'],
    ['a dose of <5 mg', '5 mg'],
    ['It holds 4% of salt.', 'holds 4'],
    ['It holds 4 % of salt.', 'holds 4'],
    ['The U.S. Army came.', 'S. Army came'],
    ['They met at the U.N. in May.', 'met at the U'],
    ['Es war z.B. kalt.', 'B. kalt'],
    ['عاش في سنة 300 ق.م. هناك', 'م. هناك'],
    ['It left at 5 p.m. sharp.', 'm. sharp'],
    ['It holds 4‰ of salt.', 'holds 4'],
    ['He paid $300 there.', '300 there'],
    ['He paid 300 € there.', 'paid 300'],
    ['12,500 came.', '500 came'],
    ['١٢٬٥٠٠ نسمة', '٥٠٠ نسمة'],
    ['٤٫٥٪ منها', '٤٫٥'],
    ['In 2019–2020 it fell.', '2020 it fell'],
    ['Begun 12/5/1998.', '5/1998'],
    ['COVID-19 spread.', 'COVID'],
    ['10⁶ tonnes', '10'],
    ['事故で十五人が死亡した。', '五人が死亡した'],
    ['事故で15人が死亡した。', '5人が死亡した'],
    ['كتــابان هنا', 'كتــاب'],
    ['U+0301 café́s', 'café'],
    ['12\u00a0500 personnes', '500 personnes'],
    ['12\u202f500 personnes', '12'],
    ['3\u2009412\u2009000 Menschen', '412\u2009000 Menschen'],
    ['بلغت ١٥،٠٠٠ نسمة', '٠٠٠ نسمة'],
    ['زاد ١،٥ في المئة', '٥ في المئة'],
    ['زاد ٪٥٠ هذا العام', '٥٠ هذا العام'],
    ['زاد %50 هذا العام', '50 هذا العام'],
    ['It cost A$300 million.', '$300 million'],
    ['It cost US$5.', 'cost US'],
    ['Il coûte $US 5 ici.', 'US 5 ici'],
    ['It was 12 °C.', 'was 12'],
    ['It was 12°C.', 'C'],
  ])('%s: %s', (text, quote) => {
    expect(locateQuote(text, quote)).toBeNull()
  })
})

describe('a quote of whole words stands', () => {
  it.each([
    ['He left.Then she came.', 'Then she came'],
    ['It ended in 1998.', 'in 1998'],
    ['“5 people” died', '5 people'],
    ['قال: «الوزارة» هنا', 'الوزارة'],
    ['word—word', 'word'],
    ['the Paris–London line', 'London line'],
    ['事故で15人が死亡した。', '15人が死亡した'],
    ['12 seats, 9 of them', '9 of them'],
    ['(4 percent)', '4 percent'],
    ['a 5-year plan', '5-year plan'],
    ['- 4 percent', '4 percent'],
    ['It cost A$300 million.', 'A$300 million'],
    ['of 1500 €300 was left', '€300'],
    ['of 1500 €300 was left', 'of 1500'],
    ['من ١٥٠٠ $٣٠٠ فقط', '$٣٠٠'],
    ['في عام ٢٠١٩، ٥٠٠ شخص', '٥٠٠ شخص'],
    ['In 2019, 500 came.', '500 came'],
    ['زاد ٪٥٠ هذا العام', '٪٥٠'],
    ['It was 12 °C.', '12 °C'],
  ])('%s: %s', (text, quote) => {
    expect(locateQuote(text, quote)).not.toBeNull()
  })
})

test('a selection is widened to whole words and numbers', () => {
  expect(snapSelection('15 people died', 1, 6)).toEqual({ start: 0, end: 9 })
  expect(snapSelection('It was -4.5 % now', 8, 9)).toEqual({ start: 7, end: 13 })
  expect(snapSelection('والوزارة قالت', 1, 4)).toEqual({ start: 0, end: 8 })
})

test('whatever is widened stands whole, and holds what was chosen', () => {
  fc.assert(
    fc.property(newsText, fc.nat(), fc.nat(), (text, a, b) => {
      const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y)
      const whole = wholeWords(text, { start, end })
      expect(whole.start).toBeLessThanOrEqual(start)
      expect(whole.end).toBeGreaterThanOrEqual(end)
      expect(standsWhole(text, whole)).toBe(true)
    }),
    { numRuns: runs(2_000) },
  )
})

test('a word of a hundred thousand letters or marks is widened in time', () => {
  for (const text of ['a'.repeat(100_000), `a${'\u0301'.repeat(100_000)}`, '1.'.repeat(50_000)])
    expect(wholeWords(text, { start: 50_000, end: 50_001 }).end).toBeGreaterThan(50_000)
})
