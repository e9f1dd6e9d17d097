import { asciiDigits } from './digits'

import { wholeLetters } from './grapheme'

export type Span = { start: number; end: number }

const LINE_BREAK = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g
const BULLET =
  /^(?:[-*+\u2022\u25cf\u25e6\u25aa\u2023\u00b7|]|\(?(?:[a-z]|[ivx]{2,5}|\p{Script=Arabic})\)|[أ-ي]-)[ \t\u00a0]/u
const NUMBER = /^\(?([\d\u0660-\u0669\u06f0-\u06f9]{1,3})[.):-]{1,2}[ \t\u00a0]/
const DONE = /[.!?:;\u2026\u061f\u061b\u06d4][\p{Pe}\p{Pf}"']{0,3}$/u
const UNFINISHED =
  /(?:[,\u060c(\u00ab\u201c/&+\p{Pd}]|(?:^|\s)(?:the|an?|of|and|or|to|in|on|for|with|by|at|de|la|les?|des|du|et|à|en|في|من|على|إلى|عن|أن|مع|التي|الذي|در|از|به|که|با|و))$/u
const GOES_ON = /^["'\u201c\u2018\u00ab(]?\p{Ll}/u

/** A line is broken on purpose when the next word would fit within this share of the longest line. */
const ROOM = 0.85
/** The narrowest and widest column for wrapped text, in UTF-16 units. */
const NARROWEST_COLUMN = 30
const WIDEST_COLUMN = 160
const LONGEST_WORD_SEEN = 80

type Line = Span & { written: string }

/**
 * The parts of a block that its line breaks separate: list items, table rows, and lines broken on purpose (titles,
 * verse). Breaks of text wrapped at a column stay inside a part.
 */
export function partsOf(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = []
  for (const lines of runsOfLines(text.slice(start, end), start)) {
    let open: Span | undefined
    let number = 0
    const broken = onPurpose(lines)
    lines.forEach((line, index) => {
      const own = numberOf(line.written)
      const before = lines[index - 1]
      const item =
        BULLET.test(line.written) ||
        (own !== undefined && (own <= 1 || own === number + 1 || !before || DONE.test(before.written)))
      if (item && own !== undefined) number = own
      if (open && !item && !broken[index - 1]) open.end = line.end
      else parts.push((open = { start: line.start, end: line.end }))
    })
  }
  return parts
}

function numberOf(written: string): number | undefined {
  const digits = NUMBER.exec(written)?.[1]
  return digits === undefined ? undefined : Number(asciiDigits(digits))
}

/** Lines without surrounding white space; an empty line starts a new run. */
function runsOfLines(block: string, offset: number): Line[][] {
  const runs: Line[][] = []
  let open: Line[] | undefined
  const take = (from: number, to: number) => {
    const raw = block.slice(from, to)
    const written = raw.trim()
    if (written === '') return void (open = undefined)
    const begins = from + raw.indexOf(written.charAt(0))
    const { start, end } = wholeLetters(block, { start: begins, end: begins + written.length })
    const line = { start: offset + start, end: offset + end, written }
    if (open) open.push(line)
    else runs.push((open = [line]))
  }
  let at = 0
  for (const found of block.matchAll(LINE_BREAK)) {
    take(at, found.index)
    at = found.index + found[0].length
  }
  take(at, block.length)
  return runs
}

/** For each line except the last, whether the break after it is deliberate. */
function onPurpose(lines: Line[]): boolean[] {
  const width = lines.reduce((widest, { written }) => Math.max(widest, written.length), 0)
  const wrapped = width >= NARROWEST_COLUMN && width <= WIDEST_COLUMN
  const breaks = lines.slice(0, -1).map((line, index) => {
    const next = lines[index + 1]?.written.slice(0, LONGEST_WORD_SEEN) ?? ''
    const word = /^\S*/.exec(next)?.[0].length ?? 0
    const roomy = !wrapped || line.written.length + 1 + word <= width * ROOM
    return { roomy, unfinished: UNFINISHED.test(line.written.slice(-12)) || GOES_ON.test(next) }
  })
  const verse = breaks.length > 1 && breaks.filter(({ roomy }) => roomy).length * 2 > breaks.length
  return breaks.map(({ roomy, unfinished }) => (roomy || verse) && !unfinished)
}
