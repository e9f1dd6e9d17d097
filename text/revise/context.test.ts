import { describe, expect, it, test } from 'vitest'
import { judgedAt } from '@/tests/judged'
import { blocksOf } from '../blocks'
import { sentencesOf } from '../sentences'
import { carryOver } from './carry'
import { kindOfChange } from './kind-of-change'
import { versionOf } from './version'

const version = (text: string) => versionOf(text, sentencesOf(text, blocksOf(text), 'und'))

function becomes(before: string, quote: string, after: string) {
  const old = version(before)
  const start = before.indexOf(quote)
  const [one] = carryOver(old, version(after), [judgedAt(old, { start, end: start + quote.length })])
  if (start < 0 || !one) throw new Error(`No ${quote}`)
  return { ...one, words: one.kind === 'gone' ? '' : after.slice(one.span.start, one.span.end) }
}

const PLANTS = 'The north plant employs 500 workers.'

describe('a verdict is carried over by nobody but a person where its sentence', () => {
  it.each([
    [
      'says something else, and another one says it',
      PLANTS,
      'plant employs 500 workers',
      'The north plant employs 300 workers. It is old. The south plant employs 500 workers.',
    ],
    [
      'has its figures swapped',
      'They won 12 seats in the north and 9 in the south.',
      '12',
      'They won 9 seats in the north and 12 in the south.',
    ],
    ['has its names swapped', 'Ali accused Omar of theft.', 'accused', 'Omar accused Ali of theft.'],
    ['says that it fell', 'Output rose by 4 percent.', '4 percent', 'Output fell by 4 percent.'],
    [
      'is doubted by a verb',
      'He confirmed reports that the mayor had left.',
      'the mayor had left',
      'He rejected reports that the mayor had left.',
    ],
    [
      'is denied from outside',
      'The mayor had left.',
      'mayor had left',
      'It is untrue that the mayor had left.',
    ],
    [
      'is denied from outside, in Arabic',
      'الأنباء القائلة إن الوزير استقال صحيحة.',
      'الوزير استقال',
      'كذبت الأنباء القائلة إن الوزير استقال صحيحة.',
    ],
    ['gets a sign', 'Output was 4 percent.', '4 percent', 'Output was -4 percent.'],
    ['gets a dash for a sign', 'Output was 4 percent.', '4 percent', 'Output was –4 percent.'],
    ['loses its sign', 'The mean was −12 degrees.', '−12 degrees', 'The mean was 12 degrees.'],
    ['has another unit sign', 'It holds 4% of salt.', '4%', 'It holds 4‰ of salt.'],
    ['has another currency', 'He paid $300 for it.', '$300 for it', 'He paid €300 for it.'],
    ['has another magnitude', 'It cost 5 million.', 'It cost 5', 'It cost 5 billion.'],
    ['has other vowel signs', 'قَتَلَ الرجل جاره.', 'قَتَلَ الرجل', 'قُتِلَ الرجل جاره.'],
    ['has a doubled letter', 'دَرَسَ الطالب اللغة.', 'دَرَسَ الطالب', 'دَرَّسَ الطالب اللغة.'],
    ['has a doubled letter in its middle', 'قَتَلَ الرجل جاره.', 'قَتَلَ الرجل', 'قَتَّلَ الرجل جاره.'],
    ['has hamza where there was none', 'زار الوفد الإمارات أمس.', 'الإمارات', 'زار الوفد الأمارات أمس.'],
    ['loses a capital', 'They met the Polish envoy.', 'met the Polish envoy', 'They met the polish envoy.'],
    ['is a question now', 'Kazakhstan hosts the centre.', 'hosts the centre', 'Kazakhstan hosts the centre?'],
    ['has a raised figure', 'It holds 106 tonnes.', '106 tonnes', 'It holds 10⁶ tonnes.'],
    ['is joined to the next', 'He left. She stayed.', 'He left', 'He left, she stayed.'],
  ])('%s', (_, before, quote, after) => {
    expect(becomes(before, quote, after).kind).not.toBe('kept')
    expect(
      becomes(after, quote === '12' ? '9' : (after.match(/\p{L}+ \p{L}+/u)?.[0] ?? ''), before).kind,
    ).not.toBe('kept')
  })

  it('and the likeliest words are named', () => {
    expect(
      becomes(PLANTS, 'plant employs 500 workers', 'The north plant employs 300 workers.'),
    ).toMatchObject({ kind: 'changed', reason: 'words', words: 'plant employs 300 workers' })
    expect(
      becomes(
        'He confirmed it: the mayor had left.',
        'the mayor had left',
        'He denied it: the mayor had left.',
      ),
    ).toMatchObject({ kind: 'changed', reason: 'around', words: 'the mayor had left' })
  })
})

