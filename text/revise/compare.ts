import type { Span } from '../locate'
import { alignUnits, type Pair } from './align'
import type { Version } from './version'
import { wordChanges, type WordRun } from './word-changes'

/** One row of two texts side by side: a sentence of the old one, of the new one, or of both. */
export type Row =
  | { kind: Pair['kind']; old: Span; fresh: Span; runs: WordRun[] }
  | { kind: 'removed'; old: Span; fresh: null; runs: [] }
  | { kind: 'added'; old: null; fresh: Span; runs: [] }

const spanOf = ({ start, end }: Span): Span => ({ start, end })

/**
 * Compares two texts sentence by sentence, in the order of the new one; a removed sentence appears where it stood. Only
 * sentences with changed words have runs of words.
 */
export function compareVersions(
  old: Version,
  fresh: Version,
  pairs: readonly Pair[] = alignUnits(old.units, fresh.units),
): Row[] {
  const byFresh = new Map(pairs.map((pair) => [pair.fresh, pair]))
  const paired = new Set(pairs.map((pair) => pair.old))
  const rows: Row[] = []
  let told = 0
  const tellRemoved = (before: number) => {
    for (; told < before; told++) {
      const unit = old.units[told]
      if (unit && !paired.has(told)) rows.push({ kind: 'removed', old: spanOf(unit), fresh: null, runs: [] })
    }
  }
  fresh.units.forEach((unit, index) => {
    const pair = byFresh.get(index)
    const before = pair && old.units[pair.old]
    if (!pair || !before) {
      rows.push({ kind: 'added', old: null, fresh: spanOf(unit), runs: [] })
      return
    }
    if (pair.kind !== 'moved') tellRemoved(pair.old)
    const runs =
      pair.kind === 'changed'
        ? wordChanges({ text: old.text, span: before }, { text: fresh.text, span: unit })
        : []
    rows.push({ kind: pair.kind, old: spanOf(before), fresh: spanOf(unit), runs })
  })
  tellRemoved(old.units.length)
  return rows
}

/** Cuts one side of a changed row into unchanged and changed pieces, with the blanks and marks between them. */
export function piecesOf(
  text: string,
  span: Span,
  runs: readonly WordRun[],
  side: 'old' | 'fresh',
): { text: string; changed: boolean }[] {
  const hidden = side === 'old' ? 'added' : 'removed'
  const pieces: { text: string; changed: boolean }[] = []
  let at = span.start
  for (const run of runs) {
    const part = run[side]
    if (run.kind === hidden || part.end <= at) continue
    if (part.start > at) pieces.push({ text: text.slice(at, part.start), changed: false })
    pieces.push({ text: text.slice(Math.max(at, part.start), part.end), changed: run.kind !== 'same' })
    at = part.end
  }
  if (at < span.end) pieces.push({ text: text.slice(at, span.end), changed: false })
  return pieces
}
