import { foldContext, originalSpan, type Folded } from '../fold'
import type { Span } from '../locate'
import { wholeWords } from '../word-edges'

type Side = { text: string; span: Span }
type Read = { folded: Folded; text: string; from: number }

const WORDLY = /[\p{L}\p{N}]/u

function read({ text, span }: Side): Read {
  const passage = text.slice(span.start, span.end)
  return { folded: foldContext(passage), text: passage, from: span.start }
}

/** The indexes of the folded units of a passage that are letters or digits. */
const lettersOf = ({ folded: { folded } }: Read): number[] =>
  [...folded.matchAll(/[\p{L}\p{N}]/gu)].map((match) => match.index)

/** How many marks a text has, blanks not counted: those before a quote's first letter, or after its last one. */
const marksIn = (text: string) =>
  [...text].filter((letter) => /[^\s\p{L}\p{N}\p{M}\p{Cf}]/u.test(letter)).length

/** Moves a folded index past a number of marks, skipping blanks. It stops at a letter. */
function pastMarks({ folded: { folded } }: Read, at: number, step: 1 | -1, marks: number): number {
  let found = at
  for (let left = marks, next = at; left > 0; next += step) {
    const unit = folded.charAt(step === 1 ? next : next - 1)
    if (unit === '' || WORDLY.test(unit)) break
    if (unit === ' ') continue
    left -= 1
    found = next + step
  }
  return found
}

/**
 * Where the words of a quote stand in a passage that differs from the quote's own only in typography. It counts letters
 * and digits from the beginning. Null for a quote without any.
 */
export function samePlace(old: Side, fresh: Side, quote: Span): Span | null {
  const [before, after] = [read(old), read(fresh)]
  const [letters, twins] = [lettersOf(before), lettersOf(after)]
  const offsetOf = (index: number) => before.from + (before.folded.map[index] ?? before.text.length)
  const first = letters.findIndex((index) => offsetOf(index) >= quote.start)
  const next = letters.findIndex((index) => offsetOf(index) >= quote.end)
  const last = (next === -1 ? letters.length : next) - 1
  const [start, end] = [twins[first], twins[last]]
  if (first === -1 || last < first || start === undefined || end === undefined) return null
  const lead = old.text.slice(quote.start, offsetOf(letters[first] ?? 0))
  const tail = old.text.slice(offsetOf(letters[last] ?? 0), quote.end)
  const found = originalSpan(
    { map: after.folded.map, text: after.text },
    pastMarks(after, start, -1, marksIn(lead)),
    pastMarks(after, end + 1, 1, marksIn(tail)),
  )
  return wholeWords(fresh.text, { start: after.from + found.start, end: after.from + found.end })
}
