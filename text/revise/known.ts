import { editsOf } from '../edits'
import { foldContext, type Folded } from '../fold'
import { boundaryAfter, boundaryBefore } from '../grapheme'
import type { Span } from '../locate'
import { alignUnits, type Pair, type Unit } from './align'
import { unitsUnder } from './version'

/**
 * Words of the old text that somebody replaced by words of the new one, as tracked changes say. Either side may be
 * empty. Between two changes both texts are the same.
 */
export type KnownChange = { old: Span; fresh: Span }

/** A point where a tracked change opens or closes, in both texts. */
export type Border = { old: number; fresh: number; opens: boolean }

/**
 * The changes that the borders enclose, in order and apart from each other. A stretch outside all borders that still
 * differs, such as a blank trimmed at a new paragraph, counts as changed too.
 * @returns null when the borders are not in the same order in both texts
 */
export function changesBetween(old: string, fresh: string, borders: readonly Border[]): KnownChange[] | null {
  const changes: KnownChange[] = []
  let depth = 0
  let at = { old: 0, fresh: 0 }
  for (const border of [...borders, { old: old.length, fresh: fresh.length, opens: false }]) {
    if (border.old < at.old || border.fresh < at.fresh) return null
    const stretch = {
      old: { start: at.old, end: border.old },
      fresh: { start: at.fresh, end: border.fresh },
    }
    const changed = depth > 0 ? [stretch] : differing(old, fresh, stretch)
    for (const one of changed) add(changes, one)
    depth += border.opens ? 1 : -1
    at = border
  }
  const wordsOf = ({ start, end }: Span, text: string) => text.slice(start, end)
  return changes.filter((one) => wordsOf(one.old, old) !== wordsOf(one.fresh, fresh))
}

const isEmpty = ({ start, end }: Span) => start === end

function add(changes: KnownChange[], one: KnownChange): void {
  if (isEmpty(one.old) && isEmpty(one.fresh)) return
  const last = changes.at(-1)
  if (last && last.old.end === one.old.start && last.fresh.end === one.fresh.start) {
    last.old = { start: last.old.start, end: one.old.end }
    last.fresh = { start: last.fresh.start, end: one.fresh.end }
  } else changes.push({ old: { ...one.old }, fresh: { ...one.fresh } })
}

