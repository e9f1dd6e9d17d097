import { isUtf8 } from 'node:buffer'
import { decodeWords } from 'postal-mime'
import { decodeDeclared } from '../decode'

/** The fields that people read, with the lines that go on with them. */
const FIELDS = /^(?:subject|from|content-type|content-disposition)[ \t]*:(?:[^\r\n]|\r?\n[ \t])*/gim
const CHARSET = /^content-type:[ \t]*text\/(?:[^\r\n]|\r?\n[ \t])*?;\s*charset\s*=\s*"?([^";\s]+)/im
const ENCODED = String.raw`=\?[^?\s]+\?[BQ]\?[^?]*\?=`
const NEIGHBOURS = new RegExp(`${ENCODED}(?:[ \\t\\r\\n]*${ENCODED})+`, 'gi')
const WORD = /=\?([^?*\s]+)[^?\s]*\?([BQ])\?([^?]*)\?=/gi
const NO_LETTER = '\ufffd'

/**
 * The message with a head that can be read word by word: encoded words that part a letter between them become one, and
 * bytes that are no UTF-8 are read in the encoding of the text or in the one that their letters tell.
 */
export function withWholeWords(bytes: Uint8Array): Uint8Array {
  const message = Buffer.from(bytes).toString('latin1')
  const declared = CHARSET.exec(message)?.[1]
  const whole = message.replace(FIELDS, (field) =>
    inUtf8(field, declared).replace(NEIGHBOURS, (words) =>
      decodeWords(words).includes(NO_LETTER) ? joined(words) : words,
    ),
  )
  return whole === message ? bytes : Buffer.from(whole, 'latin1')
}

/** The words with neighbours of one encoding as one, where that makes their letters whole. */
function joined(words: string): string {
  const groups: { charset: string; parts: Buffer[] }[] = []
  for (const [, charset = '', encoding = '', said = ''] of words.matchAll(WORD)) {
    const last = groups.at(-1)
    const bytes = bytesOf(encoding, said)
    if (last?.charset === charset.toLowerCase()) last.parts.push(bytes)
    else groups.push({ charset: charset.toLowerCase(), parts: [bytes] })
  }
  const whole = groups
    .map(({ charset, parts }) => `=?${charset}?B?${Buffer.concat(parts).toString('base64')}?=`)
    .join(' ')
  return broken(whole) < broken(words) ? whole : words
}

const broken = (words: string) => decodeWords(words).split(NO_LETTER).length

function bytesOf(encoding: string, said: string): Buffer {
  if (encoding.toUpperCase() === 'B') return Buffer.from(said, 'base64')
  const letters = said
    .replaceAll('_', ' ')
    .replace(/=([\da-f]{2})/gi, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16)))
  return Buffer.from(letters, 'latin1')
}

function inUtf8(field: string, declared: string | undefined): string {
  const bytes = Buffer.from(field, 'latin1')
  if (isUtf8(bytes)) return field
  try {
    return Buffer.from(decodeDeclared(bytes, { declared }).text).toString('latin1')
  } catch {
    // No encoding fits; what is no letter is counted.
    return field
  }
}
