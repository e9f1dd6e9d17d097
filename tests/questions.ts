import type { z } from 'zod'
import { sendAnswer } from '@/domain/question/asked/commands'
import { ask } from '@/domain/question/commands'
import { answerSchema, askSchema } from '@/domain/question/schema'
import { db } from '@/prisma/client'
import { makeArticle, makeUser, type MadeUser } from './factories'

type Given = Partial<z.input<typeof askSchema>>

/** An article, and the people who ask about it. */
export async function makeAsking() {
  const [editor, checker] = [await makeUser(), await makeUser({ role: 'checker' })]
  const article = await makeArticle(editor.actor)
  const [claim, other] = article.claims
  if (!claim || !other) throw new Error('no claim')
  const put = (by: MadeUser, given: Given = {}) =>
    ask(
      by.actor,
      askSchema.parse({
        ...{ kind: 'writer', name: 'Rana Saber', language: 'ar', text: 'Who counted the cars?' },
        ...{ articleId: article.id, claims: [claim.id] },
        ...given,
      }),
    )
  return { editor, checker, article, claim, other, put }
}

type Item = z.input<typeof answerSchema>['items'][number]

/** Sends an answer as the page does. */
export const answer = (secret: string, items: Item[], revision = 1) =>
  sendAnswer(answerSchema.parse({ secret, revision, items }))

/** The lines of history about a question, the oldest first. */
export const linesAbout = async (id: string) =>
  db().event.findMany({ where: { subjectId: id }, orderBy: { position: 'asc' } })
