import { likenessKeys } from '@/text/likeness/keys'
import { partsOfReading, shifted, type PartText } from '@/text/reading'
import { compareVersions, type Row } from '@/text/revise/compare'
import { alignUnits, type Pair } from '@/text/revise/align'
import { alignKnown, leadsTo, type KnownChange } from '@/text/revise/known'
import { type Version, versionOf } from '@/text/revise/version'
import { samePassage } from '@/text/same-passage'
import { type CarriedAnchor, carryAnchors, type Standing } from './rules'

/** A reading and its sentences as JSON, in order, each with at least `start` and `end`. */
export type ReadText = { text: string; sentences: string }

type Given = {
  old: ReadText
  fresh: ReadText
  standing: readonly Standing[]
  compared?: boolean
  /** Which words of the text became which, if somebody says so; ignored unless they lead to the new text. */
  known?: readonly KnownChange[]
}

export type CarriedText = {
  /** One anchor for each standing claim, in the same order. */
  anchors: (CarriedAnchor & { keys: number[] })[]
  /**
   * The new text's sentences, in the given order. `kept` is the position of the old sentence that one continues, if
   * any.
   */
  sentences: string
  /** Both texts side by side as JSON of `Row[]`, when requested. */
  rows: string
  /** Whether the given changes were followed. */
  followed: boolean
}

type SentenceSpan = { start: number; end: number }
const spansOf = (read: ReadText) => JSON.parse(read.sentences) as SentenceSpan[]

/** A part of a reading prepared for comparison; `before` counts the sentences of the parts before it. */
type PartVersion = PartText & { version: Version; before: number }

function partVersions(read: ReadText, sentences: readonly SentenceSpan[]): PartVersion[] {
  let before = 0
  return partsOfReading(read.text).map((part) => {
    const own = sentences.filter((sentence) => within(part, sentence))
    const version = versionOf(
      part.text,
      own.map(({ start, end }) => shifted({ start, end }, -part.from)),
    )
    const partVersion = { ...part, version, before }
    before += own.length
    return partVersion
  })
}

const within = ({ from, text }: PartText, { start }: SentenceSpan) =>
  start >= from && start <= from + text.length

/** A part of the old reading and the same part of the new one. */
type Sides = { old: PartVersion; fresh: PartVersion; pairs: Pair[]; known: readonly KnownChange[] | null }

/** Changes are known of the text only, never of the headline. */
function sidesOf(
  old: readonly PartVersion[],
  fresh: readonly PartVersion[],
  given: readonly KnownChange[] | null = null,
): Sides[] {
  return old.flatMap((before, index) => {
    const after = fresh[index]
    if (!after) return []
    const known = before.part === 'text' ? given : null
    const units = [before.version.units, after.version.units] as const
    const pairs = known ? alignKnown(...units, known) : alignUnits(...units)
    return [{ old: before, fresh: after, pairs, known }]
  })
}

/** The result for each claim of a part, in the same part of the new reading, by the claim's id. */
function carryPart(
  { old, fresh, pairs, known }: Sides,
  standing: readonly Standing[],
): [string, CarriedAnchor][] {
  const own = standing.filter((one) => within(old, one)).map((one) => shifted(one, -old.from))
  return carryAnchors(old.version, fresh.version, own, pairs, known).map((anchor) => [
    anchor.claimId,
    shifted(anchor, fresh.from),
  ])
}

/**
 * Whether a sentence still says the same. One with other vowel signs may say something else, so no decision passes on
 * to it.
 */
function isSameSentence(old: Version, fresh: Version, pair: Pair): boolean {
  const [was, is] = [old.units[pair.old], fresh.units[pair.fresh]]
  return was !== undefined && is !== undefined && samePassage(was.text, is.text)
}

function withKept(sentences: readonly SentenceSpan[], sides: readonly Sides[]): string {
  const kept = new Map(
    sides.flatMap(({ old, fresh, pairs }) =>
      pairs
        .filter((pair) => pair.kind !== 'changed' && isSameSentence(old.version, fresh.version, pair))
        .map((pair): [number, number] => [fresh.before + pair.fresh, old.before + pair.old]),
    ),
  )
  return JSON.stringify(sentences.map((sentence, at) => ({ ...sentence, kept: kept.get(at) })))
}

/**
 * What becomes of an article's claims and sentences in a new reading. Each part is compared only with itself, so
 * nothing moves from the text into the headline or back.
 */
export function carryText({ old, fresh, standing, compared = false, known }: Given): CarriedText {
  const sentences = spansOf(fresh)
  const [before, after] = [partVersions(old, spansOf(old)), partVersions(fresh, sentences)]
  const followed = known !== undefined && leadsTo(before[0]?.text ?? '', after[0]?.text ?? '', known)
  const sides = sidesOf(before, after, followed ? known : null)
  const carried = new Map(sides.flatMap((side) => carryPart(side, standing)))
  return {
    anchors: standing.flatMap(({ claimId }) => {
      const anchor = carried.get(claimId)
      return anchor ? [{ ...anchor, keys: likenessKeys(anchor.quote) }] : []
    }),
    sentences: withKept(sentences, sides),
    rows: compared ? rowsOf(sides) : '[]',
    followed,
  }
}

/** Both readings side by side, the headline first. Without an old headline, only the text. */
const rowsOf = (sides: readonly Sides[]) =>
  JSON.stringify(
    sides
      .toReversed()
      .filter(({ old }) => old.part === 'text' || old.text !== '')
      .flatMap(({ old, fresh, pairs }) =>
        compareVersions(old.version, fresh.version, pairs).map((row) =>
          shiftedRow(row, old.from, fresh.from),
        ),
      ),
  )

function shiftedRow(row: Row, old: number, fresh: number): Row {
  if (row.kind === 'removed') return { ...row, old: shifted(row.old, old) }
  if (row.kind === 'added') return { ...row, fresh: shifted(row.fresh, fresh) }
  const runs = row.runs.map((run) => ({
    ...run,
    old: shifted(run.old, old),
    fresh: shifted(run.fresh, fresh),
  }))
  return { ...row, old: shifted(row.old, old), fresh: shifted(row.fresh, fresh), runs }
}

/** Two readings side by side, as JSON of `Row[]`. */
export const compareTexts = ({ old, fresh }: Pick<Given, 'old' | 'fresh'>): string =>
  rowsOf(sidesOf(partVersions(old, spansOf(old)), partVersions(fresh, spansOf(fresh))))
