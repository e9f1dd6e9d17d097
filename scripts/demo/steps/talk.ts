import { commentOnClaim, resolveThread } from '@/domain/comment/commands'
import { claimCommentSchema } from '@/domain/comment/schema'
import { seeQuestion, sendAnswer } from '@/domain/question/asked/commands'
import { ask } from '@/domain/question/commands'
import { secretOf } from '@/domain/question/open'
import { answerSchema, askSchema } from '@/domain/question/schema'
import { claimId, keyOf, made, personId } from '../desk'
import type { QuestionPlan, ThreadPlan } from '../talk'
import type { Step } from './step'

/** A question, and what the person outside did at its address. Nobody of the desk does the later steps. */
export function questionSteps({
  name,
  article,
  claims,
  asks,
  due,
  seen,
  answered,
  ...step
}: QuestionPlan): Step[] {
  const key = `question-${name}`
  const secret = async () => secretOf(await made(key))
  const ids = () => Promise.all(claims.map((number) => claimId(article, number)))
  const asking: Step = {
    ...step,
    does: `question ${name} asked`,
    run: async (actor, moment) => {
      const given = { ...asks, articleId: await made(article), claims: await ids(), requestKey: keyOf(key) }
      await ask(actor, askSchema.parse({ ...given, dueAt: due && moment(due).toISOString() }))
    },
  }
  const seeing = seen && {
    ...{ at: seen, by: step.by, does: `question ${name} seen` },
    run: async () => seeQuestion({ secret: await secret() }),
  }
  const answering = answered && {
    ...{ at: answered.at, by: step.by, does: `question ${name} answered` },
    run: async () => {
      const { at: _, ...said } = answered
      const [first] = await ids()
      const items = [{ claimId: first, ...said }]
      await sendAnswer(answerSchema.parse({ secret: await secret(), revision: 1, items }))
    },
  }
  return [asking, seeing, answering].filter((one) => one !== undefined)
}

/** The comments of a thread, the first of which begins it, and that it was resolved. */
export function threadSteps({ name, article, claim, said, resolved }: ThreadPlan): Step[] {
  const key = (index: number) => `comment-${name}-${index}`
  const thread = () => made(key(0))
  const talking = said.map(({ text, names, ...step }, index): Step => ({
    ...step,
    does: `comment ${name} ${index} written`,
    run: async (actor) =>
      commentOnClaim(
        actor,
        claimCommentSchema.parse({
          claimId: await claimId(article, claim),
          ...{ text, mentions: names ? [await personId(names)] : [] },
          ...{ threadId: index > 0 ? await thread() : undefined, requestKey: keyOf(key(index)) },
        }),
      ),
  }))
  if (!resolved) return talking
  const run: Step['run'] = async (actor) => resolveThread(actor, { id: await thread(), resolved: true })
  return [...talking, { ...resolved, does: `thread ${name} resolved`, run }]
}
