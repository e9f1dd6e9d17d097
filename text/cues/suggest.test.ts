import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '@/tests/properties'
import { newsText } from '@/tests/cases/news-text'
import { CUE_KINDS, CUE_LANGUAGES, type Cue } from './cue'
import { CUE_WEIGHTS, WORTH_CHECKING, checkScore, sentenceScore } from './score'
import { scoredSpans, suggestSpans } from './suggest'

const cue = (kind: Cue['kind']): Cue => ({ kind, start: 0, end: 1 })

/** Sentences joined by spaces, each with its span. */
function joined(sentences: readonly string[]) {
  let at = 0
  const spans = sentences.map((sentence) => {
    const span = { start: at, end: at + sentence.length }
    at = span.end + 1
    return span
  })
  return { text: sentences.join(' '), spans }
}

const suggested = (sentence: string, language: string) =>
  suggestSpans(sentence, [{ start: 0, end: sentence.length }], language).length === 1

describe('the score of cues', () => {
  test('is 0 without cues, and the cue’s weight for a single one', () => {
    expect(checkScore([])).toBe(0)
    for (const kind of CUE_KINDS) expect(checkScore([cue(kind)])).toBeCloseTo(CUE_WEIGHTS[kind])
  })

  test('grows with every cue and stays below 1; a second cue of a kind adds less than one of another kind', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...CUE_KINDS), { maxLength: 20 }),
        fc.constantFrom(...CUE_KINDS),
        (kinds, kind) => {
          const before = checkScore(kinds.map(cue))
          const after = checkScore([...kinds.map(cue), cue(kind)])
          expect(after).toBeGreaterThan(before)
          expect(after).toBeLessThan(1)
        },
      ),
    )
    expect(checkScore([cue('number'), cue('number')])).toBeLessThan(checkScore([cue('number'), cue('date')]))
  })

  test('does not depend on the order', () => {
    const kinds = fc.array(fc.constantFrom(...CUE_KINDS), { maxLength: 10 })
    fc.assert(
      fc.property(kinds, (drawn) => {
        const cues = drawn.map(cue)
        expect(checkScore(cues.toReversed())).toBeCloseTo(checkScore(cues))
      }),
    )
  })
})

describe('worth checking', () => {
  test.each([
    ['ar', 'بلغ عدد المسافرين ثلاثة ملايين.'],
    ['ar', 'تستضيف الدوحة القمة المقبلة.'],
    ['ar', 'تقع المحمية في شمال البلاد.'],
    ['ar', 'تضم الهيئة ممثلين عن النقابات.'],
    ['ar', 'ووقّعت الشركتان عقد التوريد.'],
    ['ar', 'أدى انقطاع الكهرباء إلى توقف المصنع.'],
    ['ar', 'وهي أطول قناة في القارة.'],
    ['fa', 'این شهر پایتخت استان است.'],
    ['fa', 'وزیر قرارداد را امضا کرد.'],
    ['fa', 'صادرات پسته ۲۰ درصد کاهش یافت.'],
    ['en', 'Nairobi hosts the agency.'],
    ['en', 'The reserve lies in the far north.'],
    ['en', 'The paper was founded by two brothers.'],
    ['en', 'Turnout fell sharply.'],
    ['en', 'Officials said the pump had broken.'],
    ['fr', 'Le musée abrite la collection.'],
    ['fr', 'La réserve se trouve dans le nord.'],
    ['fr', 'Le journal a été fondé par deux frères.'],
    ['fr', 'Le maire a démissionné.'],
  ])('in %s: %s', (language, sentence) => expect(suggested(sentence, language)).toBe(true))
})

describe('not worth checking', () => {
  test.each([
    ['ar', 'هل تنجح الوساطة هذه المرة؟'],
    ['ar', 'نأمل أن تنتهي الأزمة قريبًا.'],
    ['ar', 'ينبغي أن يتعلم الجميع من الماضي.'],
    ['ar', 'ما أجمل هذه البلاد!'],
    ['ar', 'ربما يتغير كل شيء.'],
    ['fa', 'آیا این بار صلح می‌آید؟'],
    ['fa', 'امیدواریم که بهتر شود.'],
    ['fa', 'باید صبر کرد.'],
    ['en', 'Will it ever end?'],
    ['en', 'We hope for calmer days.'],
    ['en', 'Leaders should listen more.'],
    ['en', 'I think this was a wonderful idea.'],
    ['en', 'Perhaps the mood changed.'],
    ['fr', 'Que faire maintenant ?'],
    ['fr', 'Nous espérons des jours meilleurs.'],
    ['fr', 'Il faut écouter davantage.'],
    ['fr', 'Peut-être la chance tournera.'],
  ])('in %s: %s', (language, sentence) => expect(suggested(sentence, language)).toBe(false))
})

