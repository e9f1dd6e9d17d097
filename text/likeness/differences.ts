import { samePassage } from '../same-passage'
import { wordChanges } from '../revise/word-changes'
import { ADDENDS, CURRENCIES, MAGNITUDES, UNITS } from './amount-words'
import { quantitiesIn, type Amount, type Quantity } from './amounts'
import { isNegatingWord, negationsIn, type Negation } from './negations'
import { WEIGHTY_WORDS } from './stop-words'
import { isContent, seenSide, tokensOf, type Side, type Token } from './tokens'
import { wordUsesIn, turnedRound, type WordUse } from './word-order'

export type { Side } from './tokens'

/** The kinds of differences that make two statements say something else. */
export const DIFFERENCE_KINDS = [
  'figure',
  'sign',
  'currency',
  'magnitude',
  'unit',
  'date',
  'negation',
  'order',
  'words',
  'around',
] as const
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

/** `here` and `there` are the words of each statement; empty where it has nothing of the kind. */
export type Difference = { kind: DifferenceKind; here: string; there: string }

/** Lists at most so many differences of one pair. The screen marks all differing words anyway. */
const MOST_TOLD = 12

/** A statement prepared for finding its differences from many others. */
export type Analysis = {
  side: Side
  tokens: Token[]
  quantities: Quantity[]
  negations: Negation[]
  uses: WordUse[]
}

/** Reads the figures and words of a statement from its span, and the negations from the whole text around it. */
export function analysisOf(given: Side): Analysis {
  const side = seenSide(given)
  const tokens = tokensOf(side.text)
  const quantities = quantitiesIn(tokens)
  const dates = quantities.filter((one) => one.kind === 'date')
  // A single date is comparable wherever it stands.
  const dated = new Set(dates.length === 1 ? rangeOf(dates[0]) : [])
  const uses = wordUsesIn(tokens, (at) => dated.has(at) || !isWithin(side, tokens, at, at + 1))
  return { side, tokens, quantities, negations: negationsIn(tokens), uses }
}

const rangeOf = (one: Quantity | undefined) =>
  one ? Array.from({ length: one.tokens.end - one.tokens.start }, (_, at) => one.tokens.start + at) : []

/** Whether any of the tokens stands in the span. */
function isWithin({ span }: Side, tokens: readonly Token[], from: number, to: number): boolean {
  const [first, last] = [tokens[from], tokens[to - 1]]
  return first !== undefined && last !== undefined && first.start < span.end && last.end > span.start
}

/** The differences of two statements. Typography and rewording alone are none. */
export function differencesBetween(a: Analysis, b: Analysis): Difference[] {
  const mayBeSame = wordsIn(a) === wordsIn(b)
  if (mayBeSame && samePassage(a.side.text, b.side.text) && samePassage(spanned(a), spanned(b))) return []
  const told = [...quantityDifferences(a, b), ...negationDifferences(a, b)]
  const order = orderDifference(a, b)
  const inside = [...told, ...(order ? [order] : []), ...wordDifferences(a, b)]
  return [...inside, ...aroundDifference(a, b)].slice(0, MOST_TOLD)
}

const wordsIn = ({ tokens }: Analysis) => tokens.filter(({ kind }) => kind === 'word').length

const spanned = ({ side: { text, span } }: Analysis) => text.slice(span.start, span.end)

export const differencesOf = (a: Side, b: Side): Difference[] =>
  differencesBetween(analysisOf(a), analysisOf(b))

const keyOf = (one: Quantity): string =>
  one.kind === 'date' ? one.key : [one.value, one.sign, one.currency, one.unit].join(' ')

function writtenOf({ side, tokens }: Analysis, one: Quantity | undefined): string {
  const [first, last] = one ? [tokens[one.tokens.start], tokens[one.tokens.end - 1]] : []
  return first && last ? side.text.slice(first.start, last.end) : ''
}

