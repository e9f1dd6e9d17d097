/**
 * The windows-1252 characters from 0x80 to 0x9f. The five unused codes are C1 controls, as in the Encoding standard.
 */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Uses our own table, because several versions of Node read windows-1252 as Latin-1. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80))
}

export function decodeWindows1256(bytes: Uint8Array): string {
  return new TextDecoder('windows-1256').decode(bytes)
}

/** How many bytes a guess looks at, from the first byte outside ASCII. */
const LOOKED_AT = 200_000
const LONGEST_WORD = 50
const WORD = /[\p{L}\p{M}\u200c\u200d]+/gu
const ARABIC = /^[\p{Script=Arabic}\p{M}\u0640\u200c\u200d]+$/u
const ACCENTED = /[^\x00-\x7f\u200c\u200d]/
const PLAIN_LATIN = /[a-z]/i
/** The longest run of accented letters in a European word, as in `créée`. */
const MOST_ACCENTS = 2

/**
 * Guesses which of the two code pages turns these bytes into words. In windows-1256 the words have only Arabic letters;
 * in windows-1252 they are Latin words with an occasional accent. Null when neither fits, as with Cyrillic. The letters
 * à â ç è é ê ë î ï ô ù û ü have the same codes in both, so French reads the same.
 */
export function guessCodePage(bytes: Uint8Array): 'windows-1256' | 'windows-1252' | null {
  const from = Math.max(0, bytes.findIndex((byte) => byte > 0x7f) - LONGEST_WORD)
  const sample = bytes.subarray(from, from + LOOKED_AT)
  const arabic = arabicWords(decodeWindows1256(sample))
  const latin = latinWords(decodeWindows1252(sample))
  if (arabic.good === 0 && latin.bad === 0) return 'windows-1252'
  if (arabic.good > arabic.bad && arabic.good > latin.good) return 'windows-1256'
  return latin.good > latin.bad ? 'windows-1252' : null
}

type Tally = { good: number; bad: number }

/** Counts in letters. A single Arabic letter proves nothing: most of them are an accented capital in windows-1252. */
function arabicWords(text: string): Tally {
  const tally = { good: 0, bad: 0 }
  for (const [word] of text.matchAll(WORD)) {
    if (!ACCENTED.test(word)) continue
    if (!ARABIC.test(word)) tally.bad += word.length
    else if (word.length > 1) tally.good += word.length
  }
  return tally
}

function latinWords(text: string): Tally {
  const tally = { good: 0, bad: 0 }
  for (const [word] of text.matchAll(WORD)) {
    if (!ACCENTED.test(word)) continue
    const good = longestAccented(word) <= MOST_ACCENTS && (PLAIN_LATIN.test(word) || word.length === 1)
    tally[good ? 'good' : 'bad'] += word.length
  }
  tally.bad += text.match(/[\x81\x8d\x8f\x90\x9d]/g)?.length ?? 0
  return tally
}

function longestAccented(word: string): number {
  let longest = 0
  for (const [run] of word.matchAll(/[^\x00-\x7f]+/g)) longest = Math.max(longest, run.length)
  return longest
}
