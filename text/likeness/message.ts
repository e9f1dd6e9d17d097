/** Half of a figure on each side of what is taken out would be read as one figure. */
const BETWEEN_FIGURES = '·'

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu
/** Zero width joiner and non-joiner are spelling between the letters of a word, as in Persian. */
const JOINER_IN_WORD = /(?<=[\p{L}\p{M}])[\u200c\u200d](?=\p{L})/u

/** Chinese and Japanese put no blank behind an address or a name. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef'
const TO_BLANK = `[^\\s${UNSPACED}<>"“”«»]`
/** With a path, a host needs no "www."; alone it may be the name of an outlet. Its labels begin with letters. */
const HOST_AND_PATH = `(?<![\\p{L}\\p{N}.@-])(?:[a-z][a-z0-9-]*\\.)+[a-z]{2,24}/`
const ADDRESS = new RegExp(`(?:https?://|(?<![\\p{L}\\p{N}])www\\.|${HOST_AND_PATH})${TO_BLANK}*`, 'giu')
const MAIL = /(?<![\p{L}\p{N}._%+-])[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+/giu
/** It begins with a letter: "@ 5" and "@5pm" are prices and times. */
const HANDLE =
  /(?<![\p{L}\p{N}_])[@＠](?:[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*|(?![A-Za-z])\p{L}[\p{L}\p{M}\p{Nd}_]*)/gu

const HASHTAG = /(?<![\p{L}\p{N}&])[#＃](?=[\p{L}\p{M}\p{Nd}_\u200c]*\p{L})([\p{L}\p{M}\p{Nd}_\u200c]+)/gu
const WORD_JOIN = /_+(?!\p{Nd})|(?<!\p{Nd}|_)_+/gu

/** Pictures, flags, bullets and rules; circled digits are figures. */
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
/** What was sent on says so in a phrase of its own: between the edge of a line or a stop, and a colon, a stop or an edge. */
const FORWARD_PHRASE = new RegExp(
  `(?:^|(?<=[.!?؟…]))(?:[ \\t]*[-–—=*_>]*[ \\t]*(?:${FORWARDED})[ \\t]*(?:[-–—=*_]+[ \\t]*$|[:：]|[.!?؟…]+(?!\\p{Nd})|$))+`,
  'gimu',
)
/** "RT" is a broadcaster too; in front of a handle or a colon it is none. */
const RETWEET = /(?<![\p{L}\p{N}])(?:RT|رت)[ \t]*(?:[:：]|(?=[@＠]))/gu

/** Nobody writes a letter four times for its sound. Roman numerals and letters of other scripts stay as they are. */
const DRAWN_LATIN = /([abefghjknopqrstuwyz])\1{3,}/g
const DRAWN_ARABIC = /(\p{Script=Arabic}(?<=\p{L}))\1{3,}/gu
const DRAWN_MARK = /([!?؟！？])\1+/g

/** Takes matches out, so that the figures before and behind stay two. */
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
 * What a pasted message says: its words without what states nothing, which are web and mail addresses, handles, marks of
 * forwarding, pictures, hashtag signs, drawn letters, repeated marks and invisible characters. Lines and paragraphs stay. Digits
 * outside of addresses and handles stay, and no two figures become one.
 */
export function saidIn(message: string): string {
  let text = message
  for (;;) {
    const next = once(text)
    if (next === text) return text
    text = next
  }
}

/** Whether a message says anything that could be looked for. */
export const saysSomething = (message: string): boolean => /[\p{L}\p{N}]/u.test(saidIn(message))
