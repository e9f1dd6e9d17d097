import type { Piece } from '../assemble'

export type MailBody = { pieces: Piece[]; quoted: number; signature: number }

/** Line widths, in UTF-16 units, at which mail programs wrap. */
const LEAST_WIDTH = 55
const MOST_WIDTH = 100
const SIGNATURE = /^--[ \t\u00a0]*$/
const QUOTED = /^[ \t]*>/
/** A line between dashes, before the fields of the message that it introduces, in whatever language. */
const INTRODUCES = /^[ \t]*(?:-{2,}[^-\n]{3,80}-{2,}|_{10,})[ \t]*$/
const FIELD = /^[ \t]*[\p{L}\p{M}][\p{L}\p{M} .-]{0,30}[ \t]*[:：]\s*\S/u

/** How many fields make the head of an earlier message, and the time that is one of them. */
const FEWEST_FIELDS = 3
const TIME = /\p{Nd}{1,2}:\p{Nd}{2}/u

/**
 * The paragraphs of a message in plain text. Lines that were wrapped for the mail are joined; earlier messages become
 * quotations, and a signature after the usual two dashes goes.
 */
export function bodyOfText(text: string): MailBody {
  const body: MailBody = { pieces: [], quoted: 0, signature: 0 }
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const width = Math.max(...chunked(lines).map((line) => line.length), 0)
  let open: string[] = []
  let kind: Piece['kind'] = 'paragraph'
  let signed = false
  let forwarded = false
  const end = () => {
    for (const words of wrappedParagraphs(open, width)) body.pieces.push({ kind, text: words })
    open = []
  }
  lines.forEach((line, index) => {
    if (INTRODUCES.test(line) && fieldsAfter(lines, index)) forwarded = true
    const cites = QUOTED.test(line)
    if (SIGNATURE.test(line) && !cites) {
      end()
      signed = true
      body.signature++
      return
    }
    if (signed && !cites && !forwarded) return
    signed = false
    const next = cites || forwarded ? 'quote' : 'paragraph'
    if (next !== kind) {
      end()
      if (next === 'quote') body.quoted++
      kind = next
    }
    const words = cites ? line.replace(/^(?:[ \t]*>)+[ \t]?/, '') : line
    if (words.trim() === '') end()
    else open.push(words)
  })
  end()
  return body
}

/**
 * The same for the blocks of a message in HTML: which of them are an earlier message or a signature. An earlier message
 * stands in an element that says so, behind its fields, or quoted behind a signature or the line that names its sender.
 * Other quotations are part of the text.
 * @param cited indexes of the pieces in elements that mail programs put around an earlier message
 */
export function bodyOfPieces(
  pieces: readonly Piece[],
  cited: ReadonlySet<number>,
): { quoted: number; signature: number; signed: Set<number>; earlier: Set<number> } {
  const introducing = pieces.findIndex((_, index) => introduces(pieces, index))
  const from = introducing === -1 ? pieces.length : introducing
  const found = { quoted: 0, signature: 0, signed: new Set<number>(), earlier: new Set<number>() }
  let inSignature = false
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1]
    const [first = ''] = piece.text.split('\n')
    const isQuoted = piece.kind === 'quote' && !cited.has(index)
    const follows = found.earlier.has(index - 1)
    const goesOn = isQuoted && before?.kind === 'quote' && follows && !cited.has(index - 1)
    const isNamed = isQuoted && before !== undefined && namesSender(before.text)
    if (index >= from || cited.has(index) || goesOn || isNamed || (isQuoted && inSignature)) {
      inSignature = false
      found.earlier.add(index)
      if (!follows) found.quoted++
    } else if (SIGNATURE.test(first)) {
      inSignature = true
      found.signature++
    }
    if (inSignature) found.signed.add(index)
  })
  return found
}

/** No mail program writes a longer line before the message that it quotes. */
const LINE_MOST = 400

/** Whether the line before a quotation says whose message it is, with the address, and of when, in whatever language. */
const namesSender = (line: string): boolean =>
  line.length <= LINE_MOST &&
  /[:：]\s*$/.test(line) &&
  /[^\s<>@]@[^\s<>@]+\.[^\s<>@]/.test(line) &&
  (TIME.test(line) || /\p{Nd}{4}/u.test(line))

/** Whether the lines from a paragraph on are the fields of an earlier message, in whatever language, with its time. */
function introduces(pieces: readonly Piece[], index: number): boolean {
  const fields: string[] = []
  for (const { kind, text } of pieces.slice(index, index + FEWEST_FIELDS)) {
    const lines = text.split('\n')
    if (fields.length === 0 && INTRODUCES.test(lines[0] ?? '')) lines.shift()
    if (kind !== 'paragraph' || (lines.length > 0 && !FIELD.test(lines[0] ?? ''))) break
    fields.push(...lines.filter((line) => FIELD.test(line)))
  }
  return fields.length >= FEWEST_FIELDS && fields.some((field) => TIME.test(field))
}

function fieldsAfter(lines: readonly string[], index: number): boolean {
  const near = lines.slice(index + 1, index + 6)
  return near.filter((line) => FIELD.test(line)).length >= 2
}

/** `Math.max` takes only so many arguments; the first lines tell the width. */
const chunked = (lines: readonly string[]) =>
  lines.slice(0, 2000).filter((line) => !QUOTED.test(line) && line.length <= MOST_WIDTH)

/**
 * Joins lines where the next word would not have fitted on the line before it; a line that ends earlier was ended by
 * the writer.
 */
function wrappedParagraphs(lines: readonly string[], width: number): string[] {
  if (lines.length === 0) return []
  const joined: string[] = []
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    const [word = ''] = line.trimStart().split(/\s/, 1)
    const wraps =
      before !== undefined && width >= LEAST_WIDTH && before.trimEnd().length + 1 + word.length > width
    if (wraps) joined.push(' ', line.trim())
    else joined.push(before === undefined ? '' : '\n', line.trim())
  })
  return [joined.join('')]
}
