import { marksOf, type Mark } from './quotation-marks'

export type Enclosure = { open: number; close: number; kind: Kind }
/** A title may contain sentence marks and does not count as a sentence. */
type Kind = 'quotation' | 'brackets' | 'title'

/**
 * The enclosures in the order of their opening marks, and the offsets of all marks that open, with or without a
 * partner.
 */
export type Quotations = { enclosures: Enclosure[]; openings: ReadonlySet<number> }

const BRACKETS: Readonly<Record<string, string>> = {
  ')': '(',
  ']': '[',
  '\uff09': '\uff08',
  '\uff3d': '\uff3b',
  '\u3011': '\u3010',
  '\u3015': '\u3014',
  '\u300d': '\u300c',
  '\u300f': '\u300e',
  '\u300b': '\u300a',
  '\u3009': '\u3008',
}
const TITLE = /[\u3009\u300b]/
const DEEPEST = 8

/**
 * Pairs of quotation marks and brackets in [start, end). `open` and `close` are the UTF-16 offsets of the marks. A mark
 * without a partner encloses nothing; single quotation marks are ignored, because most are apostrophes.
 */
export function quotationsOf(text: string, start: number, end: number): Quotations {
  const enclosures: Enclosure[] = []
  const openings = new Set<number>()
  const open: { at: number; key: string }[] = []
  for (const { at, mark, family, opens } of marksOf(text, start, end)) {
    const paired = family === 'corner' || family === 'brackets'
    const key = paired ? (BRACKETS[mark] ?? mark) : family
    const partner = opens === true ? -1 : open.findLastIndex((one) => one.key === key)
    const opened = open[partner]
    if (opened) {
      open.length = partner
      enclosures.push({ open: opened.at, close: at, kind: kindOf(mark, family) })
    } else if (opens !== false && !(mark === '"' && /\p{Nd}/u.test(text.charAt(at - 1)))) {
      openings.add(at)
      if (open.length === DEEPEST) open.shift()
      open.push({ at, key })
    }
  }
  return { enclosures: enclosures.sort((a, b) => a.open - b.open), openings }
}

function kindOf(mark: string, family: Mark['family']): Kind {
  if (TITLE.test(mark)) return 'title'
  return family === 'brackets' ? 'brackets' : 'quotation'
}
