/** Half-open, in UTF-16 units. */
type Span = { start: number; end: number }

const RAISED = '\\u00b2\\u00b3\\u00b9\\u2070\\u2074-\\u2079'
const SUPERSCRIPT = `[${RAISED}\\u1d43\\u1d47\\u1d48\\u1d49\\u1d9c][${RAISED}\\u02d2\\u02d3\\u207b]*`
const PAGE = '(?::\\p{Nd}{1,4})?'
const NUMBERED = `[ \\u00a0]?\\[\\p{Nd}{1,3}\\]${PAGE}`
const WORD = '\\p{L}[\\p{L}\\p{M}.]{0,20}'
const WORD_AND_NUMBER = `\\[${WORD}[ \\u00a0]\\p{Nd}{1,3}\\]${PAGE}`
/** "[a]", "[citation needed]": a note only after a stop; elsewhere they are the editor's own words. */
const WORDED = `\\[(?:${WORD}[ \\u00a0]){0,2}${WORD}\\]${PAGE}`
const BEFORE_BLANK = '(?![\\p{L}\\p{N}])'
const IN_ROUND = `\\((?:\\p{Nd}{1,3}|\\p{L}|[*\\u2020\\u2021\\u00a7]{1,3})\\)${BEFORE_BLANK}`
const SIGN = `[*\\u2020\\u2021\\u00a7\\u00b6\\u203b]{1,3}${BEFORE_BLANK}`
const ALL = [SUPERSCRIPT, NUMBERED, WORD_AND_NUMBER, WORDED, IN_ROUND, SIGN].join('|')

const AFTER_STOP = new RegExp(ALL, 'uy')
const ANYWHERE = new RegExp(ALL, 'gu')

/** The end of the note mark that directly follows a sentence mark or its closing marks; without one, `at` itself. */
export function noteEnd(text: string, at: number): number {
  AFTER_STOP.lastIndex = at
  return at + (AFTER_STOP.exec(text)?.[0].length ?? 0)
}

const SEEN_BEFORE = 24
const STOPPED = /[.!?,;:\u060c\u061b\u061f\u06d4\u2026\u3002\uff0c\uff01\uff1f"'\p{Pf}\p{Pi}]$/u
const LETTER = /\p{L}\p{M}*$/u
const LETTER_OR_DIGIT = /[\p{L}\p{M}\p{N}]$/u
/** "10 m", "٥ كم", and a letter or two alone, as in "x". */
const UNIT =
  /(?:\p{Nd}[ \u00a0\u202f]?|(?<![\p{L}\p{M}]))(?:\p{L}{1,2}|(?<=\p{Nd}[ \u00a0\u202f]?)\p{L}{1,12})$/u
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const GLUED_LETTER = /^[\p{L}\p{N}]/u

/**
 * The note marks of a text: marks that point to a footnote and are not words of the sentence. Signs that belong to a
 * figure or a word ("10 m²", "10⁴", "5*", "report[s]") are not note marks.
 */
export function noteMarks(text: string): Span[] {
  const marks: Span[] = []
  for (const { 0: mark, index } of text.matchAll(ANYWHERE)) {
    const [start, end] = [index, index + mark.length]
    const directly = marks.at(-1)?.end === start
    if (
      directly ||
      isNoteMark(mark, text.slice(Math.max(0, start - SEEN_BEFORE), start), text.slice(end, end + 1))
    )
      marks.push({ start, end })
  }
  return marks
}

function isNoteMark(mark: string, before: string, after: string): boolean {
  if (/^[ \u00a0]?\[/.test(mark) && STOPPED.test(before)) return true
  if (GLUED_LETTER.test(after) && !UNSPACED.test(after)) return false
  if (STOPPED.test(before)) return true
  if (/^\[\p{L}+[ \u00a0.]*\p{Nd}/u.test(mark) || /^\[\p{Nd}/u.test(mark)) return LETTER_OR_DIGIT.test(before)
  if (/^[[( \u00a0]/.test(mark)) return false
  if (/^[\u00b2\u00b3]$/.test(mark) && UNIT.test(before)) return false
  return LETTER.test(before)
}

export type Noteless = {
  text: string
  /** The original span of a span in the text without notes; `widened` includes a note mark at its end. */
  original: (span: Span, widened: boolean) => Span
}

/** A text without its note marks; null when it has none. */
export function withoutNotes(text: string): Noteless | null {
  const marks = noteMarks(text)
  if (marks.length === 0) return null
  const offsets: number[] = []
  const lengths: number[] = []
  let kept = ''
  let at = 0
  let left = 0
  for (const { start, end } of marks) {
    kept += text.slice(at, start)
    left += end - start
    offsets.push(kept.length)
    lengths.push(left)
    at = end
  }
  const before = (offset: number, included: boolean) => {
    let [low, high] = [0, offsets.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      const here = offsets[middle] ?? 0
      if (here < offset || (included && here === offset)) low = middle + 1
      else high = middle
    }
    return offset + (lengths[low - 1] ?? 0)
  }
  return {
    text: kept + text.slice(at),
    original: ({ start, end }, widened) => ({ start: before(start, true), end: before(end, widened) }),
  }
}
