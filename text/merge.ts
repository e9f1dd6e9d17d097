import { diffArrays } from 'diff'

/** Lines of the common text that one side replaced, from `start` to before `end`, and what it put there. */
type Hunk = { start: number; end: number; lines: readonly string[] }

export type Merged = {
  text: string
  /** The places that both sides wrote differently. There the text has both, one after the other. */
  clashes: number
}

/**
 * With more changed lines than this, only the common beginning and end are found, and all between them counts as
 * replaced. Finding the fewest changes takes time that grows with the square of their number.
 */
const MOST_CHANGES = 1_000

function coarseHunk(before: readonly string[], after: readonly string[]): Hunk[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return [{ start: head, end: before.length - tail, lines: after.slice(head, after.length - tail) }]
}

function hunksOf(before: readonly string[], after: readonly string[]): Hunk[] {
  const found = diffArrays([...before], [...after], { maxEditLength: MOST_CHANGES })
  if (!found) return coarseHunk(before, after)
  const hunks: Hunk[] = []
  let at = 0
  for (const { added, removed, value } of found) {
    const last = hunks.at(-1)
    const follows = last?.end === at && (added || removed)
    if (follows) {
      last.end = removed ? at + value.length : at
      last.lines = added ? [...last.lines, ...value] : last.lines
    } else if (added || removed)
      hunks.push({ start: at, end: removed ? at + value.length : at, lines: added ? value : [] })
    if (!added) at += value.length
  }
  return hunks.flatMap(lineByLine)
}

/** As many lines in the place of others are each a change of its own, so that neighbours may be changed by two people. */
const lineByLine = (hunk: Hunk): Hunk[] =>
  hunk.lines.length !== hunk.end - hunk.start
    ? [hunk]
    : hunk.lines.map((line, at) => ({ start: hunk.start + at, end: hunk.start + at + 1, lines: [line] }))

/** Whether two sides wrote the same place: common lines that both replaced, or both put something at one point. */
const meet = (one: Hunk, other: Hunk) =>
  one.start === other.start && one.end === other.end
    ? true
    : Math.max(one.start, other.start) < Math.min(one.end, other.end) ||
      (one.start === one.end && other.start < one.start && one.start < other.end) ||
      (other.start === other.end && one.start < other.start && other.start < one.end)

/** The common lines from `start` to before `end`, as one side has them. */
function sideOf(base: readonly string[], hunks: readonly Hunk[], start: number, end: number): string[] {
  const lines: string[] = []
  let at = start
  for (const hunk of hunks) {
    lines.push(...base.slice(at, hunk.start), ...hunk.lines)
    at = hunk.end
  }
  return [...lines, ...base.slice(at, end)]
}

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((line, index) => line === other[index])

type Region = { start: number; end: number; mine: Hunk[]; theirs: Hunk[] }

/** Groups the hunks of both sides: those that meet, directly or through others, are in one region. */
function regionsOf(mine: readonly Hunk[], theirs: readonly Hunk[]): Region[] {
  const all = [
    ...mine.map((hunk) => ({ hunk, side: 'mine' as const })),
    ...theirs.map((hunk) => ({ hunk, side: 'theirs' as const })),
  ].sort((one, other) => one.hunk.start - other.hunk.start || one.hunk.end - other.hunk.end)
  const regions: Region[] = []
  for (const { hunk, side } of all) {
    const last = regions.at(-1)
    const others = last ? last[side === 'mine' ? 'theirs' : 'mine'] : []
    if (last && others.some((other) => meet(other, hunk))) {
      last.end = Math.max(last.end, hunk.end)
      last[side].push(hunk)
    } else regions.push({ start: hunk.start, end: hunk.end, mine: [], theirs: [], [side]: [hunk] })
  }
  return regions
}

/**
 * Joins two edited copies of a text, paragraph by paragraph (a line is one). A paragraph that only one side changed is
 * as that side has it. Where both changed the same one, theirs comes first and mine after it, so that nothing is lost
 * before a person has read it.
 */
export function mergeParagraphs(from: string, mine: string, theirs: string): Merged {
  const [base, own, other] = [from, mine, theirs].map((text) => text.split('\n')) as [
    string[],
    string[],
    string[],
  ]
  const lines: string[] = []
  let clashes = 0
  let at = 0
  for (const region of regionsOf(hunksOf(base, own), hunksOf(base, other))) {
    lines.push(...base.slice(at, region.start))
    const side = (hunks: readonly Hunk[]) => sideOf(base, hunks, region.start, region.end)
    const [left, right] = [side(region.theirs), side(region.mine)]
    if (region.mine.length === 0) lines.push(...left)
    else if (region.theirs.length === 0 || isSame(left, right)) lines.push(...right)
    else {
      clashes += 1
      lines.push(...left, ...right)
    }
    at = region.end
  }
  return { text: [...lines, ...base.slice(at)].join('\n'), clashes }
}
