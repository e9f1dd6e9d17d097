import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messagesOf } from '@/services/messages'
import { LOCALES } from '@/text/locale'
import { fillWording, noteHints } from './note'
import { CORRECTION_KINDS } from './rules'

describe('a note to readers', () => {
  const about = {
    quote: 'The bridge opened in 1998 after a decade of works',
    wrong: 'The year was wrong.',
    right: 'The bridge opened in 1996.',
  }

  it('gets a hint when it repeats the error in full', () => {
    const note = 'We wrote that the bridge opened in 1998 after a decade of works. It opened in 1996.'
    expect(noteHints({ ...about, note })).toEqual(['repeatsError'])
    expect(
      noteHints({ ...about, note: 'An earlier version gave the wrong year; the bridge opened in 1996.' }),
    ).toEqual([])
    expect(noteHints({ ...about, quote: '1998', note: `${note} 1998` })).toEqual([])
  })

  it('gets a hint when it says nothing without the article', () => {
    expect(noteHints({ ...about, note: 'This was wrong.' })).toEqual(['notAlone'])
    expect(
      noteHints({ ...about, note: 'An earlier version of this had a mistake in one of its later lines.' }),
    ).toEqual(['notAlone'])
    expect(noteHints({ ...about, note: '' })).toEqual([])
  })

  it('is judged in Arabic as in English', () => {
    const arabic = {
      quote: 'افتتح الجسر في عام 1998 بعد عشر سنوات',
      wrong: 'كانت السنة خاطئة.',
      right: 'افتتح الجسر في عام 1996.',
    }
    expect(
      noteHints({ ...arabic, note: 'ذكرت نسخة سابقة من التقرير سنة خاطئة، والصحيح أن الجسر افتتح في 1996.' }),
    ).toEqual([])
    expect(noteHints({ ...arabic, note: 'وقع خطأ.' })).toEqual(['notAlone'])
    expect(
      noteHints({ ...arabic, note: `كتبنا: اُفتتح الجسر في عام ١٩٩٨ بعد عشر سنوات، والصحيح 1996.` }),
    ).toContain('repeatsError')
  })

  it('fills a wording with its words, whatever braces and signs they contain', () => {
    const words = { wrong: 'a $& b', right: '{date} ', date: '1 May 2026' }
    expect(fillWording('On {date}: {wrong} → {right} {other}', words, 'en')).toBe(
      'On 1 May 2026: a $& b → {date} {other}',
    )
  })

  const filled = (wording: string, wrong: string, right: string, language: string) =>
    fillWording(wording, { wrong, right, date: '1 May' }, language)

  it.each([
    [
      'One point: {wrong} {right} Corrected on {date}.',
      'A',
      'B',
      'en',
      'One point: A. B. Corrected on 1 May.',
    ],
    [
      'One point: {wrong} {right} Corrected.',
      'A.',
      'Is it “B?”',
      'en',
      'One point: A. Is it “B?” Corrected.',
    ],
    ['It is {right}, not {wrong}.', 'A.', 'B.', 'en', 'It is B, not A.'],
    ['It is {right} and not {wrong} as we wrote', 'A.', 'B.', 'en', 'It is B and not A as we wrote'],
    ['Note, {date}: {right}', '', 'B…', 'en', 'Note, 1 May: B…'],
    ['ورد خطأ، والصحيح: {right} صُحّح في {date}.', '', 'باء', 'ar', 'ورد خطأ، والصحيح: باء. صُحّح في 1 May.'],
    ['ورد خطأ، والصحيح {right} لا {wrong}.', 'ألف.', 'باء.', 'ar', 'ورد خطأ، والصحيح باء لا ألف.'],
    ['ورد خطأ. {wrong} {right} صُحّح.', 'ألف', 'باء؟', 'ar', 'ورد خطأ. ألف. باء؟ صُحّح.'],
    ['更正：{right}', '', '乙', 'zh', '更正：乙。'],
    ['تصحیح: {right} {date}', '', 'بات', 'ur-PK', 'تصحیح: بات۔ 1 May'],
    ['«{right}» est exact.', '', 'B.', 'fr', '«B» est exact.'],
  ])(
    '%s: fills in whole sentences with their stops, and parts without',
    (wording, wrong, right, lang, result) => {
      expect(filled(wording, wrong, right, lang)).toBe(result)
    },
  )

  it('never joins two statements without a stop', () => {
    const typed = fc.string({ unit: fc.constantFrom('a', 'ب', ' ', '.', '?', '”', '٣'), maxLength: 12 })
    fc.assert(
      fc.property(typed, typed, fc.constantFrom('en', 'ar'), (wrong, right, language) => {
        const note = filled('One point: {wrong} {right} Corrected.', `a${wrong}`, `b${right}`, language)
        expect(note).toMatch(/^One point: a.*[.?]”* b.*[.?]”* Corrected\.$/u)
      }),
    )
  })

  it.each(LOCALES)('is filled with sentences in the built-in wordings of %s', (language) => {
    for (const kind of CORRECTION_KINDS) {
      const wording = messagesOf(language).correction.wording[kind]
      const [plain, stopped] = [
        ['Wrong X', 'Right X'],
        ['Wrong X.', 'Right X.'],
      ].map(([wrong = '', right = '']) => filled(wording, wrong, right, language))
      expect(plain).toBe(stopped)
      expect(plain).not.toMatch(/X(?!\.)|\.\./u)
    }
  })

  it('repeats the error in no built-in wording but the one of a retraction', () => {
    for (const language of LOCALES)
      for (const kind of CORRECTION_KINDS.filter((one) => one !== 'retraction'))
        expect(messagesOf(language).correction.wording[kind]).not.toContain('{wrong}')
  })
})
