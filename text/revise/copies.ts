import { fold } from '../fold'
import { type Span, foldedSpans } from '../locate'
import { wordsOf } from '../words'
import type { Version } from './version'

const TRIMMED = /^[\p{P}\p{Cf}]+|[\p{P}\p{Cf}]+$/gu
const NOT_BLANK = /\S/
const FARTHEST = 64

/**
 * What stands against the ends of a span without a blank between, by the anchor fold and without outer punctuation:
 * `15` before `5 percent`, `.5` after `grew by 1`. Words are the same only where this is.
 */
export function glue(text: string, span: Span): { before: string; after: string } {
  let from = span.start
  while (from > 0 && span.start - from < FARTHEST && NOT_BLANK.test(text.charAt(from - 1))) from--
  let to = span.end
  while (to < text.length && to - span.end < FARTHEST && NOT_BLANK.test(text.charAt(to))) to++
  return { before: cleaned(text.slice(from, span.start)), after: cleaned(text.slice(span.end, to)) }
}

/** Points and signs that lead on to a digit belong to the number. */
function cleaned(run: string): string {
  const plain = run.replace(TRIMMED, '')
  if (plain === '') return /[%٪]/.test(run) ? '%' : ''
  return fold(/\p{N}/u.test(plain) ? run : plain).folded
}

/** Where a quote stands in a version by the anchor fold, with the same joints at both ends. */
export function copiesOf(version: Version, quote: string, joints: ReturnType<typeof glue>): Span[] {
  return partsToSearch(version, quote)
    .flatMap((part) => foldedSpans(version.text, version.folded, quote, part))
    .filter((span) => {
      const here = glue(version.text, span)
      return here.before === joints.before && here.after === joints.after
    })
}

/** Room on both sides of a sentence for a quote that begins before it or ends after it, and for what folds away. */
const ROOM = 4

/**
 * The parts of a text where a quote could stand: around the sentences that hold its rarest whole word. Its first and
 * last word may be pieces of words, so they do not count.
 */
function partsToSearch(version: Version, quote: string): Span[] {
  const inner = wordsOf(quote).slice(1, -1)
  if (inner.length === 0) return [{ start: 0, end: version.text.length }]
  let rarest: readonly number[] | undefined
  for (const { key } of inner) {
    const places = version.places.get(key) ?? []
    if (!rarest || places.length < rarest.length) rarest = places
  }
  const parts: Span[] = []
  for (const place of rarest ?? []) {
    const unit = version.units[place]
    if (!unit) continue
    const start = Math.max(0, unit.start - quote.length * ROOM)
    const end = Math.min(version.text.length, unit.end + quote.length * ROOM)
    const last = parts.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else parts.push({ start, end })
  }
  return parts
}