const scoreOf = (sentence: string, language: string) =>
  scoredSpans(sentence, [{ start: 0, end: sentence.length }], language)[0]?.score ?? 0

describe('opinion, praise, hedging and "we" take nothing from', () => {
  test.each([
    ['a figure', 'en', 'Frankly, I think we have a terrible trade deficit of nine billion.'],
    ['a figure', 'en', 'Sadly, our wonderful schools lost 300 teachers, and that is shameful.'],
    ['a comparison', 'en', 'Honestly, I believe rents here are higher than our wages, which is a shame.'],
    ['a first', 'en', 'We are, I am proud to say, the first town on this coast to do it.'],
    ['a vote', 'en', 'My good friend, I believe, voted against the ferry.'],
    ['a figure', 'ar', 'للأسف لدينا في رأيي عجز خطير بقيمة تسعة مليارات دولار.'],
    ['a comparison', 'ar', 'أعتقد أن الأسعار عندنا أعلى من الأسعار عند جيراننا، وهذا محزن.'],
    ['a most', 'ar', 'نحن بصراحة أكبر دولة في المنطقة.'],
    ['a vote', 'ar', 'للأسف صوّت زميلنا العزيز ضد القرار.'],
    ['a figure', 'fr', 'Hélas, je pense que nous avons perdu 40 % de nos belles forêts.'],
    ['a figure', 'fa', 'متأسفانه به نظر من ما ۴۰ درصد از جنگل‌های زیبا را داریم.'],
  ])('%s in %s: %s', (_, language, sentence) => expect(suggested(sentence, language)).toBe(true))

  test('any firm cue, however little a plain statement is left', () => {
    const firm = fc.constantFrom<Cue['kind']>('number', 'superlative', 'comparison', 'date', 'act')
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(firm, { minLength: 1, maxLength: 5 }),
        share,
        share,
        fc.nat(60),
        (kinds, less, voice, words) => {
          const of = { plain: 0, left: 1, words, rumoured: false }
          const cues = kinds.map(cue)
          const opinionated = sentenceScore(cues, { ...of, plainLeft: less, voice })
          const bare = sentenceScore(cues, { ...of, plainLeft: 0, voice: 1 })
          expect(opinionated).toBeGreaterThanOrEqual(bare)
          if (words >= 12) expect(bare).toBeGreaterThanOrEqual(checkScore(cues) - 1e-9)
        },
      ),
    )
  })
})

describe('wishes, promises, duties and questions with a figure fall behind the fact', () => {
  test.each([
    ['en', 'We built 300 homes in the valley.', 'We will build 300 homes in the valley.'],
    ['en', 'The city spent 40 million on the bridge.', 'I hope the city gets 40 million for the bridge.'],
    ['en', 'The company paid 9 percent more.', 'The company should pay 9 percent more.'],
    ['en', 'The plant employs 900 people.', 'Does the plant employ 900 people?'],
    ['ar', 'بنينا ثلاثمئة مسكن في الوادي.', 'سنبني ثلاثمئة مسكن في الوادي.'],
    ['ar', 'أنفقت المدينة 40 مليونًا على الجسر.', 'سوف ننفق 40 مليونًا على الجسر.'],
    ['ar', 'دفعت الشركة 9 في المئة أكثر.', 'ينبغي أن تدفع الشركة 9 في المئة أكثر.'],
    ['ar', 'يعمل في المصنع 900 عامل.', 'هل يعمل في المصنع 900 عامل؟'],
    ['fr', 'Nous avons construit 300 logements.', 'Nous construirons 300 logements.'],
    ['fa', 'ما ۳۰۰ خانه ساختیم.', 'ما ۳۰۰ خانه خواهیم ساخت.'],
  ])('in %s: %s', (language, fact, other) => {
    expect(scoreOf(fact, language)).toBeGreaterThan(scoreOf(other, language))
  })
})

