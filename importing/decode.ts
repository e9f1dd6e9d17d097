import { encodingOfLabel } from './charset'
import { decodeWindows1252, decodeWindows1256, guessCodePage } from './code-page'
import { ImportProblem } from './incoming'
import { ENCODINGS, type Encoding } from '@/text/encodings'

export type Decoded = { text: string; encoding: { name: Encoding; guessed: boolean } }

/** One in 20 letters outside ASCII may be broken before the bytes count as another encoding. */
const BROKEN_LETTERS = 20
/** In UTF-16 of any script at least one unit in 50 is a space, a digit or a full stop, and so has a NUL byte. */
const UNITS_TO_A_NUL = 50
/** A text has no control characters; one in a thousand is tolerated. */
const CONTROLS = 1000
const BYTE_ORDER_MARKS: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * Decodes bytes to text. It tries a byte order mark, strict UTF-8, the declared encoding, UTF-16 without a mark, and
 * last a guess between windows-1256 and windows-1252. `guessed` asks the reader to check: the letters decided the
 * encoding, or some letters were broken.
 *
 * @param options.declared a charset label from a header or the markup
 * @param options.as the reader's own choice, which wins over everything else
 * @throws ImportProblem `not_text` when the bytes are not text, `encoding` when no encoding fits
 */
export function decodeText(bytes: Uint8Array, options: { declared?: string; as?: Encoding } = {}): Decoded {
  return decodeKnown(bytes, options) ?? decodeUndeclared(bytes)
}

/**
 * Like decodeText, for documents that declare their own charset. It also reads a declared charset that the desk does
 * not offer; `encoding` is then null, because the reader has nothing to choose.
 */
export function decodeDeclared(
  bytes: Uint8Array,
  options: { declared?: string; as?: Encoding },
): Decoded | { text: string; encoding: null } {
  const known = decodeKnown(bytes, options)
  if (known) return known
  const label = options.declared === undefined ? null : encodingOfLabel(options.declared)
  if (label === null || isOurs(label)) return decodeUndeclared(bytes)
  return { text: readable(new TextDecoder(label).decode(bytes)), encoding: null }
}

function decodeKnown(bytes: Uint8Array, options: { declared?: string; as?: Encoding }): Decoded | null {
  if (options.as) return decodeAs(bytes, options.as) ?? refuse('encoding')
  for (const [name, mark] of BYTE_ORDER_MARKS) {
    if (mark.every((byte, index) => bytes[index] === byte)) return decodeAs(bytes, name) ?? refuse('encoding')
  }
  const hasNul = bytes.includes(0)
  const strict = hasNul ? null : exactly(bytes, 'utf-8')
  if (strict !== null) return { text: readable(strict), encoding: { name: 'utf-8', guessed: false } }
  const declared = options.declared === undefined ? null : encodingOfLabel(options.declared)
  // Servers and programs declare `iso-8859-1` by default, on Arabic too.
  if (declared === 'windows-1252' && guessCodePage(bytes) === 'windows-1256') return null
  return declared !== null && isOurs(declared) ? decodeAs(bytes, declared) : null
}

function decodeUndeclared(bytes: Uint8Array): Decoded {
  const wide = bytes.includes(0) ? wideEncoding(bytes) : null
  if (wide !== null) return asGuess(decodeAs(bytes, wide)) ?? refuse('not_text')
  if (bytes.includes(0)) return refuse('not_text')
  const nearly = decodeAs(bytes, 'utf-8')
  if (nearly) return nearly
  const page = guessCodePage(bytes)
  if (page !== null) return asGuess(decodeAs(bytes, page)) ?? refuse('not_text')
  readable(decodeWindows1252(bytes))
  return refuse('encoding')
}

/** In UTF-16, ASCII digits, spaces and letters have NUL bytes, all at even or all at odd positions. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 === 1) return null
  let even = 0
  let odd = 0
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) {
    if (at % 2 === 0) even++
    else odd++
  }
  if ((even + odd) * UNITS_TO_A_NUL < bytes.length / 2) return null
  if (odd > even * BROKEN_LETTERS) return 'utf-16le'
  return even > odd * BROKEN_LETTERS ? 'utf-16be' : null
}

/** Null when more than a few letters are broken. */
function decodeAs(bytes: Uint8Array, name: Encoding): Decoded | null {
  if (name === 'windows-1252')
    return { text: readable(decodeWindows1252(bytes)), encoding: { name, guessed: false } }
  if (name === 'windows-1256')
    return { text: readable(decodeWindows1256(bytes)), encoding: { name, guessed: false } }
  const text = new TextDecoder(name).decode(bytes)
  const broken = text.match(/\ufffd/g)?.length ?? 0
  const letters = broken === 0 ? 0 : (text.match(/[^\x00-\x7f\ufffd]/g)?.length ?? 0)
  if (broken * BROKEN_LETTERS > letters) return null
  return { text: readable(text), encoding: { name, guessed: broken > 0 } }
}

function asGuess(decoded: Decoded | null): Decoded | null {
  return decoded && { ...decoded, encoding: { ...decoded.encoding, guessed: true } }
}

function exactly(bytes: Uint8Array, name: string): string | null {
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/**
 * Returns the text, or throws `not_text` when it holds NULs or many control characters, as a decoded picture does.
 */
function readable(text: string): string {
  const controls = text.match(/[\x01-\x08\x0e-\x19\x1b-\x1f\x7f]/g)?.length ?? 0
  return text.includes('\0') || controls * CONTROLS > text.length ? refuse('not_text') : text
}

function isOurs(label: string): label is Encoding {
  return ENCODINGS.some((name) => name === label)
}

function refuse(code: 'encoding' | 'not_text'): never {
  throw new ImportProblem(code)
}
