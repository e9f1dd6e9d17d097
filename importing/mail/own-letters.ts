import { charsetOfMarkup } from '../charset'
import { decodeWindows1252 } from '../code-page'
import { decodeDeclared } from '../decode'

const TEXT_PART = /^(content-type:[ \t]*text\/(?:plain|html)\b)((?:[^\r\n]|\r?\n[ \t])*)/gim
/** An encoding of one byte to a letter, from which the bytes can be had again. */
const SINGLE = 'charset=iso-8859-1'

/** The byte of each letter of that encoding, which Node reads as Latin-1 or as windows-1252. */
const BYTES = new Map(
  Array.from({ length: 256 }, (_, byte) => byte).flatMap((byte): [string, number][] => [
    [decodeWindows1252(new Uint8Array([byte])), byte],
    [String.fromCharCode(byte), byte],
  ]),
)

/** A message whose texts name no encoding, with one that keeps their bytes; null when one of them names its own. */
export function withSingleBytes(bytes: Uint8Array): Uint8Array | null {
  const message = Buffer.from(bytes).toString('latin1')
  const parts = [...message.matchAll(TEXT_PART)]
  if (parts.some(([, , parameters]) => /charset/i.test(parameters ?? ''))) return null
  const [head = ''] = message.split(/\r?\n\r?\n/, 1)
  const named = /^content-type:/im.test(head)
    ? message.replace(TEXT_PART, `$1; ${SINGLE}$2`)
    : `Content-Type: text/plain; ${SINGLE}\r\n${message}`
  return Buffer.from(named, 'latin1')
}

/** A text that was read byte by byte, in the letters that its markup or its bytes tell. */
export function inOwnLetters(read: string): string {
  const bytes = Uint8Array.from(read, (letter) => BYTES.get(letter) ?? 0x3f)
  return decodeDeclared(bytes, { declared: charsetOfMarkup(bytes) ?? undefined }).text
}