describe('a quote of which too little is left in its sentence', () => {
  it.each([
    ['names turned round', 'Ali met Omar in Oslo.', 'Ali met Omar', 'Omar met Ali in Oslo.'],
    ['a name in Arabic', 'زار الوزير دمشق يوم الأحد.', 'دمشق', 'زار الوزير حلب يوم الأحد.'],
    [
      'figures in German',
      'Im Norden sind es 12 und im Süden 9 Sitze.',
      '12',
      'Im Norden sind es 9 und im Süden 12 Sitze.',
    ],
    [
      'words taken out',
      'The mayor, who was tired, left the hall early.',
      'who was tired',
      'The mayor left the hall early.',
    ],
    [
      'a sign before a lone figure',
      'Die Temperatur lag im Mai bei 4 Grad.',
      '4',
      'Die Temperatur lag im Mai bei -4 Grad.',
    ],
  ])('asks with the whole sentence: %s', (_, before, quote, after) => {
    const one = becomes(`First of all. ${before} And so on.`, quote, `First of all. ${after} And so on.`)
    expect(one).toMatchObject({ kind: 'changed' })
    expect(after).toContain(one.words)
  })

  it.each([
    ['The bridge opened in 1932 for all.', '1932', '1933'],
    ['افتتح الجسر سالم يوم الأحد.', 'سالم', 'كريم'],
    ['Die Brücke trägt 503 Wagen am Tag.', '503', '1.503'],
  ])('is proposed the words put in its place where it alone was replaced: %s', (before, quote, put) => {
    expect(becomes(before, quote, before.replace(quote, put))).toMatchObject({ reason: 'words', words: put })
  })

  it('is proposed all of it where the words are not known', () => {
    expect(becomes('Ali met Omar in Oslo.', 'Ali met Omar', 'Omar met Ali in Oslo.')).toMatchObject({
      reason: 'sentence',
      words: 'Omar met Ali in Oslo.',
    })
  })

  it('is proposed all of its sentences where it ran over two', () => {
    const before = 'The mayor had left. Rain fell on us.'
    const after = 'The mayor ran away. Snow fell on us.'
    expect(becomes(before, 'left. Rain', after)).toMatchObject({ kind: 'changed', words: after })
  })

  it('asks for each of two quotes that one wording took the place of', () => {
    const [before, after] = ['They sold apples and pears in May.', 'They sold fruit in May.']
    const old = version(before)
    const judged = ['apples', 'pears'].map((quote) => {
      const start = before.indexOf(quote)
      return judgedAt(old, { start, end: start + quote.length })
    })
    expect(carryOver(old, version(after), judged).map(({ kind }) => kind)).toEqual(['changed', 'changed'])
  })
})

