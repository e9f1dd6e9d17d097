/** The full stop of languages that do not use the Latin one (Unicode's Sentence_Terminal, by script). */
const STOPS: Record<string, string> = {
  ...{ zh: '。', ja: '。', yue: '。' },
  ...{ ur: '۔', ks: '۔' },
  ...{ hi: '।', bn: '।', ne: '।', mr: '।', pa: '।' },
  ...{ hy: '։', am: '።', ti: '።', my: '။', km: '។', th: '' },
}

/** The full stop of a language, from its BCP 47 tag; empty where sentences end in a space. */
export const fullStopOf = (language: string): string =>
  STOPS[language.toLowerCase().split('-')[0] ?? ''] ?? '.'

const CLOSING = String.raw`[\p{Pe}\p{Pf}"'’”»]*`
const ENDED = new RegExp(String.raw`[\p{Sentence_Terminal}…]${CLOSING}$`, 'u')
const PLAIN_STOP = /[.。．۔।։።။។]$/u

/** The words as a whole sentence: with a full stop, unless they end with one or with another end of a sentence. */
export function withFullStop(words: string, language: string): string {
  const trimmed = words.trim()
  return trimmed === '' || ENDED.test(trimmed) ? trimmed : trimmed + fullStopOf(language)
}

/** The words as a part of a longer sentence: without their full stop. Marks that mean more, such as ? and …, stay. */
export const withoutFullStop = (words: string): string => words.trim().replace(PLAIN_STOP, '')
