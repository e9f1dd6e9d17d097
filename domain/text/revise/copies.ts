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
  const inner = wordsOf(quote).slice(1, -1)
  if (inner.some((word) => !version.vocabulary.has(word.key))) return []
  return foldedSpans(version.text, version.folded, quote).filter((span) => {
    const here = glue(version.text, span)
    return here.before === joints.before && here.after === joints.after
  })
}
