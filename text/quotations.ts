export type Enclosure = { open: number; close: number; kind: 'quotation' | 'brackets' }

const MARK = /["\u201c\u201d\u00ab\u00bb()[\]]/g
const CLOSING: Record<string, string> = { '\u201c': '\u201d', '\u00ab': '\u00bb', '(': ')', '[': ']' }
const DEEPEST = 8

/**
 * Pairs of quotation marks and brackets in [start, end), in the order of their opening marks. `open` and `close` are
 * the UTF-16 offsets of the marks. Unpaired marks are left out; single quotation marks are ignored, because most are
 * apostrophes.
 */
export function enclosuresOf(text: string, start: number, end: number): Enclosure[] {
  const found: Enclosure[] = []
  const open: { at: number; closing: string }[] = []
  for (const { 0: mark, index } of text.slice(start, end).matchAll(MARK)) {
    const at = start + index
    const partner = open.findLastIndex(({ closing }) => closing === mark)
    const opened = open[partner]
    if (opened) {
      open.length = partner
      found.push({ open: opened.at, close: at, kind: ')]'.includes(mark) ? 'brackets' : 'quotation' })
      continue
    }
    const closing = mark === '"' && !/\p{Nd}/u.test(text.charAt(at - 1)) ? '"' : CLOSING[mark]
    if (closing === undefined) continue
    if (open.length === DEEPEST) open.shift()
    open.push({ at, closing })
  }
  return found.sort((a, b) => a.open - b.open)
}
