import { foldSearchWord } from '../fold-word'
import { isContent, type Token } from './tokens'

const setOf = (words: string) =>
  new Set(
    words
      .trim()
      .split(/\s+/)
      .map((word) => foldSearchWord(word)),
  )

/**
 * Words that negate what follows. The list serves only to mark and to rank: other words that differ are listed anyway.
 */
const NEGATING = setOf(`
  no not never none nobody nothing nowhere neither nor without cannot hardly scarcely barely unlikely
  deny denies denied denying refute refutes refuted reject rejects rejected dismissed disproved untrue false falsely
  hoax fake fail fails failed refuse refuses refused impossible
  لم لن لا مش موش مو ليس ليست ليسوا ليسا لسن لست لسنا غير دون بدون بلا عدم كلا لات نفى نفت نفوا ينفي تنفي ينفون نفي أنكر أنكرت ينكر
  تنكر إنكار كذب كذبت يكذب تكذب كاذب كاذبة زائف زائفة رفض رفضت يرفض ترفض استحالة مستحيل
  ne pas jamais aucun aucune sans ni dément démenti faux fausse
  نه نیست نبود نیستند نشد نکرد نمی بدون`)
/** Before one of these, a word of the first list negates nothing: "not only", لا يزال. */
const NOT_BEFORE = setOf('only doubt يزال تزال يزالون سيما بد شك ريب أن أنه أنها')
const NO_LONGER_NEGATED = setOf('زال زالت زالوا دام دامت إذا لم')

/** A negating word, and the content word that follows it. */
export type Negation = { about: string; written: string }

/** Messages often lack the apostrophe. In them "cant" and "wont" are hardly ever words of their own. */
const CONTRACTED =
  /n't$|^(?:is|are|was|were|do|does|did|have|has|had|ca|wo|ai|would|could|should|must|need)nt$/

function isNegating(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.kind !== 'word') return false
  const next = tokens[at + 1]?.folded ?? ''
  const bare = token.folded.replace(/^[وفأ](?=.{2})/, '')
  if (bare === 'ما') return at === 0 && !NO_LONGER_NEGATED.has(next)
  const negates = NEGATING.has(token.folded) || NEGATING.has(bare) || CONTRACTED.test(token.folded)
  return negates && !NOT_BEFORE.has(next)
}

/** The negations of a text, in order. */
export function negationsIn(tokens: readonly Token[]): Negation[] {
  return tokens.flatMap((token, at): Negation[] => {
    if (!isNegating(tokens, at)) return []
    const next = tokens.find((one, index) => index > at && isContent(one))
    return [{ about: next?.bare ?? '', written: next ? `${token.written} ${next.written}` : token.written }]
  })
}

export const isNegatingWord = (token: Token) => isNegating([token], 0)
