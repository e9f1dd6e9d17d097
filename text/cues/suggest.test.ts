import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '@/tests/properties'
import { newsText } from '@/tests/cases/news-text'
import { CUE_KINDS, CUE_LANGUAGES, type Cue } from './cue'
import { CUE_WEIGHTS, WORTH_CHECKING, checkScore } from './score'
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
