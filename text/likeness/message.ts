/** Replaces what is taken out between two figures, which would otherwise be read as one figure. */
const BETWEEN_FIGURES = '·'

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu
/** Zero width joiner and non-joiner are spelling between the letters of a word, as in Persian. */
const JOINER_IN_WORD = /(?<=[\p{L}\p{M}])[\u200c\u200d](?=\p{L})/u

/** Chinese and Japanese put no blank behind an address or a name. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef'
const TO_BLANK = `[^\\s${UNSPACED}<>"“”«»]`
/**
 * A host that a path follows needs no "www."; a host alone may be the name of an outlet. Its labels begin with letters.
 */
const HOST_AND_PATH = `(?<![\\p{L}\\p{N}.@-])(?:[a-z][a-z0-9-]*\\.)+[a-z]{2,24}/`
const ADDRESS = new RegExp(`(?:https?://|(?<![\\p{L}\\p{N}])www\\.|${HOST_AND_PATH})${TO_BLANK}*`, 'giu')
const MAIL = /(?<![\p{L}\p{N}._%+-])[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+/giu
/** A handle begins with a letter: "@ 5" and "@5pm" are a price and a time. */
const HANDLE =
  /(?<![\p{L}\p{N}_])[@＠](?:[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*|(?![A-Za-z])\p{L}[\p{L}\p{M}\p{Nd}_]*)/gu

const HASHTAG = /(?<![\p{L}\p{N}&])[#＃](?=[\p{L}\p{M}\p{Nd}_\u200c]*\p{L})([\p{L}\p{M}\p{Nd}_\u200c]+)/gu
const WORD_JOIN = /_+(?!\p{Nd})|(?<!\p{Nd}|_)_+/gu

/** Pictures, flags, bullets and rules. Circled digits are figures and stay. */
const PICTURE =
  /(?:(?!\p{N})[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u2022\u2023\u2043\u2500-\u27bf\u2b00-\u2bff])+|\u20e3/gu

const FORWARDED = [
  'fwd?',
  'forwarded(?: message| many times| as received)?',
  '(?:copied |sent )?as received',
  '(?:copied|copy) and pasted?',
  '(?:تمت? )?[إا]عادة (?:ال)?توجيهه?ا?(?: عدة مرات)?',
  '(?:رسالة )?(?:معاد|مُعاد) توجيهه?ا?',
  'رسالة محو[ّ]?لة',
  '(?:منقولة?|كما (?:وصل|ورد)ت?ني)',
].join('|')
/**
 * A mark of forwarding is a phrase of its own: it stands between the edge of a line or a stop, and a colon, a stop or
 * an edge.
 */
const FORWARD_PHRASE = new RegExp(
  `(?:^|(?<=[.!?؟…]))(?:[ \\t]*[-–—=*_>]*[ \\t]*(?:${FORWARDED})[ \\t]*(?:[-–—=*_]+[ \\t]*$|[:：]|[.!?؟…]+(?!\\p{Nd})|$))+`,
  'gimu',
)
/** "RT" is also the name of a broadcaster. Only before a handle or a colon does it mark a forwarded message. */
const RETWEET = /(?<![\p{L}\p{N}])(?:RT|رت)[ \t]*(?:[:：]|(?=[@＠]))/gu

/**
 * Four equal letters in a row are drawn out for effect. Roman numerals and letters of other scripts stay as they are.
 */
const DRAWN_LATIN = /([abefghjknopqrstuwyz])\1{3,}/g
const DRAWN_ARABIC = /(\p{Script=Arabic}(?<=\p{L}))\1{3,}/gu
const DRAWN_MARK = /([!?؟！？])\1+/g

/** Takes matches out and keeps the figures before and after them apart. */
const without = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (...[found, ...rest]) => {
    const at = rest.find((one) => typeof one === 'number') as number
    const [before, after] = [text.slice(0, at).trimEnd(), text.slice(at + found.length).trimStart()]
    return /\p{Nd}$/u.test(before.slice(-2)) && /^\p{Nd}/u.test(after) ? BETWEEN_FIGURES : ' '
  })

const unseenOut = (text: string): string =>
  text
    .split(JOINER_IN_WORD)
    .map((part) => part.replace(INVISIBLE, ''))
    .join('\u200c')

function once(message: string): string {
  let text = unseenOut(message)
  text = text.replace(FORWARD_PHRASE, ' ').replace(RETWEET, ' ')
  for (const pattern of [ADDRESS, MAIL, HANDLE, PICTURE]) text = without(text, pattern)
  return text
    .replace(HASHTAG, (_, words: string) => words.replace(WORD_JOIN, (run) => ' '.repeat(run.length)))
    .replace(DRAWN_LATIN, '$1$1')
    .replace(DRAWN_ARABIC, '$1')
    .replace(DRAWN_MARK, '$1')
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map((line) =>
      line
        .replace(/\s+/gu, ' ')
        .replace(/^[ :：]+(?=\s|\p{L}|$)/u, '')
        .trim(),
    )
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/**
 * The words of a pasted message without what states nothing: web and mail addresses, handles, marks of forwarding,
 * pictures, hashtag signs, drawn-out letters, repeated marks and invisible characters. Lines and paragraphs stay.
 * Digits outside of addresses and handles stay, and two figures never become one.
 */
export function saidIn(message: string): string {
  let text = message
  for (;;) {
    const next = once(text)
    if (next === text) return text
    text = next
  }
}

/** Whether a message has anything to search for. */
export const saysSomething = (message: string): boolean => /[\p{L}\p{N}]/u.test(saidIn(message))
