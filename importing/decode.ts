import { encodingOfLabel } from './charset'
import { decodeWindows1252, decodeWindows1256, guessCodePage } from './code-page'
import { ImportProblem, type Incoming, type Notice } from './incoming'
import { ENCODINGS, type Encoding } from '@/text/encodings'
import { utf8Sequences } from './utf8'

type Words = {
  text: string
  /** What the bytes held that is no letter; absent when there was nothing of the kind. */
  notices?: Notice[]
}
export type Decoded = Words & { encoding: { name: Encoding; guessed: boolean } }
type DecodedOrOther = Decoded | (Words & { encoding: null })
type Choice = { declared?: string; as?: Encoding }

/** One in 20 characters may be broken before the bytes count as another encoding. */
const FEW = 20
/** In UTF-16 of any script at least one unit in 50 is a space, a digit or a full stop, and so has a NUL byte. */
const UNITS_TO_A_NUL = 50
/** Fewer bytes than one in four are NULs in a text of bytes; in UTF-16 of Latin letters nearly every second one is. */
const BYTES_TO_A_NUL = 4
/** A text has no control characters; one in a thousand is tolerated. */
const CONTROLS = 1000
const BYTE_ORDER_MARKS: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
/** A single-byte encoding reads any bytes, so only these can contradict UTF-8 with a few bad bytes. */
const MULTI_BYTE = new Set(['gbk', 'gb18030', 'big5', 'euc-jp', 'iso-2022-jp', 'shift_jis', 'euc-kr'])

/**
 * Decodes bytes to text. It tries a byte order mark, UTF-8 with at most a few bad bytes, the declared encoding, UTF-16
 * without a mark, and last a guess between windows-1256 and windows-1252. `guessed` asks the reader to check: the
 * letters decided the encoding, or some bytes were no letters. Bad bytes become U+FFFD and NULs are dropped, and both
 * are counted in `notices`.
 *
 * @param options.declared a charset label from a header or the markup
 * @param options.as the reader's own choice, which wins over everything else
 * @throws ImportProblem `not_text` when the bytes are not text, `encoding` when no encoding fits
 */
export function decodeText(bytes: Uint8Array, options: Choice = {}): Decoded {
  return decodeKnown(bytes, options) ?? decodeUndeclared(bytes)
}

/**
 * Like decodeText, for documents that declare their own charset. It also reads a declared charset that the desk does
 * not offer; `encoding` is then null, because the reader has nothing to choose.
 */
export function decodeDeclared(bytes: Uint8Array, options: Choice): DecodedOrOther {
  const known = decodeKnown(bytes, options)
  if (known) return known
  const label = options.declared === undefined ? null : encodingOfLabel(options.declared)
  if (label === null || isOurs(label)) return decodeUndeclared(bytes)
  const text = new TextDecoder(label).decode(bytes)
  return { ...wordsOf(text, text.match(/\ufffd/g)?.length ?? 0), encoding: null }
}

/** What was read from decoded bytes, together with how they were decoded. */
export function withDecoding(incoming: Incoming, { encoding, notices = [] }: DecodedOrOther): Incoming {
  return { ...incoming, encoding, notices: [...incoming.notices, ...notices] }
}

function decodeKnown(bytes: Uint8Array, options: Choice): Decoded | null {
  if (options.as) return decodeChosen(bytes, options.as)
  for (const [name, mark] of BYTE_ORDER_MARKS) {
    if (mark.every((byte, index) => bytes[index] === byte)) return decodeAs(bytes, name) ?? refuse('encoding')
  }
  const declared = options.declared === undefined ? null : encodingOfLabel(options.declared)
  const stands = declared !== null && MULTI_BYTE.has(declared) && exactly(bytes, declared) !== null
  if (!bytes.includes(0) && (!stands || exactly(bytes, 'utf-8') !== null)) {
    const utf8 = asUtf8(bytes)
    if (utf8) return utf8
  }
  // Servers and programs declare `iso-8859-1` by default, on Arabic too.
  if (declared === 'windows-1252' && guessCodePage(bytes) === 'windows-1256') return null
  return declared !== null && isOurs(declared) ? decodeAs(bytes, declared) : null
}

function decodeUndeclared(bytes: Uint8Array): Decoded {
  const hasNul = bytes.includes(0)
  const letters = hasNul ? withoutNuls(bytes) : bytes
  const nuls = bytes.length - letters.length
  const isBytes = !hasNul || (nuls * BYTES_TO_A_NUL < bytes.length && looksWritten(letters))
  const utf8 = hasNul && isBytes ? asUtf8(letters, nuls) : null
  if (utf8) return asGuess(utf8)
  const wide = hasNul ? wideEncoding(bytes) : null
  const decoded = wide === null ? null : decodeAs(bytes, wide)
  if (decoded && isPlausible(decoded.text)) return asGuess(decoded)
  if (!isBytes) return refuse('not_text')
  const page = guessCodePage(letters)
  if (page !== null) return asGuess(decodeAs(bytes, page) ?? refuse('encoding'))
  readable(decodeWindows1252(letters))
  return refuse(hasNul ? 'not_text' : 'encoding')
}

/**
 * UTF-8 when more sequences are well formed than bad. In a code page, an accented or Arabic letter is hardly ever
 * followed by just the signs that a UTF-8 character continues with. A tie goes to Arabic words, if there are any. A
 * single character that the end of the file cuts is UTF-8 too.
 */
