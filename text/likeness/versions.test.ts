import { expect, test } from 'vitest'
import { answersTo, asOneMatch, listed, NEAR_SHOWN } from './answers'
import type { Related } from './related'
import { statementOf } from './statement'
import { EVEN } from './weights'

const of = (text: string) => statementOf({ quote: text, context: text })
const ranked = (message: string, versions: readonly string[]) =>
  answersTo(
    of(message),
    versions.map((text) => ({ item: { text }, statement: of(text) })),
    { weights: EVEN, as: 'message' },
  ).map(({ text }) => text)

test.each([
  // Words in another order.
  [
    'teachers earn more than doctors in the Karsk region??',
    'In the Karsk region teachers earn more than doctors do.',
    'In the Karsk region doctors earn more than teachers do.',
  ],
  [
    'they moved the games from Aktobe to Karsan bc of the heat',
    'The games were moved from Aktobe to Karsan because of the heat.',
    'The games were moved from Karsan to Aktobe because of the heat.',
  ],
  [
    'صحيح إن قطار كرسان أسرع من قطار أكتوبي؟',
    'قطار كرسان أسرع من قطار أكتوبي، بحسب الشركة.',
    'قطار أكتوبي أسرع من قطار كرسان، بحسب الشركة.',
  ],
  [
    'left 30 million to his parrot and nothing to his daughter lol',
    'He left thirty million to his parrot and nothing to his daughter.',
    'He left thirty million to his daughter and nothing to his parrot.',
  ],
  [
    'فازت مكتبة الميناء على مكتبة السوق بعدد الزوار',
    'عدد الزوار في مكتبة الميناء فاق مكتبة السوق.',
    'عدد الزوار في مكتبة السوق فاق مكتبة الميناء.',
  ],
  // The nearer figure.
  ['wolves killed a thousand sheep', 'Wolves killed 1,120 sheep.', 'Wolves killed 112 sheep.'],
  ['about 300 votes apart', 'They were 312 votes apart.', 'They were 3,120 votes apart.'],
  ['ماتت ألف شاة بسبب الذئاب', 'قتلت الذئاب ١١٢٠ شاة.', 'قتلت الذئاب ١١٢ شاة.'],
  ['الفرق نحو ٣٠٠ صوت', 'كان الفرق ٣١٢ صوتا.', 'كان الفرق ٣١ صوتا.'],
  [
    'the dam lost a fifth, 20% of its water',
    'The dam lost 19% of its water.',
    'The dam lost 91% of its water.',
  ],
  // A word on the same side as one of the message.
  ['thefts soar in Karsan again', 'Thefts have increased in Karsan.', 'Thefts have fallen in Karsan.'],
  ['rents in Karsan went down??', 'Rents in Karsan have dropped.', 'Rents in Karsan have grown.'],
  [
    'Karsan Steel to axe 400',
    'Karsan Steel will lay off 400 people.',
    'Karsan Steel will take on 400 people.',
  ],
  [
    'the pool on Mill Lane is shut for good',
    'The pool in Mill Lane has closed.',
    'The pool in Mill Lane has opened.',
  ],
  ['البيوت صارت أرخص في كرسان', 'انخفضت أسعار البيوت في كرسان.', 'ارتفعت أسعار البيوت في كرسان.'],
  ['حوادث السير بتزيد بكرسان', 'ارتفع عدد حوادث السير في كرسان.', 'تراجع عدد حوادث السير في كرسان.'],
  [
    'ممنوع السباحة ببحيرة الدلب',
    'حظرت البلدية السباحة في بحيرة الدلب.',
    'سمحت البلدية بالسباحة في بحيرة الدلب.',
  ],
  // A word that only one version has.
  [
    'the lake rose two metres in one night, highest since 1953',
    'The lake rose two metres in a night, to the highest level since 1953.',
    'The lake fell two metres in a night, to the lowest level since 1953.',
  ],
  ['مدرسة الدلب بالعليا تسكر', 'تغلق مدرسة الدلب في العليا.', 'تغلق مدرسة الدلب في السفلى.'],
  // A negation, also without its apostrophe.
  ['the tunnel isnt open yet', 'The tunnel is not open.', 'The tunnel is open.'],
  [
    'you cant vote by mail in Karsan',
    'Citizens cannot vote by mail in Karsan.',
    'Citizens can vote by mail in Karsan.',
  ],
  ['النفق مش مفتوح', 'النفق ليس مفتوح.', 'النفق مفتوح.'],
])('%s: %s stands above %s', (message, truth, opposite) => {
  for (const versions of [
    [truth, opposite],
    [opposite, truth],
  ])
    expect(ranked(message, versions)[0]).toBe(truth)
})

test('of two matches of one statement, the more alike words tell and the higher score ranks', () => {
  const match = (given: Partial<Related>): Related => ({
    score: 0,
    reasons: [],
    differences: [],
    isSame: false,
    ...given,
  })
  const whole = match({ score: 0.3, reasons: [{ kind: 'words', share: 0.2 }] })
  const sentence = match({ score: 0.2, reasons: [{ kind: 'words', share: 0.6 }], isSame: true })
  for (const one of [asOneMatch(whole, sentence), asOneMatch(sentence, whole)])
    expect(one).toEqual({ ...sentence, score: 0.3 })
})

test('what is only near is listed while it is about as near as the best, and only a few of it', () => {
  const near = (score: number, isSame = false): Related => ({ score, reasons: [], differences: [], isSame })
  const scores = (all: readonly Related[]) => listed(all).map(({ score }) => score)
  expect(scores([0.4, 0.3, 0.24, 0.23].map((score) => near(score)))).toEqual([0.4, 0.3, 0.24])
  expect(scores([near(0.9, true), near(0.2, true), near(0.3)])).toEqual([0.9, 0.2])
  expect(scores(Array.from({ length: 9 }, () => near(0.2)))).toHaveLength(NEAR_SHOWN)
  expect(scores([])).toEqual([])
})
