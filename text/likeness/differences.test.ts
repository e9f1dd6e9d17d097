import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { loadCase } from '@/tests/cases/load'
import { newsText } from '@/tests/cases/news-text'
import { runs } from '@/tests/properties'
import { SAYS_THE_SAME } from './compare'
import { differencesOf, type DifferenceKind } from './differences'
import { matchOf, statementOf } from './statement'

const whole = (text: string) => ({ text, span: { start: 0, end: text.length } })
const differences = (a: string, b: string) => differencesOf(whole(a), whole(b))
const kinds = (a: string, b: string) => differences(a, b).map(({ kind }) => kind)
const match = (a: string, b: string) =>
  matchOf(statementOf({ quote: a, context: a }), statementOf({ quote: b, context: b }))

const NOT_THE_SAME: [DifferenceKind, string, string][] = [
  ['sign', 'Output grew by +4 percent in the spring.', 'Output grew by −4 percent in the spring.'],
  ['sign', 'Output grew by 4 percent in the spring.', 'Output grew by –4 percent in the spring.'],
  ['currency', 'The family paid $300 for the visa.', 'The family paid €300 for the visa.'],
  ['currency', 'The family paid 300 dollars for it.', 'The family paid 300 pounds for it.'],
  ['magnitude', 'The dam cost 5 million in the end.', 'The dam cost 5 billion in the end.'],
  ['sign', 'A dose of <5 mg helps with asthma.', 'A dose of >5 mg helps with asthma.'],
  ['date', 'The mill burned on 12 May 1998.', 'The mill burned on 21 May 1998.'],
  ['order', 'In the final Aktobe beat Karsan.', 'In the final Karsan beat Aktobe.'],
  ['negation', 'The engineer inspected the ferry.', 'The engineer did not inspect the ferry.'],
  ['negation', 'زار المفتش الميناء قبل العاصفة.', 'لم يزر المفتش الميناء قبل العاصفة.'],
  // More of each kind, in both scripts.
  ['unit', 'Wages rose by 3 percent last year.', 'Wages rose by 3 percentage points last year.'],
  ['figure', 'Twenty-five miners were trapped below.', 'Thirty-five miners were trapped below.'],
  [
    'order',
    'The party won 12 seats in the north and 9 in the south.',
    'The party won 9 seats in the north and 12 in the south.',
  ],
  ['order', 'The train runs from Almaty to Karsan daily.', 'The train runs from Karsan to Almaty daily.'],
  ['negation', 'The court called the arrest lawful.', 'The court called the arrest unlawful.'],
  ['words', 'Exports fell by 4 percent in May.', 'Exports rose by 4 percent in May.'],
  ['figure', 'The lake holds 10⁶ tonnes of borax.', 'The lake holds 106 tonnes of borax.'],
  ['date', 'The council met on Monday in Karsan.', 'The council met on Tuesday in Karsan.'],
  ['words', 'The G20 met in Karsan in the summer.', 'The G7 met in Karsan in the summer.'],
  ['sign', 'More than 40 houses were lost there.', 'Fewer than 40 houses were lost there.'],
  ['magnitude', 'بلغت كلفة السد ٥ ملايين دولار.', 'بلغت كلفة السد ٥ مليارات دولار.'],
  ['sign', 'انخفضت الحرارة إلى ٤ درجات ليلًا.', 'انخفضت الحرارة إلى -٤ درجات ليلًا.'],
  ['currency', 'دفعت الأسرة ٣٠٠ دولار للتأشيرة.', 'دفعت الأسرة ٣٠٠ يورو للتأشيرة.'],
  ['date', 'احترقت الطاحونة في ١٢ أيار ١٩٩٨.', 'احترقت الطاحونة في ٢١ مايو ١٩٩٨.'],
  ['order', 'اتهم علي عمر بسرقة الوثائق.', 'اتهم عمر علي بسرقة الوثائق.'],
  ['unit', 'ارتفعت الأجور ٣ في المئة العام الماضي.', 'ارتفعت الأجور ٣ نقاط مئوية العام الماضي.'],
  ['figure', 'لقي خمسة وعشرون عاملًا حتفهم.', 'لقي خمسة وثلاثون عاملًا حتفهم.'],
  ['negation', 'نفت الوزارة أن المصنع أُغلق في الشتاء.', 'أكدت الوزارة أن المصنع أُغلق في الشتاء.'],
]