/** The quantities in each span that the other text does not have anywhere. Each of the other's is matched once. */
function unmatched(a: Analysis, b: Analysis): { here: Quantity[]; there: Quantity[] } {
  const free = [...b.quantities]
  const inside = (analysis: Analysis) => (one: Quantity) =>
    isWithin(analysis.side, analysis.tokens, one.tokens.start, one.tokens.end)
  const left = a.quantities.filter((one) => {
    const twin = free.findIndex((other) => other.kind === one.kind && keyOf(other) === keyOf(one))
    if (twin >= 0) free.splice(twin, 1)
    return twin < 0
  })
  return { here: left.filter(inside(a)), there: free.filter(inside(b)) }
}

/** The other quantity that corresponds to this one: one with the same digits, else the first of its kind. */
function partnerOf(one: Quantity, others: readonly Quantity[]): number {
  const same = others.findIndex(
    (other) => one.kind === 'amount' && other.kind === 'amount' && one.digits === other.digits,
  )
  return same >= 0 ? same : others.findIndex((other) => one.kind === other.kind)
}

function quantityDifferences(a: Analysis, b: Analysis): Difference[] {
  const { here, there } = unmatched(a, b)
  const rest = [...there]
  const alone: Quantity[] = []
  const told = here.flatMap((one): Difference[] => {
    const at = partnerOf(one, rest)
    const [other] = at >= 0 ? rest.splice(at, 1) : []
    if (!other) alone.push(one)
    return other ? pairDifferences(a, one, b, other) : []
  })
  // Pairs a date with a bare figure when the other text writes it as one.
  for (const one of alone) {
    const [other] = rest.splice(0, 1)
    told.push({ kind: aloneKind(one, other), here: writtenOf(a, one), there: writtenOf(b, other) })
  }
  for (const other of rest) told.push({ kind: aloneKind(other), here: '', there: writtenOf(b, other) })
  return told
}

const aloneKind = (one: Quantity, other: Quantity | undefined = one): DifferenceKind =>
  one.kind === 'date' && other.kind === 'date' ? 'date' : 'figure'

function pairDifferences(a: Analysis, one: Quantity, b: Analysis, other: Quantity): Difference[] {
  const kinds: DifferenceKind[] =
    one.kind === 'amount' && other.kind === 'amount' ? amountKinds(one, other) : ['date']
  return kinds.map((kind) => ({ kind, here: writtenOf(a, one), there: writtenOf(b, other) }))
}

function amountKinds(one: Amount, other: Amount): DifferenceKind[] {
  const figure = one.digits === other.digits || one.value === other.value ? [] : ['figure' as const]
  const differing = (['sign', 'currency', 'unit'] as const).filter((part) => one[part] !== other[part])
  const magnitude = figure.length === 0 && one.value !== other.value ? ['magnitude' as const] : []
  return [...figure, ...magnitude, ...differing]
}

function negationDifferences(a: Analysis, b: Analysis): Difference[] {
  const there = [...b.negations]
  const here = a.negations.filter(({ about }) => {
    const twin = there.findIndex((other) => isOneStem(about, other.about))
    if (twin >= 0) there.splice(twin, 1)
    return twin < 0
  })
  if (here.length === 0 && there.length === 0) return []
  const written = (all: readonly Negation[]) => all.map((one) => one.written).join(' · ')
  return [{ kind: 'negation', here: written(here), there: written(there) }]
}

function orderDifference(a: Analysis, b: Analysis): Difference | null {
  const turned = turnedRound(a.uses, b.uses)
  if (!turned) return null
  const [first, second] = turned
  return {
    kind: 'order',
    here: `${first.here.written} … ${second.here.written}`,
    there: `${second.there.written} … ${first.there.written}`,
  }
}

/** Endings that a verb or a noun may take and remain the same word. */
const ENDING = /^(?:|s|es|d|ed|ing|ت|ا|وا|ون|ين)$/
const STEM = 3

