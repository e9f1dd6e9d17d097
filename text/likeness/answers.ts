import { likenessOf } from './compare'
import { relatedOf, type Asking, type Related } from './related'
import type { Statement } from './statement'

/** Two answers that are at least this much alike are versions of one statement. */
const TWINS = 0.6
/** Only so many of the first answers are compared to find versions of one statement. */
const FIRST_ANSWERS = 15

/** Other words, and what stands around them, may be a paraphrase; any other difference speaks against an answer first. */
const against = ({ differences }: Related) => [
  differences.filter(({ kind }) => kind !== 'words' && kind !== 'around').length,
  differences.length,
]

type Answer<T> = { item: T; statement: Statement; related: Related }

const speaksLessAgainst = <T>(a: Answer<T>, b: Answer<T>) => {
  const [one, other] = [against(a.related), against(b.related)]
  return (
    (one[0] ?? 0) - (other[0] ?? 0) || (one[1] ?? 0) - (other[1] ?? 0) || b.related.score - a.related.score
  )
}

/**
 * Reorders versions of one statement among the ranks and scores that they hold together, so that the version with the
 * fewest differences comes first.
 */
function twinsInOrder<T>(answers: readonly Answer<T>[]): Answer<T>[] {
  const groups: number[][] = []
  answers.slice(0, FIRST_ANSWERS).forEach(({ statement }, rank) => {
    const group = groups.find(([first = 0]) => {
      const leader = answers[first]?.statement
      return leader && likenessOf(leader.compared, statement.compared).score >= TWINS
    })
    if (group) group.push(rank)
    else groups.push([rank])
  })
  const ordered = [...answers]
  for (const group of groups) {
    const members = group.flatMap((rank) => answers[rank] ?? []).sort(speaksLessAgainst)
    members.forEach(({ related, ...answer }, index) => {
      const rank = group[index] ?? 0
      const score = answers[rank]?.related.score ?? related.score
      ordered[rank] = { ...answer, related: { ...related, score } }
    })
  }
  return ordered
}

/** The statements that answer the one asked about, the best first. Equal ones keep their order. */
export function answersTo<T>(
  asked: Statement,
  others: readonly { item: T; statement: Statement }[],
  asking: Asking,
): (T & Related)[] {
  const answers = others.flatMap((other): Answer<T>[] => {
    const related = relatedOf(asked, other.statement, asking)
    return related ? [{ ...other, related }] : []
  })
  return twinsInOrder(answers.sort((a, b) => b.related.score - a.related.score)).map(({ item, related }) => ({
    ...item,
    ...related,
  }))
}

/** An answer that is only near is listed only among so many of the first. */
export const NEAR_SHOWN = 5

/** All answers that make the same statement, and the best of the near ones. */
export const listed = <R extends Related>(answers: readonly R[]): R[] =>
  answers.filter(({ isSame }, rank) => isSame || rank < NEAR_SHOWN)
