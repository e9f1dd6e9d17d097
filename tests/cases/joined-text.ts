import fc from 'fast-check'
import { newsText } from './news-text'

/**
 * Characters that join to their neighbours, by script, with the ends of sentences, quotations, dates and numbers
 * around them.
 */
const PIECES = [
  ...['\u0301', '\u0308', '\u064e', '\u0651', '\u0640', '\u06d6', '\u200c', '\u200d', '\ufe0f', '\u{1f3fd}'],
  ...['\u1100', '\u1161', '\u11a8', '가', '각', 'ㄱ', '\ud83c\udde6', '\ud83c\uddea', '🇸🇩', '👩', '❤', '🏴'],
  ...[
    '\u{e0067}',
    '\u{e007f}',
    'क',
    '\u094d',
    'ष',
    '\u093f',
    'ക',
    '\u0d4e',
    'ก',
    '\u0e33',
    'か',
    '\u3099',
    '\uff9e',
  ],
  ...[
    '\u0600',
    '\u06dd',
    '\u{110bd}',
    '𝒜',
    '\u0001',
    '\u00ad',
    '\u200f',
    '\u2028',
    '\r\n',
    '\n',
    '\n\n',
    ' ',
    '\u00a0',
  ],
  ...['.', '؟', '…', '。', '«', '»', '“', '”', '‘', '’', '"', '(', ')', ',', '-', '%', '$', '1. ', '- ', 'ه'],
  ...[
    'قال',
    'وفي',
    'أكثر من',
    '٢٠١٧',
    '29',
    'May',
    'The',
    'UN',
    'of',
    '19th',
    'century',
    'عام',
    'أول',
    'درصد',
    'می',
  ],
]

/** Texts with letters of several units exactly where spans begin and end. */
export const joinedText = fc.oneof(
  { weight: 1, arbitrary: newsText },
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join('')),
  },
)

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Every offset at which a letter begins or ends, according to the segmenter. */
export function lettersOf(text: string): Set<number> {
  return new Set([...segmenter.segment(text)].map(({ index }) => index).concat(text.length))
}
