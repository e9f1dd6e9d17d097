import fc from 'fast-check'

const pick = (...letters: string[]) => fc.constantFrom(...letters)

const arabic = pick(...'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآٱؤئپچژگکیہےڈ')
const arabicMarks = pick(...'\u064b\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0656\u0670\u06d6\u0640')
const latin = pick(...'abcdeiorstuyzABCEIXéÉüñçÅØøŁłßẞİıĐœŒ½²ﬁ')
const otherLetters = pick(...'αβςσΣΩάЯяйёЙҚқІіकषि각한각がか中')
const marks = pick(...'\u0300\u0301\u0308\u030a\u0327\u0323\u0338\u3099\u094d')
const digits = pick(...'0123456789٠١٥٩۰۱۵۹')
const signs = pick(...`.,;:!?؟،؛۔…"'“”‘’«»„()[]-–%٪٫٬`)
const blanks = pick(' ', ' ', ' ', '\n', '\n\n', '\t', '\u00a0', '\u2003', '\u3000', '\r\n')
const controls = pick(
  ...'\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad',
  '\u0001',
)
const forms = pick(
  '\ufefb',
  '\ufef7',
  '\ufe8d',
  '\ufe77',
  '\ufe70',
  '\ufdf2',
  '\ufdfa',
  '\ufb56',
  '\ufd3e',
  '\ufedf',
)
const emoji = pick('👩‍👩‍👦', '👩🏽‍⚕️', '🇸🇩', '👍🏿', '😀', '❤️', '𝒜', '🏴󠁧󠁢󠁥󠁮󠁧󠁿')

/**
 * Texts with characters that are hard to fold: Arabic with marks, accents in both forms, emoji, controls, white
 * space.
 */
export const newsText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: arabic },
      { weight: 4, arbitrary: arabicMarks },
      { weight: 5, arbitrary: latin },
      { weight: 2, arbitrary: otherLetters },
      { weight: 3, arbitrary: marks },
      { weight: 2, arbitrary: digits },
      { weight: 3, arbitrary: signs },
      { weight: 4, arbitrary: blanks },
      { weight: 3, arbitrary: controls },
      { weight: 2, arbitrary: forms },
      { weight: 2, arbitrary: emoji },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))
