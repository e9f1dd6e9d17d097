import { comparable, likenessOf, rankOf, SAYS_THE_SAME, type Compared, type Reason } from './compare'
import { differencesBetween, analysisOf, type Difference, type Analysis, type Side } from './differences'
import { termsOf } from './terms'

/** A statement's own words, and the sentences around them. */
export type Words = { quote: string; context: string }

/** A statement prepared for comparison with many others. It is analysed when the analysis is first asked for. */
export type Statement = { compared: Compared; read: () => Analysis }

/** Words with fewer content words say too little, such as "12" or "two coins"; then the whole sentence is compared. */
const LEAST_CONTENT = 3
/** How much of the sentences is read on each side of the words, in UTF-16 units. */
const FARTHEST = 2_000

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function sideOf(words: Words): Side {
  const [quote, context] = [oneLine(words.quote), oneLine(words.context)]
  const start = context.indexOf(quote)
  if (start < 0 || quote === context) return { text: quote, span: { start: 0, end: quote.length } }
  const from = Math.max(0, start - FARTHEST)
  const text = context.slice(from, start + quote.length + FARTHEST)
  if (termsOf(quote).words.length < LEAST_CONTENT) return { text, span: { start: 0, end: text.length } }
  return { text, span: { start: start - from, end: start - from + quote.length } }
}

/** With a language, words before a name also identify it. */
export function statementOf(words: Words, language?: string): Statement {
  const side = sideOf(words)
  let analysis: Analysis | undefined
  return {
    compared: comparable(side.text.slice(side.span.start, side.span.end), language),
    read: () => (analysis ??= analysisOf(side)),
  }
}

/** Two statements that seem to say the same: their score in a list, why, and all their differences. */
export type Match = { score: number; reasons: Reason[]; differences: Difference[] }

/** How two statements match; null when nothing suggests that they say the same. */
export function matchOf(a: Statement, b: Statement): Match | null {
  const { score: likeness, reasons } = likenessOf(a.compared, b.compared)
  if (likeness < SAYS_THE_SAME) return null
  const differences = differencesBetween(a.read(), b.read())
  return { score: rankOf(likeness, differences.length), reasons, differences }
}