test.each([
  ['en', 'Officials said that the firm must pay.', 'The firm must pay.'],
  ['en', 'Is it true that the mayor sold the old pier?', 'Did the mayor ever like the old pier?'],
  ['ar', 'قال القاضي إن على الشركة أن تدفع.', 'علينا أن ندفع.'],
  ['ar', 'هل صحيح أن البلدية باعت الرصيف القديم؟', 'هل تحب البلدية الرصيف القديم؟'],
])('in %s, what somebody said or passes on may be checked: %s', (language, said, other) => {
  expect([suggested(said, language), suggested(other, language)]).toEqual([true, false])
})

test.each([
  ['en', 'Thank you, Jakarta.'],
  ['en', 'Hello to all of you in Port Ellis.'],
  ['en', 'So, Senator Doyle.'],
  ['ar', 'شكرًا لأهل جاكرتا.'],
  ['ar', 'أهلًا بكم في كازاخستان.'],
])('a name alone is no reason, in %s: %s', (language, sentence) => {
  expect(suggested(sentence, language)).toBe(false)
})

test.each([
  ['en', 'We lost 900 jobs.', 'We have two questions.'],
  ['en', 'It is the largest dam.', 'It is one of the largest dams.'],
  ['en', 'It has 40 rooms.', 'It is 40 years old.'],
  ['en', 'Rents are higher than wages.', 'Rents are better than wages.'],
  ['ar', 'فقدنا تسعمئة وظيفة.', 'لدينا سؤالان وثلاثة أسئلة.'],
  ['ar', 'هذا أكبر سد.', 'هذا من أكبر السدود.'],
])('a slight cue asks for less, in %s: %s', (language, firm, slight) => {
  expect(scoreOf(firm, language)).toBeGreaterThan(scoreOf(slight, language))
})

test('in a text that is talk, a plain sentence is less of a reason than in a report', () => {
  const plain = 'The committee met in the old hall.'
  const report = joined([plain, 'Its members come from the north.', 'The hall stands by the river.'])
  const talk = joined([plain, 'I was there with you.', 'We know what you feel.'])
  const first = ({ text, spans }: typeof report) => scoredSpans(text, spans, 'en')[0]?.score ?? 0
  expect(first(talk)).toBeLessThan(first(report))
  expect(first(report)).toBeGreaterThanOrEqual(WORTH_CHECKING)
})

test('sentences are sorted by score, then by position, each with the cues that begin in it', () => {
  const { text, spans } = joined([
    'The mayor resigned.',
    'Is that all?',
    'In 2019 the bank lost $40 million.',
    'The mayor resigned.',
  ])
  const found = suggestSpans(text, spans, 'en')
  expect(found.map(({ start }) => spans.findIndex((span) => span.start === start))).toEqual([2, 0, 3])
  expect(found[0]?.cues.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['date', '2019'],
    ['name', 'the bank'],
    ['number', '$40 million'],
  ])
})

test('a language without word lists is judged by figures, quotations and capitals', () => {
  expect(suggested('Serikali ilitangaza watu 1,500 walihama.', 'sw')).toBe(true)
  expect(suggested('hali ya hewa ni nzuri sana leo.', 'sw')).toBe(false)
})

test('a headline needs more evidence than a sentence', () => {
  expect(suggested('مياه آسيا الوسطى', 'ar')).toBe(false)
  expect(suggested('Thirty dead in Lagos fire', 'en')).toBe(true)
})

test('every score lies between 0 and 1, and only sentences that reach the threshold are suggested', () => {
  const languages = fc.constantFrom(...CUE_LANGUAGES, 'und')
  fc.assert(
    fc.property(fc.array(newsText, { maxLength: 5 }), languages, (sentences, language) => {
      const { text, spans } = joined(sentences)
      const scored = scoredSpans(text, spans, language)
      for (const { score } of scored) {
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
      }
      const kept = suggestSpans(text, spans, language)
      expect(kept).toHaveLength(scored.filter(({ score }) => score >= WORTH_CHECKING).length)
      expect(kept.map(({ score }) => score)).toEqual(kept.map(({ score }) => score).sort((a, b) => b - a))
    }),
    { numRuns: runs(500) },
  )
})
