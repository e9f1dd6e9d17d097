import { diffArrays } from 'diff'
import { wholeLetters } from '../grapheme'
import type { Span } from '../locate'
import { wordsOf, type Word } from '../words'

/** A run of words: in both texts, only in the old one, or only in the new one. Empty spans stand where nothing is. */
export type WordRun = { kind: 'same' | 'removed' | 'added'; old: Span; fresh: Span; words: number }

type Side = { text: string; span: Span }

/** How two passages differ word by word, typography aside; runs in order, the removed before the added. */
export function wordChanges(old: Side, fresh: Side): WordRun[] {
  const before = wordsOf(old.text, old.span.start, old.span.end)
  const after = wordsOf(fresh.text, fresh.span.start, fresh.span.end)
  let from = 0
  let to = 0
  const runs = diffArrays(before, after, { comparator: (a, b) => a.key === b.key }).map((change): WordRun => {
    const kind = change.added ? 'added' : change.removed ? 'removed' : 'same'
    const count = change.value.length
    const run = {
      kind,
      words: count,
      old: spanned(before, from, change.added ? 0 : count, old),
      fresh: spanned(after, to, change.removed ? 0 : count, fresh),
    } as const
    if (!change.added) from += count
    if (!change.removed) to += count
    return run
  })
  return runs
}

function spanned(words: readonly Word[], at: number, count: number, { text, span }: Side): Span {
  const first = words[at]
  const last = words[at + count - 1]
  if (count > 0 && first && last) return wholeLetters(text, { start: first.start, end: last.end })
  const before = words[at - 1]?.end
  const place = before === undefined ? span.start : wholeLetters(text, { start: before, end: before }).end
  return { start: place, end: place }
}
