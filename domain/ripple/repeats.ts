import { type Compared, comparable, likenessOf, SAYS_THE_SAME, type Reason } from '@/text/likeness/compare'
import { figuresIn } from '@/text/likeness/amounts'
import { matchOf, statementOf } from '@/text/likeness/statement'
import type { Span } from '@/text/locate'

/** A place that says what was wrong: its words, and the claim that stands on them. */
export type Repeat = {
  articleId: string
  claimId: string | null
  quote: string
  score: number
  reasons: Reason[]
}

type Wrong = {
  quote: string
  /** What is right instead: the replacement, or what readers are told; empty when nothing is known. */
  right: string
  language: string
  /** The spans of the wrong words and of what is already corrected. They are not other places. */
  at: readonly Span[]
}

type Sentence = Span & { text: string }
type Claimed = Span & { claimId: string; quote: string }
type OwnRepeat = Omit<Repeat, 'articleId'>

/** A figure of one digit is so common that it shows an error only beside a word of the wrong statement. */
const TELLING_DIGITS = 2

/** The figures that a correction removes from a statement. */
function wrongFigures(quote: string, right: string): Set<string> {
  if (right.trim() === '') return new Set()
  const kept = figuresIn(right)
  return new Set([...figuresIn(quote)].filter((figure) => !kept.has(figure)))
}

function sharesWord(a: Compared, b: Compared): boolean {
  const figures = new Set(b.terms.numbers)
  return a.terms.words.some((word) => !figures.has(word) && b.whole.has(word))
}

/**
 * Makes a test for places that already say what is right and so repeat no error: such a place has no difference from
 * the right words, and has one from the wrong words.
 */
export function saysWhatIsRight({ quote, right, language }: Pick<Wrong, 'quote' | 'right' | 'language'>) {
  if (right.trim() === '') return () => false
  const asStatement = (text: string) => statementOf({ quote: text, context: text }, language)
  const [wrong, mended] = [asStatement(quote), asStatement(right)]
  return (text: string): boolean => {
    const said = asStatement(text)
    return matchOf(mended, said)?.differences.length === 0 && matchOf(wrong, said)?.differences.length !== 0
  }
}

/**
 * The other places of the same text that repeat the error: sentences that say the same, and sentences with a figure
 * that the correction removes. A claim is returned for its sentence when its own words repeat the error.
 */
export function repeatsOf(
  sentences: readonly Sentence[],
  claims: readonly Claimed[],
  { quote, right, language, at }: Wrong,
): OwnRepeat[] {
  const mine = comparable(quote, language)
  const figures = wrongFigures(quote, right)
  const isRight = saysWhatIsRight({ quote, right, language })
  const repeats = (text: string) => {
    const other = comparable(text)
    const likeness = likenessOf(mine, other)
    const wrong = [...figuresIn(text)].filter((figure) => figures.has(figure))
    const telling = wrong.some((figure) => figure.length >= TELLING_DIGITS) || sharesWord(mine, other)
    const found = likeness.score >= SAYS_THE_SAME || (wrong.length > 0 && telling)
    return found && !isRight(text) ? likeness : null
  }
  return sentences.flatMap((sentence): OwnRepeat[] => {
    if (at.some((one) => meets(sentence, one))) return []
    const likeness = repeats(sentence.text)
    if (!likeness) return []
    const claim = claims.find((one) => meets(sentence, one) && repeats(one.quote))
    return claim
      ? [{ claimId: claim.claimId, quote: claim.quote, ...likeness }]
      : [{ claimId: null, quote: sentence.text, ...likeness }]
  })
}

const meets = (a: Span, b: Span) => a.start < b.end && b.start < a.end

type Given = Wrong & {
  /** The text's sentences and standing claims, each as JSON. */
  sentences: string
  claims: string
}

/** As `repeatsOf`, with the values that the database returns. */
export const findRepeats = ({ sentences, claims, ...wrong }: Given): OwnRepeat[] =>
  repeatsOf(JSON.parse(sentences) as Sentence[], JSON.parse(claims) as Claimed[], wrong)
