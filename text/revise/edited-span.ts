import { wholeLetters } from '../grapheme'
import type { Span } from '../locate'
import { isSpoken, wordsOf } from '../words'
import { wordChanges } from './word-changes'

/** The share of a quote's words that must still be there. With fewer, nobody knows which words are its own. */
export const STANDING_WORDS = 0.5

type Side = { text: string; span: Span }

/**
 * Where the words of a quote stand after its passage was edited, together with the words that replaced some of them.
 * Null when too few are left, or when the quote lost its first or last paragraph. When the whole quote was replaced and
 * nothing around it, the result is the words that replaced it.
 */
export function editedSpan(old: Side, fresh: Side, quote: Span): Span | null {
  const spoken = wordsOf(old.text, quote.start, quote.end).filter((word) => isSpoken(word.key))
  let standing = 0
  let start: number | null = null
  let end: number | null = null
  let replacing = false
  let isAlone = true
  for (const run of wordChanges(old, fresh)) {
    if (run.kind === 'same') {
      replacing = false
      const before = wordsOf(old.text, run.old.start, run.old.end)
      const after = wordsOf(fresh.text, run.fresh.start, run.fresh.end)
      before.forEach((word, index) => {
        const twin = after[index]
        if (!twin || word.end <= quote.start || word.start >= quote.end) return
        if (isSpoken(word.key)) standing++
        start ??= twin.start
        end = twin.end
      })
    } else if (run.kind === 'removed' && run.old.start < quote.end && run.old.end > quote.start) {
      start ??= run.fresh.start
      end = Math.max(end ?? 0, run.fresh.end)
      replacing = true
      isAlone &&= run.old.start >= quote.start && run.old.end <= quote.end
    } else if (run.kind === 'added' && start !== null && (replacing || run.old.start < quote.end)) {
      end = run.fresh.end
    }
  }
  if (start === null || end === null || spoken.length === 0) return null
  const isReplaced = standing === 0 && isAlone
  if (!isReplaced && standing / spoken.length < STANDING_WORDS) return null
  const joint = /^[\s.,;:،؛]*/u.exec(fresh.text.slice(start, end))?.[0].length ?? 0
  return start + joint < end ? wholeLetters(fresh.text, { start: start + joint, end }) : null
}