describe('statements that do not say the same', () => {
  it.each(NOT_THE_SAME)('%s: %s %s', (kind, a, b) => {
    expect(kinds(a, b)).toContain(kind)
    expect(kinds(b, a)).toContain(kind)
  })

  const { rows } = loadCase<{ rows: { a: string; b: string }[] }>('N27_not_the_same')
  it.each(rows)('$a $b', ({ a, b }) => {
    expect(differences(a, b)).not.toEqual([])
    expect(differences(b, a)).not.toEqual([])
    expect(match(a, b)?.score).toBeLessThan(SAYS_THE_SAME)
  })
})

const THE_SAME: [string, string][] = [
  ['In 1951 the Vessel carried ninety crates to Shore', 'The Vessel carried 90 crates to Shore in 1951'],
  ['Prices rose by 4 percent in May', 'In May, prices rose by 4 %, the ministry said'],
  ['It cost the city $5 million', 'It cost the city 5,000,000 dollars'],
  ['The mill burned on 12 May 1998', 'The mill burned on May 12, 1998'],
  ['The mill never burned down', 'The mill “never” burned down'],
  ['They didn’t inspect the ferry', 'They did not inspect the ferry'],
  ['بلغت كلفة السد ٥ ملايين دولار', 'بلغت كلفة السد 5,000,000 دولار'],
  ['ارتفعت الأجور بنسبة ٣ في المئة', 'ارتفعت الأجور بنسبة 3%'],
  ['احترقت الطاحونة في ١٢ أيار ١٩٩٨', 'احترقت الطاحونة في 12 مايو 1998'],
  ['لقي خمسة وعشرون عاملًا حتفهم', 'لقي ٢٥ عاملًا حتفهم'],
  ['قُتل في عام 1998 خمسة عمال', 'قتل خمسة عمال عام ١٩٩٨'],
]

test.each(THE_SAME)('nothing is told of what is only written otherwise: %s', (a, b) => {
  expect(differences(a, b)).toEqual([])
  expect(differences(b, a)).toEqual([])
})

test('each difference is told as both of them are written', () => {
  expect(differences('Ali beat Omar for ٣ dollars', 'Omar beat Ali for €3')).toEqual([
    { kind: 'currency', here: '٣ dollars', there: '€3' },
    { kind: 'order', here: 'Ali … Omar', there: 'Omar … Ali' },
  ])
  expect(differences('Five people died', 'People died')).toEqual([
    { kind: 'figure', here: 'Five', there: '' },
  ])
})

test('a negation around the words is told, a figure elsewhere in the sentence is not', () => {
  const side = (text: string, quote: string) => ({
    text,
    span: { start: text.indexOf(quote), end: text.indexOf(quote) + quote.length },
  })
  const plan = 'the plan was approved'
  const told = differencesOf(
    side('On page 7 they write that the plan was approved', plan),
    side('They denied that the plan was approved', plan),
  )
  expect(told).toEqual([
    { kind: 'negation', here: '', there: 'denied plan' },
    { kind: 'around', here: 'page 7 write', there: '' },
  ])
})

test.each([
  ['another plant', 'plant employs 500 workers', 'The south |.', 'The north |.', 'south', 'north'],
  ['another winner', 'won the election by 500 votes', 'Ali |.', 'Omar |.', 'Ali', 'Omar'],
  [
    'a verb of doubt',
    'the mayor resigned on Monday',
    'Yes: |.',
    'Officials debunked reports that |.',
    'Yes',
    'Officials debunked reports',
  ],
  ['a doubt in Arabic', 'استقال رئيس البلدية يوم الاثنين', '|.', 'شككت الصحيفة في أن |.', '', 'شككت الصحيفة'],
  ['another year', 'the mill had 80 looms in all', 'In 1951 |.', 'In 1961 |.', '1951', '1961'],
  ['another place in German', 'wurden 40 Häuser neu gebaut', 'In Mainz |.', 'In Trier |.', 'Mainz', 'Trier'],
])('what stands around the same words is told: %s', (_, quote, one, other, here, there) => {
  const statement = (frame: string) => statementOf({ quote, context: frame.replace('|', quote) })
  const [a, b] = [statement(one), statement(other)]
  expect(matchOf(a, b)?.differences).toContainEqual({ kind: 'around', here, there })
  expect(matchOf(a, b)?.score).toBeLessThan(SAYS_THE_SAME)
  expect(matchOf(a, a)?.differences).toEqual([])
})

test.each([
  ['The mill burned before the war ended.', 'The mill burned after the war ended.'],
  ['Some members of the board agreed to it.', 'All members of the board agreed to it.'],
  ['غادر الوفد قبل وصول الوزير إلى المدينة.', 'غادر الوفد بعد وصول الوزير إلى المدينة.'],
  ['وافق بعض أعضاء المجلس على الخطة.', 'وافق جميع أعضاء المجلس على الخطة.'],
  ['The village lies above the new dam.', 'The village lies below the new dam.'],
  ['Le conseil a voté avant la crise du port.', 'Le conseil a voté après la crise du port.'],
])('small words that say when or how many are told: %s', (a, b) => {
  expect(kinds(a, b)).toContain('words')
  expect(kinds(b, a)).toContain('words')
})