describe('a verdict stays where its sentence stands', () => {
  it.each([
    ['in other quotation marks', 'He said "no" to 12 men.', 'He said “no” to 12 men.'],
    ['with a blank more', 'It holds 4% of salt.', 'It  holds 4 % of salt.'],
    ['in digits of another script', 'بلغ العدد 12,500 نسمة.', 'بلغ العدد ١٢٬٥٠٠ نسمة.'],
    ['with a vowel on a doubled letter', 'درّس الرجل جاره.', 'دَرَّسَ الرجل جاره.'],
    ['with signs on bare words', 'قتل الرجل جاره.', 'قَتَلَ الرجل جاره.'],
    ['with tatweel', 'قتل الرجل جاره.', 'قتــل الرجل جاره.'],
    ['with letters of a PDF', 'سلام على الناس.', 'ﺳﻼم على الناس.'],
    ['with direction marks', 'زار UN أمس.', 'زار \u200eUN\u200e أمس.'],
    ['behind new sentences', PLANTS, `Two plants stand there. ${PLANTS}`],
    ['in another paragraph', `One. ${PLANTS} Two.`, `One. Two.\n\n${PLANTS}`],
  ])('%s', (_, before, after) => {
    const [quote = ''] = before.includes(PLANTS) ? [PLANTS] : [before.slice(0, -1)]
    expect(becomes(before, quote, after).kind).toBe('kept')
  })

  it('among copies, by its neighbours', () => {
    const before = 'Prices rose. It was May. They fell.'
    const after = 'Prices rose. It was May. They fell. Then wages rose. It was May. All was well.'
    expect(becomes(before, 'It was May', after)).toMatchObject({ kind: 'kept', span: { start: 13, end: 23 } })
  })

  it('and says that the sentence before it is another one', () => {
    expect(becomes('Ali came. He fell.', 'He fell', 'Omar came. He fell.')).toMatchObject({
      kind: 'kept',
      before: true,
    })
    expect(becomes('Ali came.\n\nHe fell.', 'He fell', 'Omar came.\n\nHe fell.')).toMatchObject({
      kind: 'kept',
      before: true,
    })
    expect(becomes('قَتَلَ الحارس اللص. ثم فر.', 'ثم فر', 'قُتِلَ الحارس اللص. ثم فر.')).toMatchObject({
      kind: 'kept',
      before: true,
    })
    expect(becomes('Ali came.\n\nHe fell.', 'He fell', 'Ali came. He fell.')).toMatchObject({
      kind: 'kept',
      before: false,
    })
    const plants = [
      'The north plant is old.',
      'It employs 500 workers.',
      'The south plant is new.',
      'It employs 300 workers.',
    ]
    const [north, many, south, few] = plants
    const swapped = [north, few, south, many].join('\n\n')
    for (const quote of ['500 workers', '300 workers'])
      expect(becomes(plants.join('\n\n'), quote, swapped)).toMatchObject({ kind: 'kept', before: true })
  })
})

