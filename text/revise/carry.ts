import type { Span } from '../locate'
import { passageKey, samePassage } from '../same-passage'
import { wholeWords } from '../word-edges'
import { isSpoken, wordsOf } from '../words'
import { alignUnits, type Pair } from './align'
import { copiesOf } from './copies'
import { editedSpan } from './edited-span'
import { imageOf, type KnownChange } from './known'
import { samePlace } from './same-place'
import { contextOf, unitsUnder, type Version } from './version'

/**
 * A quote and the sentences it was judged in. `at` is where it stands in the old text, possibly on words that nobody
 * has judged; null when it stands nowhere.
 */
export type Judged = { quote: string; context: readonly string[]; at: Span | null }

/**
 * Why a quote needs a look. `sentence` means that none of the words can be attributed to the quote, so the whole
 * sentence that replaced its own is proposed.
 */
type ChangedReason = 'words' | 'around' | 'elsewhere' | 'sentence' | 'same'

/** What became of a quote when the text was edited. Only the first kind needs no person to look. */
export type Carried =
  | {
      kind: 'kept'
      span: Span
      moved: boolean
      /** The words are the same and written differently: other quotation marks, spaces, harakat, tatweel or digits. */
      typography: boolean
      /** The sentence before it changed, and with it perhaps the meaning of a pronoun. */
      before: boolean
      /** In the old text it stood on other words or nowhere. */
      back: boolean
    }
  /** The sentences around it are not the judged ones. A person decides whether these words are the quote. */
  | {
      kind: 'changed'
      span: Span
      moved: boolean
      reason: ChangedReason
      /** Tracked changes say that its words became these. */
      known?: boolean
    }
  /**
   * `offset` is where it stood. `copies` means that its words stand more than once, and none is known to be the right
   * copy.
   */
  | { kind: 'gone'; offset: number; reason: 'removed' | 'copies' }

/** A shorter quote says too little to be proposed outside its own sentence. */
export const TELLING_WORDS = 4

type Texts = {
  old: Version
  fresh: Version
  pairs: ReadonlyMap<number, Pair>
  known: readonly KnownChange[] | null
}

/**
 * What becomes of each quote in an edited text, in the given order. A quote is kept only where the whole sentences it
 * was judged in stand unchanged except for typography, and where no other copy could be meant. These are the sentences
 * it stood in, unchanged or moved. When those say something else now, they are the only such sentences in the new text,
 * provided that the old text had none that it could have meant. In all other cases the likeliest words are proposed,
 * and a person decides.
 *
 * `known` tells which words became which. It decides what is proposed, never that a quote is kept.
 */
export function carryOver(
  old: Version,
  fresh: Version,
  judged: readonly Judged[],
  aligned: readonly Pair[] = alignUnits(old.units, fresh.units),
  known: readonly KnownChange[] | null = null,
): Carried[] {
  const texts = { old, fresh, pairs: new Map(aligned.map((pair) => [pair.old, pair])), known }
  const carried = judged.map((one) => carryOne(texts, one))
  return withoutMeetings(fresh, judged, carried)
}

function carryOne(texts: Texts, one: Judged): Carried {
  const { old, fresh, pairs } = texts
  const { at } = one
  const under = at && unitsUnder(old.units, at)
  const partners = under ? partnersOf(pairs, under) : null
  const stayed =
    at && partners?.every((pair) => pair.kind !== 'changed') ? insideKept(texts, partners, at) : null
  if (stayed && partners && isSameContext(one.context, contextOf(fresh, stayed.span)))
    return kept(texts, one, partners, stayed)
  const isJudgedThere = at !== null && isSameContext(one.context, contextOf(old, at))
  return (
    back(texts, one) ??
    (stayed && isJudgedThere ? { ...stayed, reason: 'around' } : stayed) ??
    replaced(texts, one) ??
    proposed(texts, one, partners) ??
    wholeOf(texts, one, partners) ??
    lost(texts, one, under?.first ?? 0)
  )
}

const wordsAt = (version: Version, { start, end }: Span) => version.text.slice(start, end)

/** Whether the same sentences were judged. Without sentences the answer is no, because nobody knows what was judged. */
export const isSameContext = (judged: readonly string[], now: readonly string[]): boolean =>
  judged.length > 0 &&
  judged.length === now.length &&
  judged.every((sentence, index) => samePassage(sentence, now[index] ?? ''))

