import { diffArrays } from 'diff'
import { wholeLetters } from '../grapheme'
import type { Span } from '../locate'
import { samePassage } from '../same-passage'
import { wordsOf } from '../words'

/**
 * A run of words that both texts have, or only the old or only the new one. The side that does not have it gets an
 * empty span.
 */
export type WordRun = { kind: 'same' | 'removed' | 'added'; old: Span; fresh: Span; words: number }

type Side = { text: string; span: Span }

/**
 * With more added and removed words than this, only the common beginning and end of two passages are found, and all
 * between them counts as replaced. Finding the fewest changes takes time that grows with the square of their number.
 */
const MOST_CHANGES = 400

/**
 * The differences of two passages word by word, except typography. Runs are in order, removed words before added ones.
 */
export function wordChanges(old: Side, fresh: Side): WordRun[] {
  const before = writtenIn(old)
  const after = writtenIn(fresh)
  let from = 0
  let to = 0
  return (changesOf(before, after) ?? coarseChanges(before, after)).map(({ kind, words: count }): WordRun => {
    const run = {
      kind,
      words: count,
      old: spanned(before, from, kind === 'added' ? 0 : count, old),
      fresh: spanned(after, to, kind === 'removed' ? 0 : count, fresh),
    }
    if (kind !== 'added') from += count
    if (kind !== 'removed') to += count
    return run
  })
}

/** A word in its original spelling. */
type Written = Span & { written: string }

const writtenIn = ({ text, span }: Side): Written[] =>
  wordsOf(text, span.start, span.end).map(({ start, end }) => ({
    start,
    end,
    written: text.slice(start, end),
  }))

const areSame = (a: Written, b: Written) => samePassage(a.written, b.written)

type Change = Pick<WordRun, 'kind' | 'words'>

/** The fewest changes; null when there are more than MOST_CHANGES. */
function changesOf(before: Written[], after: Written[]): Change[] | null {
  const found = diffArrays(before, after, {
    comparator: areSame,
    maxEditLength: MOST_CHANGES,
  })
  // Undefined when it gave up, whatever its type says of the options given.
  return (
    (found ?? null)?.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      words: value.length,
    })) ?? null
  )
}

/** The common beginning, one replacement between, and the common end. */
function coarseChanges(before: readonly Written[], after: readonly Written[]): Change[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  const pairAt = (at: number) => {
    const [one, other] = [before.at(at), after.at(at)]
    return one !== undefined && other !== undefined && areSame(one, other)
  }
  while (head < shorter && pairAt(head)) head++
  let tail = 0
  while (tail < shorter - head && pairAt(-1 - tail)) tail++
  const changes: Change[] = [
    { kind: 'same', words: head },
    { kind: 'removed', words: before.length - head - tail },
    { kind: 'added', words: after.length - head - tail },
    { kind: 'same', words: tail },
  ]
  return changes.filter(({ words }) => words > 0)
}

function spanned(words: readonly Written[], at: number, count: number, { text, span }: Side): Span {
  const first = words[at]
  const last = words[at + count - 1]
  if (count > 0 && first && last) return wholeLetters(text, { start: first.start, end: last.end })
  const before = words[at - 1]?.end
  const here = before === undefined ? span.start : wholeLetters(text, { start: before, end: before }).end
  return { start: here, end: here }
}