/** What differs in a stretch, word by word between its common beginning and its common end. */
function differing(old: string, fresh: string, stretch: KnownChange): KnownChange[] {
  const before = old.slice(stretch.old.start, stretch.old.end)
  const after = fresh.slice(stretch.fresh.start, stretch.fresh.end)
  if (before === after) return []
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++
  head = Math.min(boundaryBefore(before, head), boundaryBefore(after, head))
  let tail = 0
  const most = shorter - head
  while (
    tail < most &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++
  const rest = Math.max(
    ...[before, after].map((words) => boundaryAfter(words, words.length - tail) - (words.length - tail)),
  )
  tail -= Math.min(tail, rest)
  let shift = stretch.fresh.start - stretch.old.start
  return editsOf(before.slice(head, before.length - tail), after.slice(head, after.length - tail)).map(
    (edit) => {
      const [start, end] = [edit.start, edit.end].map((at) => stretch.old.start + head + at) as [
        number,
        number,
      ]
      const from = start + shift
      shift += edit.words.length - (end - start)
      return { old: { start, end }, fresh: { start: from, end: from + edit.words.length } }
    },
  )
}

/**
 * What the words of an old span became. A change that reaches into the span belongs to it as a whole; words inserted
 * at its edges do not. The result is empty when all of its words were taken out.
 */
export function imageOf(changes: readonly KnownChange[], span: Span): Span {
  let start: number | null = null
  let end: number | null = null
  let shift = 0
  for (const { old, fresh } of changes) {
    if (start === null && span.start < old.end)
      start = span.start >= old.start ? fresh.start : span.start + shift
    if (end === null && span.end <= old.end) end = span.end > old.start ? fresh.end : span.end + shift
    if (end !== null && start !== null) break
    shift = fresh.end - old.end
  }
  const from = start ?? span.start + shift
  return { start: from, end: Math.max(from, end ?? span.end + shift) }
}

/**
 * Whether changes lead from one text to the other: they are in order, and between them both texts are the same except
 * for typography.
 */
export function leadsTo(old: string, fresh: string, changes: readonly KnownChange[]): boolean {
  let at = { old: 0, fresh: 0 }
  const ends = {
    old: { start: old.length, end: old.length },
    fresh: { start: fresh.length, end: fresh.length },
  }
  return [...changes, ends].every((one) => {
    const inOrder = one.old.start >= at.old && one.fresh.start >= at.fresh
    const isSpan = [one.old, one.fresh].every(({ start, end }) => start <= end)
    const isWithin = one.old.end <= old.length && one.fresh.end <= fresh.length
    if (!inOrder || !isSpan || !isWithin) return false
    const same = isSame(old.slice(at.old, one.old.start), fresh.slice(at.fresh, one.fresh.start))
    at = { old: one.old.end, fresh: one.fresh.end }
    return same
  })
}

const foldedOf = (text: string) => foldContext(text).folded.trim()
const isSame = (a: string, b: string) => a === b || foldedOf(a) === foldedOf(b)

/** Changes of one text as changes of another one that differs from it only in typography; null when it says more. */
export function rebased(changes: readonly KnownChange[], from: string, to: string): KnownChange[] | null {
  if (from === to) return [...changes]
  const [one, other] = [foldContext(from), foldContext(to)]
  if (one.folded !== other.folded) return null
  const moved = (offset: number) => other.map[indexOf(one, offset)] ?? to.length
  return changes.map(({ old, fresh }) => ({ old: { start: moved(old.start), end: moved(old.end) }, fresh }))
}

/** The first folded unit that stands at an offset or after it. */
function indexOf({ map }: Folded, offset: number): number {
  let low = 0
  let high = map.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((map[middle] ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Pairs each old sentence with the new one that most of its words became. Sentences that the changes took out are
 * paired only with the same words elsewhere.
 */
export function alignKnown(
  old: readonly Unit[],
  fresh: readonly Unit[],
  changes: readonly KnownChange[],
): Pair[] {
  const found = new Map<number, { from: number; shared: number }>()
  old.forEach((unit, from) => {
    const image = imageOf(changes, unit)
    const under = isEmpty(image) ? null : unitsUnder(fresh, image)
    let best: { to: number; shared: number } | null = null
    for (let to = under?.first ?? 0; to < (under?.last ?? 0); to++) {
      const other = fresh[to]
      const shared = other ? Math.min(other.end, image.end) - Math.max(other.start, image.start) : 0
      if (shared > (best?.shared ?? 0)) best = { to, shared }
    }
    if (best && best.shared > (found.get(best.to)?.shared ?? 0))
      found.set(best.to, { from, shared: best.shared })
  })
  const pairs = [...found].map(([to, { from }]): Pair => {
    const kind = old[from]?.key === fresh[to]?.key ? 'same' : 'changed'
    return { old: from, fresh: to, kind }
  })
  const paired = new Set(pairs.map((pair) => pair.old))
  const left = old.map((_, index) => index).filter((index) => !paired.has(index))
  const right = fresh.map((_, index) => index).filter((index) => !found.has(index))
  const moved = alignUnits(pick(old, left), pick(fresh, right))
    .filter(({ kind }) => kind !== 'changed')
    .map((pair): Pair => ({ old: left[pair.old] ?? 0, fresh: right[pair.fresh] ?? 0, kind: 'moved' }))
  return [...pairs, ...moved].sort((a, b) => a.old - b.old)
}

const pick = (units: readonly Unit[], indexes: readonly number[]): Unit[] =>
  indexes.flatMap((index) => units[index] ?? [])
