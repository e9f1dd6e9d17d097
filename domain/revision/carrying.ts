import { likenessKeys } from '@/text/likeness/keys'
import { compareVersions } from '@/text/revise/compare'
import { alignUnits, type Pair } from '@/text/revise/align'
import { type Version, versionOf } from '@/text/revise/version'
import { type CarriedAnchor, carryAnchors, type Standing } from './rules'

/** A text with its sentences as JSON: of each at least `start` and `end`, in their order. */
export type ReadText = { text: string; sentences: string }

type Given = { old: ReadText; fresh: ReadText; standing: readonly Standing[]; compared?: boolean }

export type CarriedText = {
  /** One for each that stood, in their order. */
  anchors: (CarriedAnchor & { keys: number[] })[]
  /** The new text's sentences as they came; `kept` is the old one's position that a sentence stayed, if any. */
  sentences: string
  /** Both texts side by side, JSON of `Row[]`, when that was asked for. */
  rows: string
}

type SentenceSpan = { start: number; end: number }
const spansOf = (read: ReadText) => JSON.parse(read.sentences) as SentenceSpan[]

function withKept(sentences: readonly SentenceSpan[], pairs: readonly Pair[]): string {
  const kept = new Map(pairs.filter((pair) => pair.kind !== 'changed').map((pair) => [pair.fresh, pair.old]))
  return JSON.stringify(sentences.map((sentence, at) => ({ ...sentence, kept: kept.get(at) })))
}

/** What becomes of an article's claims and sentences when its text is another one. */
export function carryText({ old, fresh, standing, compared = false }: Given): CarriedText {
  const sentences = spansOf(fresh)
  const before = versionOf(old.text, spansOf(old))
  const after = versionOf(fresh.text, sentences)
  const pairs = alignUnits(before.units, after.units)
  return {
    anchors: carryAnchors(before, after, standing, pairs).map((anchor) => ({
      ...anchor,
      keys: likenessKeys(anchor.quote),
    })),
    sentences: withKept(sentences, pairs),
    rows: compared ? rowsOf(before, after, pairs) : '[]',
  }
}

const rowsOf = (old: Version, fresh: Version, pairs?: readonly Pair[]) =>
  JSON.stringify(compareVersions(old, fresh, pairs))

/** Two texts side by side, as JSON of `Row[]`. */
export const compareTexts = ({ old, fresh }: Pick<Given, 'old' | 'fresh'>): string =>
  rowsOf(versionOf(old.text, spansOf(old)), versionOf(fresh.text, spansOf(fresh)))