describe('a line that says too little by itself', () => {
  const TABLE = ['North plant', '500', '12 %', 'South plant', '300', '9 %']
  const lines = (...units: string[]) => units.join('\n\n')

  it.each<[string, string[], string, string[]]>([
    ['in a table', TABLE, '500', ['North plant', '300', '12 %', 'South plant', '500', '9 %']],
    ['in its second column', TABLE, '12 %', ['North plant', '500', '9 %', 'South plant', '300', '12 %']],
    ['under another label', TABLE, '500', ['East plant', '500', '12 %', 'South plant', '300', '9 %']],
    [
      'with a name for a figure',
      ['Mayor', 'Ali', 'Deputy', 'Omar'],
      'Ali',
      ['Mayor', 'Omar', 'Deputy', 'Ali'],
    ],
    [
      'in Arabic',
      ['المصنع الشمالي', '٥٠٠', 'المصنع الجنوبي', '٣٠٠'],
      '٥٠٠',
      ['المصنع الشمالي', '٣٠٠', 'المصنع الجنوبي', '٥٠٠'],
    ],
    ['in Chinese', ['北厂', '500', '南厂', '300'], '500', ['北厂', '300', '南厂', '500']],
    [
      'that answers a question',
      ['Did the mayor take the money?', 'No.', 'Did he pay it back?', 'Yes.'],
      'No.',
      ['Did the mayor take the money?', 'Yes.', 'Did he pay it back?', 'No.'],
    ],
    [
      'under a label of many words',
      ['Workers at the plant in the north', '500', 'Workers at the plant in the south', '300'],
      '500',
      ['Workers at the plant in the south', '500', 'Workers at the plant in the north', '300'],
    ],
  ])('is asked about where it is read with others: %s', (_, before, quote, after) => {
    const one = becomes(lines(...before), quote, lines(...after))
    expect(one).toMatchObject({ kind: 'changed', reason: 'around', words: quote })
  })

  it('does not come back beside another label', () => {
    const taken = { quote: '500', context: ['North plant', '500'], at: null }
    const old = version('Nothing is left.')
    const back = (...units: string[]) => carryOver(old, version(lines(...units)), [taken])[0]?.kind
    expect(back('South plant', '500')).toBe('gone')
    expect(back('West', '7', 'North plant', '500')).toBe('kept')
  })

  it.each<[string, string[], string, string[]]>([
    ['with its row', TABLE, '500', ['South plant', '300', '9 %', 'North plant', '500', '12 %']],
    ['with a row before it', TABLE, '300', ['West plant', '7', '1 %', ...TABLE]],
    ['with another figure elsewhere', TABLE, '300', [...TABLE.slice(0, 1), '501', '12 %', ...TABLE.slice(3)]],
    [
      'at the beginning',
      ['Prices rise', 'So it was in May.'],
      'Prices rise',
      ['Prices rise', 'So it was in June.'],
    ],
    ['that is a sentence', ['Ali came.', 'He fell.'], 'He fell', ['Omar came.', 'He fell.']],
  ])('keeps its verdict: %s', (_, before, quote, after) => {
    expect(becomes(lines(...before), quote, lines(...after)).kind).toBe('kept')
  })
})

describe('what was taken out comes back', () => {
  const FIRE = '5 people died in the fire.'
  const back = (quote: string, judged: string, after: string) =>
    carryOver(version('Nothing is left.'), version(after), [{ quote, context: [judged], at: null }])[0]

  it('in its own sentence only', () => {
    expect(back('5 people died', FIRE, `It burned. ${FIRE}`)).toMatchObject({ kind: 'kept', back: true })
    expect(back('5 people died in the fire', FIRE, 'It burned. 15 people died in the fire.')?.kind).toBe(
      'gone',
    )
    expect(back('كريم', 'جاء كريم.', 'جاءت كريمة.')?.kind).toBe('gone')
    expect(back('5 people died in the fire', FIRE, `It is not true that ${FIRE}`)?.kind).toBe('changed')
  })

  it('once, or not by itself', () => {
    expect(back('5 people died', FIRE, `${FIRE} So it was. ${FIRE}`)?.kind).not.toBe('kept')
  })
})

test.each([
  ['4 of them', '9 of them', 'figures'],
  ['it fell by 4', 'it fell by -4', 'figures'],
  ['they met Ali there', 'they met Omar there', 'names'],
  ['the mayor left', 'the mayor came', 'words'],
  ['he did go', 'he did not go', 'small'],
  ['زار الوفد', 'لم زار الوفد', 'small'],
  ['one, two', 'one; two', 'small'],
  ['fifteen people died', 'sixteen people died', 'figures'],
  ['قتل خمسة أشخاص', 'قتل سبعة أشخاص', 'figures'],
  ['it opened in May', 'it opened in June', 'figures'],
  ['زار الوفد الكويت أمس', 'زار الوفد قطر أمس', 'names'],
  ['قال وزير الخارجية ذلك', 'قال وزير الداخلية ذلك', 'names'],
  ['the mayor left', 'a mayor left', 'small'],
])('%s, then %s: %s', (old, fresh, kind) => {
  expect(kindOfChange(old, fresh)).toBe(kind)
})
