import {
  changeNumbered,
  passTheRest,
  personId,
  putInState,
  reviewOf,
  signOffNumbered,
  takeArticle,
} from '../desk'
import type { ArticlePlan } from '../newsroom'
import { after } from '../when'
import type { Step } from './step'

/** Minutes between two verdicts of one person. */
const VERDICT_MINUTES = 6

function assignments({ name, by, assigned = [] }: ArticlePlan): Step[] {
  return assigned.flatMap(({ claims, to, at, due }) =>
    claims.map((number): Step => ({
      ...{ at, by, does: `${name}: claim ${number} assigned` },
      run: async (actor, moment) =>
        changeNumbered(actor, name, number, {
          assigneeId: await personId(to),
          ...(due && { dueAt: moment(due) }),
        }),
    })),
  )
}

async function verdicts({ name, checked }: ArticlePlan): Promise<Step[]> {
  if (!checked) return []
  const { from, by } = checked
  const decided = (await reviewOf(name)).flatMap(({ status, finding }, index) =>
    status === 'unreviewed' && finding === '' ? [] : [{ number: index + 1, status, finding }],
  )
  return decided.map(({ number, status, finding }, index) => ({
    ...{ at: after(from, index * VERDICT_MINUTES), by, does: `${name}: claim ${number} ${status}` },
    run: (actor) => changeNumbered(actor, name, number, { status, finding }),
  }))
}

const signOffs = ({ name, signedOff }: ArticlePlan): Step[] =>
  (signedOff?.claims ?? []).map((number) => ({
    ...{ at: signedOff!.at, by: signedOff!.by, does: `${name}: claim ${number} signed off` },
    run: (actor) => signOffNumbered(actor, name, number),
  }))

/** The way of an article through the desk. */
export async function articleSteps(plan: ArticlePlan): Promise<Step[]> {
  const { name, by, taken, deadline, passed, states = [] } = plan
  const intake: Step = {
    ...{ at: taken, by, does: `${name}: added` },
    run: (actor, moment) => takeArticle(actor, plan, deadline && moment(deadline)),
  }
  const passing: Step[] = passed
    ? [{ at: passed, by, does: `${name}: the rest passed`, run: (actor) => passTheRest(actor, name) }]
    : []
  const moves = states.map(({ to, at }): Step => ({
    ...{ at, by, does: `${name}: ${to}` },
    run: (actor) => putInState(actor, name, to),
  }))
  return [intake, ...assignments(plan), ...(await verdicts(plan)), ...signOffs(plan), ...passing, ...moves]
}
