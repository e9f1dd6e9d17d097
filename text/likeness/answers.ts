import { likenessOf } from './compare'
import { nearnessOf, relatedOf, type Asking, type Related } from './related'
import type { Statement } from './statement'

/** From this likeness on, two answers are versions of one statement. */
const TWINS = 0.6
/** Versions of one statement are looked for among so many of the first answers. */
const FIRST_ANSWERS = 15

/** Of so many it is read what they differ in, those that are nearest. */
const READ_CLOSELY = 40

/** Words that are merely others may be a paraphrase; any other difference speaks against an answer before they do. */
const against = ({ differences }: Related) => [
  differences.filter(({ kind }) => kind !== 'words').length,
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
 * Versions of one statement change places, and their scores, with each other, so that the one with the fewest differences
 * comes first.
 */
function twinsInOrder<T>(answers: readonly Answer<T>[]): Answer<T>[] {
  const groups: number[][] = []
  answers.slice(0, FIRST_ANSWERS).forEach(({ statement }, place) => {
    const group = groups.find(([first = 0]) => {
      const leader = answers[first]?.statement
      return leader && likenessOf(leader.compared, statement.compared).score >= TWINS
    })
    if (group) group.push(place)
    else groups.push([place])
  })
  const ordered = [...answers]
  for (const group of groups) {
    const members = group.flatMap((place) => answers[place] ?? []).sort(speaksLessAgainst)
    members.forEach(({ related, ...answer }, index) => {
      const place = group[index] ?? 0
      const score = answers[place]?.related.score ?? related.score
      ordered[place] = { ...answer, related: { ...related, score } }
    })
  }
  return ordered
}

/** The statements that answer one that is asked about, the best first. Equals keep their order. */
export function answersTo<T>(
  asked: Statement,
  others: readonly { item: T; statement: Statement }[],
  asking: Asking,
): (T & Related)[] {
  const near = others.flatMap((other) => {
    const nearness = nearnessOf(asked.compared, other.statement.compared, asking)
    return nearness ? [{ ...other, nearness }] : []
  })
  const answers = near
    .sort(({ nearness: a }, { nearness: b }) => Number(b.isSame) - Number(a.isSame) || b.alike - a.alike)
    .slice(0, READ_CLOSELY)
    .map(({ nearness, ...other }) => ({ ...other, related: relatedOf(asked, other.statement, nearness) }))
  return twinsInOrder(answers.sort((a, b) => b.related.score - a.related.score)).map(({ item, related }) => ({
    ...item,
    ...related,
  }))
}

/** What is only near is listed among the first places alone. */
export const NEAR_SHOWN = 5

/** All answers that say the same, and the best of the others. */
export const listed = <R extends Related>(answers: readonly R[]): R[] =>
  answers.filter(({ isSame }, place) => isSame || place < NEAR_SHOWN)