/** The new sentences of a run of old ones, when each has a partner and the partners follow each other. */
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

const oldPassage = (old: Version, partners: readonly Pair[]): Span => ({
  start: old.units[partners[0]?.old ?? 0]?.start ?? 0,
  end: old.units[partners.at(-1)?.old ?? 0]?.end ?? 0,
})

type Changed = Extract<Carried, { kind: 'changed' }>

/** The span of a quote whose sentences kept their words: the same words within them. */
function insideKept({ old, fresh }: Texts, partners: readonly Pair[], span: Span): Changed | null {
  const [before, after] = [oldPassage(old, partners), passage(fresh, partners)]
  const moved = partners.some((pair) => pair.kind === 'moved')
  if (wordsAt(old, before) === wordsAt(fresh, after)) {
    const by = after.start - before.start
    return { kind: 'changed', reason: 'same', moved, span: { start: span.start + by, end: span.end + by } }
  }
  const found = samePlace({ text: old.text, span: before }, { text: fresh.text, span: after }, span)
  return found && { kind: 'changed', reason: 'same', moved, span: found }
}

function kept(texts: Texts, { quote }: Judged, partners: readonly Pair[], { span, moved }: Changed): Carried {
  const typography = wordsAt(texts.fresh, span) !== quote
  return { kind: 'kept', span, moved, typography, before: otherBefore(texts, partners), back: false }
}

/** Whether the sentence before it changed. */
function otherBefore({ old, fresh }: Texts, partners: readonly Pair[]): boolean {
  const [first] = partners
  if (!first) return false
  const [was, is] = [old.units[first.old - 1], fresh.units[first.fresh - 1]]
  return was && is ? !samePassage(was.text, is.text) : was !== is
}

/**
 * Finds the judged sentences when they stand once in the new text and nowhere in the old one: they were removed or
 * changed, and are back. A quote that they contain more than once is not found.
 */
function back({ old, fresh }: Texts, { quote, context }: Judged): Carried | null {
  const [run, ...others] = runsOf(fresh, context)
  if (run === undefined || others.length > 0 || runsOf(old, context).length > 0) return null
  const start = fresh.units[run]?.start ?? 0
  const end = fresh.units[run + context.length - 1]?.end ?? 0
  const copies = copiesOf(fresh, quote).filter((copy) => copy.start >= start && copy.end <= end)
  const [span] = copies
  if (!span || copies.length > 1 || !isSameContext(context, contextOf(fresh, span))) return null
  const typography = wordsAt(fresh, span) !== quote
  return { kind: 'kept', span, moved: true, typography, before: false, back: true }
}

/** Where a run of sentences stands in a text, each as the index of its first sentence. */
function runsOf(version: Version, context: readonly string[]): number[] {
  const [first] = context
  if (first === undefined) return []
  return (version.byKey.get(passageKey(first)) ?? []).filter((at) =>
    context.every((sentence, index) => {
      const unit = version.units[at + index]
      return unit !== undefined && samePassage(sentence, wordsAt(version, unit))
    }),
  )
}

/** The words that a quote is known to have become; null when that is not known, or when they were taken out. */
function replaced({ fresh, known }: Texts, { quote, at }: Judged): Changed | null {
  if (!known || !at) return null
  const image = imageOf(known, at)
  const words = wordsAt(fresh, image)
  if (words.trim() === '') return null
  const reason = samePassage(words, quote) ? 'around' : 'words'
  const span = wholeWords(fresh.text, trimmed(fresh.text, image))
  return { kind: 'changed', span, moved: false, reason, known: true }
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  return { start: start + lead, end: start + lead + words.trim().length }
}

/** Whether all words of a quote are known to be gone from their place. */
const isTakenOut = ({ known }: Texts, { at }: Judged) => known !== null && at !== null

