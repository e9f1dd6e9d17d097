import { comparable, likenessOf, rankOf, SAYS_THE_SAME, type Compared, type Reason } from './compare'
import { differencesBetween, analysisOf, type Difference, type Analysis, type Side } from './differences'
import { termsOf } from './terms'

/** Words that say something, and the sentences that they stand in. */
export type Words = { quote: string; context: string }

/** Words made ready to be compared with many; what they tell is read when it is first asked for. */
export type Statement = { compared: Compared; read: () => Analysis }

/** Fewer telling words say nothing by themselves: of "12" or "two coins" the sentence is compared. */
const LEAST_TELLING = 3
/** Units of the sentences that are read on each side of the words. */
const FARTHEST = 2_000

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function sideOf(words: Words): Side {
  const [quote, context] = [oneLine(words.quote), oneLine(words.context)]
  const start = context.indexOf(quote)
  if (start < 0 || quote === context) return { text: quote, span: { start: 0, end: quote.length } }
  const from = Math.max(0, start - FARTHEST)
  const text = context.slice(from, start + quote.length + FARTHEST)
  if (termsOf(quote).words.length < LEAST_TELLING) return { text, span: { start: 0, end: text.length } }
  return { text, span: { start: start - from, end: start - from + quote.length } }
}

/** With a language, names are also known by what stands before them. */
export function statementOf(words: Words, language?: string): Statement {
  const side = sideOf(words)
  let analysis: Analysis | undefined
  return {
    compared: comparable(side.text.slice(side.span.start, side.span.end), language),
    read: () => (analysis ??= analysisOf(side)),
  }
}

/** Two statements that appear to say the same: their score in a list, why, and all that is told against it. */
export type Match = { score: number; reasons: Reason[]; differences: Difference[] }

/** How two statements match; null where nothing says that they are the same. */
export function matchOf(a: Statement, b: Statement): Match | null {
  const { score: likeness, reasons } = likenessOf(a.compared, b.compared)
  if (likeness < SAYS_THE_SAME) return null
  const differences = differencesBetween(a.read(), b.read())
  return { score: rankOf(likeness, differences.length), reasons, differences }
}
