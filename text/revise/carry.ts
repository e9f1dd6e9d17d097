import type { Span } from '../locate'
import { isSpoken, wordsOf } from '../words'
import { alignUnits, type Pair } from './align'
import { copiesOf, glue } from './copies'
import { negationsIn } from './negations'
import { editedSpan } from './edited-span'
import { unitsUnder, type Version } from './version'

/** What became of a quote when the text was edited. Only the first kind needs nobody to look. */
export type Carried =
  | {
      kind: 'kept'
      span: Span
      moved: boolean
      /** Other quotes, spaces, harakat, tatweel: the same words written otherwise. */
      typography: boolean
      /** The sentence around it was edited. */
      around: boolean
    }
  /** The same place says something else now: these words would be the quote, when a person says so. */
  | { kind: 'changed'; span: Span; reason: 'words' | 'negation' }
  /** `place` is where it stood; `copies` when the words stand more than once and none is known to be the one. */
  | { kind: 'gone'; place: number; reason: 'removed' | 'copies' }

/** A shorter quote says too little to be known again outside its own sentence. */
export const TELLING_WORDS = 4

/**
 * What becomes of each quote in an edited text, in the order given. A quote is kept where its whole sentence stands
 * unchanged or moved, or where its words stand once in both texts: in the edited sentence, or anywhere when they are
 * many enough to tell. Nothing is ever kept on other words, and no two quotes on the same.
 */
export function carryOver(
  old: Version,
  fresh: Version,
  spans: readonly Span[],
  aligned: readonly Pair[] = alignUnits(old.units, fresh.units),
): Carried[] {
  const pairs = new Map(aligned.map((pair) => [pair.old, pair]))
  const carried = spans.map((span) => carryOne(old, fresh, pairs, span))
  return withoutMeetings(spans, carried)
}

function carryOne(old: Version, fresh: Version, pairs: ReadonlyMap<number, Pair>, span: Span): Carried {
  const under = unitsUnder(old.units, span)
  const partners = under ? partnersOf(pairs, under) : null
  const inPlace = partners?.every((pair) => pair.kind !== 'changed')
    ? insideKept(old, fresh, partners, span)
    : null
  if (inPlace) return inPlace
  const quote = old.text.slice(span.start, span.end)
  const joints = glue(old.text, span)
  const copies = copiesOf(fresh, quote, joints)
  const place = placeOf(fresh, pairs, under?.first ?? 0)
  if (copies.length === 0) return changedOrGone(old, fresh, partners, span, place)
  const [copy] = copies
  if (!copy || copies.length > 1 || copiesOf(old, quote, joints).length > 1)
    return { kind: 'gone', place, reason: 'copies' }
  const home = partners && passage(fresh, partners)
  const atHome = home !== null && copy.start >= home.start && copy.end <= home.end
  if (!atHome && wordsOf(quote).filter((word) => isSpoken(word.key)).length < TELLING_WORDS)
    return changedOrGone(old, fresh, partners, span, place)
  if (negationsAround(old, span) !== negationsAround(fresh, copy))
    return { kind: 'changed', span: copy, reason: 'negation' }
  return {
    kind: 'kept',
    span: copy,
    moved: !atHome,
    typography: fresh.text.slice(copy.start, copy.end) !== quote,
    around: true,
  }
}

/** The sentences that the old ones became, when all have one and these follow each other in the new text. */
function partnersOf(
  pairs: ReadonlyMap<number, Pair>,
  { first, last }: { first: number; last: number },
): Pair[] | null {
  const found: Pair[] = []
  for (let at = first; at < last; at++) {
    const pair = pairs.get(at)
    const previous = found.at(-1)
    if (!pair || (previous && pair.fresh !== previous.fresh + 1)) return null
    found.push(pair)
  }
  return found
}

const passage = (fresh: Version, partners: readonly Pair[]): Span => ({
  start: fresh.units[partners[0]?.fresh ?? 0]?.start ?? 0,
  end: fresh.units[partners.at(-1)?.fresh ?? 0]?.end ?? 0,
})

/** A quote whose sentences kept their words: the same words of theirs, by their order. */
function insideKept(old: Version, fresh: Version, partners: readonly Pair[], span: Span): Carried | null {
  const [first, last] = [partners[0], partners.at(-1)]
  if (!first || !last) return null
  const before = { start: old.units[first.old]?.start ?? 0, end: old.units[last.old]?.end ?? 0 }
  const after = passage(fresh, partners)
  const moved = partners.some((pair) => pair.kind === 'moved')
  if (old.text.slice(before.start, before.end) === fresh.text.slice(after.start, after.end)) {
    const by = after.start - before.start
    const kept = { start: span.start + by, end: span.end + by }
    return { kind: 'kept', span: kept, moved, typography: false, around: false }
  }
  const quote = old.text.slice(span.start, span.end)
  const joints = glue(old.text, span)
  const inside = (home: Span) => (copy: Span) => copy.start >= home.start && copy.end <= home.end
  const olds = copiesOf(old, quote, joints).filter(inside(before))
  const news = copiesOf(fresh, quote, joints).filter(inside(after))
  const which = olds.findIndex((copy) => copy.start <= span.start && copy.end >= span.end)
  const kept = news[which]
  if (!kept || olds.length !== news.length) return null
  const typography = fresh.text.slice(kept.start, kept.end) !== quote
  return { kind: 'kept', span: kept, moved, typography, around: false }
}

function changedOrGone(
  old: Version,
  fresh: Version,
  partners: readonly Pair[] | null,
  span: Span,
  place: number,
): Carried {
  const gone = { kind: 'gone', place, reason: 'removed' } as const
  const [first, last] = [partners?.[0], partners?.at(-1)]
  if (!partners || !first || !last) return gone
  const before = { start: old.units[first.old]?.start ?? 0, end: old.units[last.old]?.end ?? 0 }
  const edited = editedSpan(
    { text: old.text, span: before },
    { text: fresh.text, span: passage(fresh, partners) },
    span,
  )
  return edited ? { kind: 'changed', span: edited, reason: 'words' } : gone
}

/** Where a sentence would stand now: behind the nearest one before it that still stands. */
function placeOf(fresh: Version, pairs: ReadonlyMap<number, Pair>, unit: number): number {
  for (let at = unit; at >= 0; at--) {
    const pair = pairs.get(at)
    if (pair) return fresh.units[pair.fresh]?.[at === unit ? 'start' : 'end'] ?? 0
  }
  return 0
}

function negationsAround(version: Version, span: Span): string {
  const under = unitsUnder(version.units, span)
  if (!under) return ''
  const from = version.units[under.first]?.start ?? span.start
  const to = version.units[under.last - 1]?.end ?? span.end
  return [negationsIn(version.text, from, span.start), negationsIn(version.text, span.end, to)].join('|')
}

/** Two quotes that would come to stand on the same words, having stood on others, are both asked about. */
function withoutMeetings(spans: readonly Span[], carried: readonly Carried[]): Carried[] {
  const owners = new Map<string, Set<string>>()
  const at = (span: Span) => `${span.start}-${span.end}`
  carried.forEach((one, index) => {
    const from = spans[index]
    if (one.kind === 'gone' || !from) return
    owners.set(at(one.span), (owners.get(at(one.span)) ?? new Set()).add(at(from)))
  })
  return carried.map((one) =>
    one.kind !== 'gone' && (owners.get(at(one.span))?.size ?? 0) > 1
      ? { kind: 'gone', place: one.span.start, reason: 'copies' }
      : one,
  )
}