test('of words that say nothing by themselves the sentence is compared', () => {
  const seats = statementOf({ quote: '12', context: 'The party won 12 seats in the north.' })
  const dogs = statementOf({ quote: '12', context: 'A shelter took in 12 dogs on Sunday.' })
  expect(matchOf(seats, dogs)).toBeNull()
  const again = statementOf({ quote: '12', context: 'In the north the party won 12 seats.' })
  expect(matchOf(seats, again)?.differences).toEqual([])
})

const name = fc.constantFrom('Aktobe', 'Karsan', 'Zaisan', 'Turgai', 'Ayagoz', 'Balkash')
const latin = fc
  .record({
    names: fc.uniqueArray(name, { minLength: 2, maxLength: 2 }),
    by: fc.integer({ min: 2, max: 900 }),
    year: fc.integer({ min: 1900, max: 2020 }),
  })
  .map(({ names: [one, other], by, year }) => ({
    said: `${one} paid ${other} ${by} dollars for grain in ${year}`,
    again: `In ${year}, ${one} paid ${other} ${by} dollars for grain, the agency reported on its page`,
    others: [
      `${other} paid ${one} ${by} dollars for grain in ${year}`,
      `${one} paid ${other} ${by + 1} dollars for grain in ${year}`,
      `${one} paid ${other} ${by} euros for grain in ${year}`,
      `${one} paid ${other} ${by} million dollars for grain in ${year}`,
      `${one} paid ${other} -${by} dollars for grain in ${year}`,
      `${one} paid ${other} ${by} dollars for grain in ${year - 1}`,
      `${one} never paid ${other} ${by} dollars for grain in ${year}`,
      `${one} repaid ${other} ${by} dollars for grain in ${year}`,
    ],
  }))
const arabicName = fc.constantFrom('خالد', 'مريم', 'يوسف', 'سلمى', 'رشيد', 'هدى')
const arabic = fc
  .record({
    names: fc.uniqueArray(arabicName, { minLength: 2, maxLength: 2 }),
    by: fc.integer({ min: 11, max: 900 }),
    year: fc.integer({ min: 1900, max: 2020 }),
  })
  .map(({ names: [one, other], by, year }) => ({
    said: `أعطى ${one} ${other} ${by} دولارًا ثمنًا للقمح في عام ${year}`,
    again: `في عام ${year} أعطى ${one} ${other} ${by} دولارًا ثمنًا للقمح، بحسب ما نشرته الوكالة`,
    others: [
      `أعطى ${other} ${one} ${by} دولارًا ثمنًا للقمح في عام ${year}`,
      `أعطى ${one} ${other} ${by + 1} دولارًا ثمنًا للقمح في عام ${year}`,
      `أعطى ${one} ${other} ${by} دينارًا ثمنًا للقمح في عام ${year}`,
      `أعطى ${one} ${other} ${by} مليون دولار ثمنًا للقمح في عام ${year}`,
      `أعطى ${one} ${other} -${by} دولارًا ثمنًا للقمح في عام ${year}`,
      `أعطى ${one} ${other} ${by} دولارًا ثمنًا للقمح في عام ${year - 1}`,
      `ما أعطى ${one} ${other} ${by} دولارًا ثمنًا للقمح في عام ${year}`,
      `لم يعط ${one} ${other} ${by} دولارًا ثمنًا للقمح في عام ${year}`,
    ],
  }))

test('an opposite never ranks above a true match', () => {
  fc.assert(
    fc.property(fc.oneof(latin, arabic), fc.nat(7), ({ said, again, others }, which) => {
      const truth = match(said, again)
      const opposite = match(said, others[which] ?? '')
      expect(truth?.differences).toEqual([])
      expect(opposite?.differences).not.toEqual([])
      expect(truth?.score ?? 0).toBeGreaterThan(opposite?.score ?? 0)
    }),
    { seed: 40, numRuns: runs(500) },
  )
})

test('nothing is told of a text and itself, and what is told is told from both sides', () => {
  fc.assert(
    fc.property(newsText, newsText, (a, b) => {
      expect(differences(a, a)).toEqual([])
      expect(differences(a, b).length > 0).toBe(differences(b, a).length > 0)
    }),
    { seed: 41, numRuns: runs(500) },
  )
})