/** Whether two bare words differ only in their endings. */
function isOneStem(a: string, b: string): boolean {
  if (a === b) return true
  let common = 0
  while (common < a.length && a[common] === b[common]) common++
  return common >= STEM && ENDING.test(a.slice(common)) && ENDING.test(b.slice(common))
}

const OPPOSITE = /^(?:un|in|im|il|ir|dis|non|mis|غير|لا)/

/** Whether one word is the other with a negating prefix: lawful, unlawful. */
const areOpposites = (a: string, b: string) =>
  a !== b && (a.replace(OPPOSITE, '') === b || b.replace(OPPOSITE, '') === a)

/** Words that belong to a figure or a negation, and are listed with it. */
function isToldElsewhere({ tokens, quantities }: Analysis): (at: number) => boolean {
  const taken = new Set(quantities.flatMap(rangeOf))
  return (at) => {
    const token = tokens[at]
    return (
      !token || token.kind !== 'word' || taken.has(at) || isNegatingWord(token) || isAmountWord(token.folded)
    )
  }
}

const isAmountWord = (word: string) =>
  [ADDENDS, CURRENCIES, MAGNITUDES, UNITS].some((table) => table.has(word))

type Run = { start: number; end: number }

/** The content words of a run that the other text does not have anywhere. */
function contentIn(analysis: Analysis, { start, end }: Run, other: Analysis): Token[] {
  const isTold = isToldElsewhere(analysis)
  return analysis.tokens.filter(
    (token, at) =>
      token.start >= start &&
      token.end <= end &&
      !isTold(at) &&
      (isContent(token) || WEIGHTY_WORDS.has(token.folded)) &&
      !other.tokens.some((one) => isOneStem(one.bare, token.bare)),
  )
}

/** Lists at most so many words around a statement. */
const MOST_AROUND = 8

/** The content words and figures around the words of one statement that the other statement does not have anywhere. */
function besideOf(one: Analysis, other: Analysis): string {
  const { side, tokens, quantities } = one
  const isTold = isToldElsewhere(one)
  const keys = new Set(other.quantities.map(keyOf))
  const words = tokens.filter(
    (token, at) =>
      !isWithin(side, tokens, at, at + 1) &&
      !isTold(at) &&
      isContent(token) &&
      !other.tokens.some((twin) => isOneStem(twin.bare, token.bare)),
  )
  const figures = quantities
    .filter((each) => !isWithin(side, tokens, each.tokens.start, each.tokens.end) && !keys.has(keyOf(each)))
    .map((each) => ({ start: tokens[each.tokens.start]?.start ?? 0, written: writtenOf(one, each) }))
  const found = [...words, ...figures].sort((a, b) => a.start - b.start).map(({ written }) => written)
  return found.length > MOST_AROUND ? `${found.slice(0, MOST_AROUND).join(' ')} …` : found.join(' ')
}

/**
 * Two sentences may say the same words of different things, or one may doubt them. No list knows all words for that, so
 * everything that only one sentence has around the words is listed.
 */
function aroundDifference(a: Analysis, b: Analysis): Difference[] {
  const [here, there] = [besideOf(a, b), besideOf(b, a)]
  return here === '' && there === '' ? [] : [{ kind: 'around', here, there }]
}

/** Content words that replace each other. No list knows which pairs are opposites, so every pair is listed. */
function wordDifferences(a: Analysis, b: Analysis): Difference[] {
  const runs = wordChanges(a.side, b.side)
  return runs.flatMap((run, at): Difference[] => {
    const next = runs[at + 1]
    if (run.kind !== 'removed' || next?.kind !== 'added') return []
    const [here, there] = [contentIn(a, run.old, b), contentIn(b, next.fresh, a)]
    if (here.length === 0 || there.length === 0) return []
    const turned = here.some((one) => there.some((other) => areOpposites(one.bare, other.bare)))
    const written = (all: readonly Token[]) => all.map((one) => one.written).join(' ')
    return [{ kind: turned ? 'negation' : 'words', here: written(here), there: written(there) }]
  })
}
