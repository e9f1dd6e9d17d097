import { likenessOf } from './compare'
import { nearnessOf, relatedOf, type Asking, type Related } from './related'
import type { Statement } from './statement'
import { against } from './versions'

/** Two answers that are at least this much alike are versions of one statement. */
const TWINS = 0.6
/** Only so many of the first answers are compared to find versions of one statement. */
const FIRST_ANSWERS = 15

/** Only so many answers, the nearest ones, are read for their differences. */
const READ_CLOSELY = 30

type Answer<T> = { item: T; statement: Statement; related: Related }

/**
 * Sorts answers by what speaks against them. The first value that differs decides; when all are equal, the higher
 * score.
 */
function byWhatSpeaksAgainst<T>(asked: Statement, answers: readonly Answer<T>[]): Answer<T>[] {
  const weighed = answers.map((answer) => ({
    answer,
    against: against(asked.read(), answer.statement.read(), answer.related.differences),
  }))
  return weighed
    .sort((a, b) => {
      const at = a.against.findIndex((one, index) => one !== b.against[index])
      return at < 0
        ? b.answer.related.score - a.answer.related.score
        : (a.against[at] ?? 0) - (b.against[at] ?? 0)
    })
    .map(({ answer }) => answer)
}

/**
 * Reorders versions of one statement among the ranks and scores that they hold together, so that the version against
 * which the least speaks comes first.
 */
function twinsInOrder<T>(asked: Statement, answers: readonly Answer<T>[]): Answer<T>[] {
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
    const members = byWhatSpeaksAgainst(
      asked,
      group.flatMap((rank) => answers[rank] ?? []),
    )
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
 * Merges the match of a statement with a whole message and its match with a sentence of the message. The reasons and
 * differences are those of the better match: one without differences, else one that says the same, else the more
 * similar one. The higher score ranks.
 */
export function asOneMatch<R extends Related>(a: R, b: R): R {
  const told =
    differsInNothing(b) - differsInNothing(a) ||
    Number(b.isSame) - Number(a.isSame) ||
    (a.isSame ? b.score - a.score : shareOf(b) - shareOf(a))
  return { ...(told > 0 ? b : a), score: Math.max(a.score, b.score) }
}

/** A near answer is listed only among so many of the first, and */
export const NEAR_SHOWN = 5
/** only if its score is at least this share of the best one. */
const OF_THE_BEST = 0.6

/** All answers that make the same statement, and the best of the near ones. */
export function listed<R extends Related>(answers: readonly R[]): R[] {
  const best = Math.max(0, ...answers.map(({ score }) => score))
  return answers.filter(
    ({ isSame, score }, rank) => isSame || (rank < NEAR_SHOWN && score >= OF_THE_BEST * best),
  )
}