function asUtf8(bytes: Uint8Array, nuls = 0): Decoded | null {
  const { whole, cut, bad, ends } = utf8Sequences(bytes)
  if (bad > whole) return null
  if (whole === 0 && cut > (ends ? 1 : 0)) return null
  if (whole > 0 && bad === whole && guessCodePage(bytes) === 'windows-1256') return null
  return utf8Of(bytes, bad + cut, nuls)
}

function utf8Of(bytes: Uint8Array, broken: number, nuls: number): Decoded {
  const words = wordsOf(new TextDecoder('utf-8').decode(bytes), broken, nuls)
  return { ...words, encoding: { name: 'utf-8', guessed: broken > 0 } }
}

/** The reader may choose UTF-8 for any bytes that are mostly letters in it. */
function decodeChosen(bytes: Uint8Array, as: Encoding): Decoded {
  if (as !== 'utf-8') return decodeAs(bytes, as) ?? refuse('encoding')
  const letters = withoutNuls(bytes)
  const { whole, cut, bad } = utf8Sequences(letters)
  if (bad > whole && bad * FEW > letters.length) return refuse('encoding')
  return utf8Of(letters, bad + cut, nulsAmong(bytes, letters))
}

/** In UTF-16, ASCII digits, spaces and letters have NUL bytes, all at even or all at odd positions. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0
  let odd = 0
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) {
    if (at % 2 === 0) even++
    else odd++
  }
  if ((even + odd) * UNITS_TO_A_NUL < bytes.length / 2) return null
  if (odd > even * FEW) return 'utf-16le'
  return even > odd * FEW ? 'utf-16be' : null
}

/** Bytes of another encoding, read two by two, give unassigned and private characters. */
const isPlausible = (text: string) => (text.match(/[\p{Cn}\p{Co}\p{Cs}]/gu)?.length ?? 0) * FEW <= text.length

/** Null when more than a few letters are broken. */
function decodeAs(bytes: Uint8Array, name: Encoding): Decoded | null {
  if (name === 'utf-8') {
    const letters = withoutNuls(bytes)
    return asUtf8(letters, nulsAmong(bytes, letters))
  }
  if (name === 'windows-1252' || name === 'windows-1256') {
    const letters = withoutNuls(bytes)
    const text = name === 'windows-1252' ? decodeWindows1252(letters) : decodeWindows1256(letters)
    return { ...wordsOf(text, 0, nulsAmong(bytes, letters)), encoding: { name, guessed: false } }
  }
  const text = new TextDecoder(name).decode(bytes)
  const pairs = brokenPairs(bytes, name)
  if (pairs * FEW > text.length) return null
  const broken = pairs + (bytes.length % 2)
  return { ...wordsOf(text, broken), encoding: { name, guessed: broken > 0 } }
}

/** The surrogates of UTF-16 without their other half. */
function brokenPairs(bytes: Uint8Array, name: 'utf-16le' | 'utf-16be'): number {
  const [high, low] = name === 'utf-16le' ? [1, 0] : [0, 1]
  let broken = 0
  let waiting = false
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const unit = ((bytes[at + high] ?? 0) << 8) | (bytes[at + low] ?? 0)
    const trail = (unit & 0xfc00) === 0xdc00
    if (waiting !== trail) broken++
    waiting = (unit & 0xfc00) === 0xd800
  }
  return broken + (waiting ? 1 : 0)
}

/** A text of bytes has no control characters, and is not mainly tabs and line ends. */
function looksWritten(bytes: Uint8Array): boolean {
  let controls = 0
  let layout = 0
  for (const byte of bytes) {
    if (byte === 9 || byte === 10 || byte === 13) layout++
    else if (byte < 0x20 || byte === 0x7f) controls++
  }
  return controls * CONTROLS <= bytes.length && layout * BYTES_TO_A_NUL <= bytes.length
}

const withoutNuls = (bytes: Uint8Array) => (bytes.includes(0) ? bytes.filter((byte) => byte !== 0) : bytes)

/** How many NULs were dropped. @throws ImportProblem `not_text` when they are too many for a text of bytes */
function nulsAmong(bytes: Uint8Array, letters: Uint8Array): number {
  const nuls = bytes.length - letters.length
  return nuls > 0 && nuls * BYTES_TO_A_NUL >= bytes.length ? refuse('not_text') : nuls
}

function asGuess(decoded: Decoded): Decoded {
  return { ...decoded, encoding: { ...decoded.encoding, guessed: true } }
}

function exactly(bytes: Uint8Array, name: string): string | null {
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function wordsOf(decoded: string, broken: number, nuls = 0): Words {
  const text = decoded.replaceAll('\0', '')
  const dropped = nuls + decoded.length - text.length
  if (dropped > 0 && dropped * BYTES_TO_A_NUL >= decoded.length + nuls) refuse('not_text')
  const notices: Notice[] = [
    { kind: 'broken_letters', as: 'kept', count: broken },
    { kind: 'nuls', as: 'left_out', count: dropped },
  ]
  const told = notices.filter(({ count }) => count > 0)
  return { text: readable(text), ...(told.length > 0 && { notices: told }) }
}

/** Returns the text, or throws `not_text` when it holds many control characters, as a decoded picture does. */
function readable(text: string): string {
  const controls = text.match(/[\x01-\x08\x0e-\x19\x1b-\x1f\x7f]/g)?.length ?? 0
  return controls * CONTROLS > text.length ? refuse('not_text') : text
}

function isOurs(label: string): label is Encoding {
  return ENCODINGS.some((name) => name === label)
}

function refuse(code: 'encoding' | 'not_text'): never {
  throw new ImportProblem(code)
}
