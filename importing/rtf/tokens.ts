export type Token =
  | { kind: 'open' | 'close' }
  | { kind: 'word'; word: string; value: number | null }
  /** A control sign other than the escaped ones, such as `~` or `*`. */
  | { kind: 'sign'; sign: string }
  /** One byte of text, written plainly or as `\'xx`. */
  | { kind: 'byte'; byte: number; escaped: boolean }

const BACKSLASH = 0x5c
const isLetter = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39
const LONGEST_WORD = 40

/** Splits an RTF file into its tokens. Line ends in the source are no text; binary data is skipped. */
export function* tokensOf(bytes: Uint8Array): Generator<Token, void> {
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at++] ?? 0
    if (byte === 0x7b) yield { kind: 'open' }
    else if (byte === 0x7d) yield { kind: 'close' }
    else if (byte === 0x0a || byte === 0x0d || byte === 0) continue
    else if (byte !== BACKSLASH) yield { kind: 'byte', byte, escaped: false }
    else {
      const { token, end } = controlAt(bytes, at)
      at = end
      if (token.kind === 'word' && token.word === 'bin') at += Math.max(token.value ?? 0, 0)
      else yield token
    }
  }
}

function controlAt(bytes: Uint8Array, from: number): { token: Token; end: number } {
  let at = from
  while (at < bytes.length && at - from < LONGEST_WORD && isLetter(bytes[at] ?? 0)) at++
  const word = latin(bytes, from, at)
  if (word === '') return signAt(bytes, from)
  const digits = at
  if (bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0)) at++
  while (at < bytes.length && at - digits < 12 && isDigit(bytes[at] ?? 0)) at++
  const value = at > digits ? Number(latin(bytes, digits, at)) : null
  return { token: { kind: 'word', word, value }, end: bytes[at] === 0x20 ? at + 1 : at }
}

function signAt(bytes: Uint8Array, from: number): { token: Token; end: number } {
  const sign = latin(bytes, from, from + 1)
  if (sign === "'") {
    const byte = parseInt(latin(bytes, from + 1, from + 3), 16)
    return { token: { kind: 'byte', byte: Number.isNaN(byte) ? 0x3f : byte, escaped: true }, end: from + 3 }
  }
  if (sign === '{' || sign === '}' || sign === '\\')
    return { token: { kind: 'byte', byte: sign.charCodeAt(0), escaped: true }, end: from + 1 }
  if (sign === '\n' || sign === '\r')
    return { token: { kind: 'word', word: 'par', value: null }, end: from + 1 }
  return { token: { kind: 'sign', sign }, end: from + 1 }
}

const latin = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1')
