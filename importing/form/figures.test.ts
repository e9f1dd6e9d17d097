import { describe, expect, test } from 'vitest'
import { Manuscript } from '../office/manuscript'
import { notesOfRaisedMarks } from './notes'

/** The text of blocks in which `^{…}` are raised words and `_{…}` lowered ones. */
function read(...blocks: string[]) {
  const manuscript = new Manuscript()
  for (const block of blocks) {
    for (const [, plain = '', sign, words = ''] of block.matchAll(/([^^_{}]+)|([\^_])\{([^}]*)\}/g)) {
      const end = sign === undefined ? undefined : manuscript.beginFigure(sign === '^' ? 'raised' : 'lowered')
      for (const letter of plain + words) manuscript.write(letter)
      end?.()
    }
    manuscript.endBlock({ kind: 'paragraph' })
  }
  const { cuts, omitted, notes, alone } = notesOfRaisedMarks(manuscript)
  const { text } = manuscript.finish(omitted, cuts)
  return { text, notes: notes.map(({ note }) => note.text), alone }
}

describe('raised and lowered figures', () => {
  test.each([
    ['10^{6} tonnes', '10⁶ tonnes'],
    ['1.2 × 10^{-3} g', '1.2 × 10⁻³ g'],
    ['10^{−3} and 10^{–12}', '10⁻³ and 10⁻¹²'],
    ['40^{2} million', '40² million'],
    ['25 m^{2}, 3 km^{3}, cm^{2}', '25 m², 3 km³, cm²'],
    ['120 metre^{2}', '120 metre²'],
    ['par mètre^{2}', 'par mètre²'],
    ['٢٥ م^{2} و٣ كم^{2}', '٢٥ م² و٣ كم²'],
    ['9 m s^{-1}', '9 m s⁻¹'],
    ['CO_{2}, H_{2}O', 'CO₂, H₂O'],
    ['Ca^{2+} and SO_{4}^{2-}', 'Ca²⁺ and SO₄²⁻'],
    ['^{14}C and ^{235}U', '¹⁴C and ²³⁵U'],
    ['x^{n+1}', 'x^(n+1)'],
    ['x^{(n+1)}', 'x^(n+1)'],
    ['x^{n} and 2^{n}', 'x^n and 2^n'],
    ['(a+b)^{2}', '(a+b)²'],
    ['C_{max} and x_{i+1}', 'C_max and x_(i+1)'],
    ['١٠^{٦} أطنان', '١٠^٦ أطنان'],
    ['۱۰^{۶} تن', '۱۰^۶ تن'],
    ['١٠^{-٣}', '١٠^(-٣)'],
    ['س_{٢}', 'س_٢'],
    ['10^{1.5}', '10^1.5'],
  ])('%s', (given, text) => expect(read(given)).toMatchObject({ text, alone: 0 }))

  test.each([
    ['3^{1}/_{2} metres', '3 1/2 metres'],
    ['3 ^{1}⁄_{2} metres', '3 1⁄2 metres'],
    ['^{3}/_{4} of it', '3/4 of it'],
    ['٣^{١}/_{٢} متر', '٣ ١/٢ متر'],
    ['10^{6}/5', '10⁶/5'],
    ['km^{2}/_{2}', 'km²/₂'],
    ['و^{١}/_{٣} لتر', 'و١/٣ لتر'],
    ['فل^{٢}/_{٣} منهم', 'فل٢/٣ منهم'],
    ['بـ^{٢}/_{٣} الأصوات', 'بـ٢/٣ الأصوات'],
    ['ו^{1}⁄_{4} ליטר', 'ו1⁄4 ליטר'],
    ['they drank^{1}/_{3} of it', 'they drank¹/₃ of it'],
    ['they drank^{1}/3 of it', 'they drank¹/3 of it'],
    ['شربوا و^{1}/3 منه', 'شربوا و¹/3 منه'],
  ])('fractions: %s', (given, text) => expect(read(given).text).toBe(text))

  test.each([
    ['the 19^{th} year, 21^{st}, 2^{nd}', 'the 19th year, 21st, 2nd'],
    ['le 1^{er} mai, la 2^{e} fois, XIX^{e} siècle', 'le 1er mai, la 2e fois, XIXe siècle'],
    ['M^{me} Noor, D^{r} Rahma, M^{lle}', 'Mme Noor, Dr Rahma, Mlle'],
    ['n^{o} 5, n^{os} 5 et 6', 'nº 5, nos 5 et 6'],
    ['el 1.^{o} y la 3^{a}', 'el 1.º y la 3ª'],
    ['Brand^{TM} and Name^{®}', 'Brand™ and Name®'],
    ['20^{o}C', '20ºC'],
    ['عام ١٤٤٥^{هـ} قال', 'عام ١٤٤٥هـ قال'],
    ['^{new} words', 'new words'],
  ])('letters: %s', (given, text) => expect(read(given)).toMatchObject({ text, alone: 0 }))
})

describe('marks of notes', () => {
  test.each([
    ['a survey of 2014^{1} found', 'a survey of 2014 found'],
    ['in 1445^{2}, they', 'in 1445, they'],
    ['عام ٢٠١٤^{١} أن', 'عام ٢٠١٤ أن'],
    ['the ministry said.^{3} It', 'the ministry said. It'],
    ['the ministry^{1} said', 'the ministry said'],
    ['he said”^{12}', 'he said”'],
    ['قالت الوزارة^{٤}.', 'قالت الوزارة.'],
    ['said^{[5]} so', 'said so'],
    ['prices^{*} rose^{†}', 'prices rose'],
    ['prices^{a} rose', 'prices rose'],
    ['it said.^{1,2}', 'it said.'],
    ['by 5%^{7}', 'by 5%'],
  ])('without a note are left out and counted: %s', (given, text) => {
    const found = read(given)
    expect(found.text).toBe(text)
    expect(found.alone).toBeGreaterThan(0)
  })

  test('have the later block with the same raised mark as their note', () => {
    expect(
      read(
        'It cost 40^{2} million in 2014^{1}.',
        'Over 25 m^{2}.',
        '^{1} Budget law.',
        '^{2} Table 4, page 7.',
      ),
    ).toEqual({
      text: 'It cost 40 million in 2014.\n\nOver 25 m².',
      notes: ['Table 4, page 7.', 'Budget law.'],
      alone: 0,
    })
  })

  test('a figure keeps its place when a likelier mark has the note', () => {
    expect(read('10^{2} wells^{2} dried.', '^{2} The ministry.')).toEqual({
      text: '10² wells dried.',
      notes: ['The ministry.'],
      alone: 0,
    })
  })
})