/** The likeliest words in the edited sentences; else the same words anywhere, if the quote has enough words. */
function proposed(texts: Texts, one: Judged, partners: readonly Pair[] | null): Carried | null {
  const { old, fresh } = texts
  const { quote, at } = one
  const home = isTakenOut(texts, one) ? null : partners && passage(fresh, partners)
  const copies = copiesOf(fresh, quote)
  const atHome = home ? copies.filter((copy) => copy.start >= home.start && copy.end <= home.end) : []
  const changed = (span: Span, reason: Changed['reason'], moved = false): Changed => ({
    kind: 'changed',
    span: wholeWords(fresh.text, span),
    moved,
    reason,
  })
  if (atHome.length === 1 && atHome[0]) return changed(atHome[0], 'around')
  const edited =
    home && at && partners
      ? editedSpan({ text: old.text, span: oldPassage(old, partners) }, { text: fresh.text, span: home }, at)
      : null
  if (edited) return changed(edited, 'words')
  const [copy] = copies
  const telling = wordsOf(quote).filter((word) => isSpoken(word.key)).length >= TELLING_WORDS
  const isElsewhere = telling && copies.length === 1 && copiesOf(old, quote).length <= (at ? 1 : 0)
  return copy && isElsewhere ? changed(copy, 'elsewhere', true) : null
}

/** The whole of what its sentences became, when no words can be attributed to the quote. */
const wholeOf = (texts: Texts, one: Judged, partners: readonly Pair[] | null): Carried | null =>
  partners && !isTakenOut(texts, one)
    ? { kind: 'changed', span: passage(texts.fresh, partners), moved: false, reason: 'sentence' }
    : null

function lost({ fresh, pairs }: Texts, { quote }: Judged, unit: number): Carried {
  const copies = copiesOf(fresh, quote)
  return {
    kind: 'gone',
    offset: offsetOf(fresh, pairs, unit),
    reason: copies.length > 0 ? 'copies' : 'removed',
  }
}

/** The offset at which a sentence would stand now: after the nearest sentence before it that is still there. */
function offsetOf(fresh: Version, pairs: ReadonlyMap<number, Pair>, unit: number): number {
  for (let at = unit; at >= 0; at--) {
    const pair = pairs.get(at)
    if (pair) return fresh.units[pair.fresh]?.[at === unit ? 'start' : 'end'] ?? 0
  }
  return 0
}

const spanKey = ({ start, end }: Span) => `${start}-${end}`

/** Whether a result claims words for one quote alone. A whole sentence is proposed to every quote that stood in it. */
const holdsWords = (one: Carried): one is Exclude<Carried, { kind: 'gone' }> =>
  one.kind === 'kept' || (one.kind === 'changed' && one.reason !== 'sentence')

/**
 * Makes sure that two quotes that stood on different words do not end on the same ones. A quote that was kept goes
 * before one that came back, and both go before a proposal. Between equals, none gets the words.
 */
function withoutMeetings(fresh: Version, judged: readonly Judged[], carried: readonly Carried[]): Carried[] {
  const ownerOf = ({ at, quote, context }: Judged) => (at ? spanKey(at) : JSON.stringify([quote, context]))
  const rankOf = (one: Carried) => (one.kind === 'changed' ? 2 : one.kind === 'kept' && one.back ? 1 : 0)
  const holders = new Map<string, { rank: number; owners: Set<string> }>()
  carried.forEach((one, index) => {
    const from = judged[index]
    if (!holdsWords(one) || !from) return
    const rank = rankOf(one)
    const held = holders.get(spanKey(one.span))
    if (!held || rank < held.rank) holders.set(spanKey(one.span), { rank, owners: new Set([ownerOf(from)]) })
    else if (rank === held.rank) held.owners.add(ownerOf(from))
  })
  return carried.map((one, index): Carried => {
    if (!holdsWords(one)) return one
    const [from, held] = [judged[index], holders.get(spanKey(one.span))]
    if (!from || !held) return one
    const isAlone = held.owners.size === 1 && held.owners.has(ownerOf(from))
    return isAlone ? one : withoutItsWords(fresh, one)
  })
}

/**
 * What becomes of a quote whose words went to another one: its whole sentences are proposed where they are known; else
 * it is gone.
 */
function withoutItsWords(fresh: Version, one: Exclude<Carried, { kind: 'gone' }>): Carried {
  const under = unitsUnder(fresh.units, one.span)
  const start = under && fresh.units[under.first]?.start
  const end = under && fresh.units[under.last - 1]?.end
  const isAtHome = one.kind === 'changed' && one.reason !== 'elsewhere'
  if (!isAtHome || start == null || end == null)
    return { kind: 'gone', offset: one.span.start, reason: 'copies' }
  return { ...one, reason: 'sentence', span: { start, end } }
}
