import { likenessOf } from './compare'
import { nearnessOf, relatedOf, type Asking, type Related } from './related'
import type { Statement } from './statement'
import { against } from './versions'

/** From this likeness on, two answers are versions of one statement. */
const TWINS = 0.6
/** Versions of one statement are looked for among so many of the first answers. */
const FIRST_ANSWERS = 15

/** Of so many it is read what they differ in, those that are nearest. */
const READ_CLOSELY = 30

type Answer<T> = { item: T; statement: Statement; related: Related }

/** The first figure that differs decides; of equals the one with the higher score. */
function byWhatSpeaksAgainst<T>(asked: Statement, answers: readonly Answer<T>[]): Answer<T>[] {
  const weighed = answers.map((answer) => ({
    answer,
    against: against(asked.read(), answer.statement.read(), answer.related.differences),
  }))
  return weighed
    .sort((a, b) => {
      const at = a.against.findIndex((one, place) => one !== b.against[place])
      return at < 0
        ? b.answer.related.score - a.answer.related.score
        : (a.against[at] ?? 0) - (b.against[at] ?? 0)
    })
    .map(({ answer }) => answer)
}

/**
 * Versions of one statement change places, and their scores, with each other, so that the one against which the least
 * speaks comes first.
 */
function twinsInOrder<T>(asked: Statement, answers: readonly Answer<T>[]): Answer<T>[] {
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
    const members = byWhatSpeaksAgainst(
      asked,
      group.flatMap((place) => answers[place] ?? []),
    )
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
  return twinsInOrder(
    asked,
    answers.sort((a, b) => b.related.score - a.related.score),
  ).map(({ item, related }) => ({
    ...item,
    ...related,
  }))
}

const shareOf = ({ reasons }: Related) =>
  reasons.reduce((share, reason) => (reason.kind === 'words' ? reason.share : share), 0)

const differsInNothing = ({ isSame, differences }: Related) => Number(isSame && differences.length === 0)

/**
 * One match for two of one statement, with a whole message and with a sentence of it: what is told is told of the words
 * that differ in nothing, say the same or are most alike, and the higher score ranks.
 */
export function asOneMatch<R extends Related>(a: R, b: R): R {
  const told =
    differsInNothing(b) - differsInNothing(a) ||
    Number(b.isSame) - Number(a.isSame) ||
    (a.isSame ? b.score - a.score : shareOf(b) - shareOf(a))
  return { ...(told > 0 ? b : a), score: Math.max(a.score, b.score) }
}

/** What is only near is listed among the first places alone, */
export const NEAR_SHOWN = 5
/** and where its score is this share of the best one at least. */
const OF_THE_BEST = 0.6

/** All answers that say the same, and the best of the others. */
export function listed<R extends Related>(answers: readonly R[]): R[] {
  const best = Math.max(0, ...answers.map(({ score }) => score))
  return answers.filter(
    ({ isSame, score }, place) => isSame || (place < NEAR_SHOWN && score >= OF_THE_BEST * best),
  )
}
