import { acknowledgeCorrection, approveCorrection, startCorrection } from '@/domain/correction/commands'
import { startCorrectionSchema } from '@/domain/correction/schema'
import type { z } from 'zod'
import { randomBytes } from 'node:crypto'
import { db } from '@/prisma/client'
import { makeArticle, makeUser, type MadeArticle, type MadeUser } from './factories'

export type Bench = {
  editor: MadeUser
  second: MadeUser
  checker: MadeUser
  article: MadeArticle
  name: string
}

/** Ten letters that no other statement contains. */
export const unheardOf = () =>
  Array.from(randomBytes(10), (byte) => String.fromCharCode(97 + (byte % 26))).join('')

/** Two editors, a checker and an article about a bridge that no other article mentions. */
export async function bench(): Promise<Bench> {
  const [editor, second, checker] = await Promise.all([makeUser(), makeUser(), makeUser({ role: 'checker' })])
  const name = `S${unheardOf()} ${unheardOf()} ${unheardOf()} ${unheardOf()} ${unheardOf()}`
  const article = await makeArticle(editor.actor, {
    text: `${name} opened in 1998. It carries nine thousand cars a day.\n\nNobody counted the bicycles.`,
    claims: [{ quote: `${name} opened in 1998` }, { quote: 'It carries nine thousand cars a day' }],
  })
  return { editor, second, checker, article, name }
}

type Input = Partial<z.input<typeof startCorrectionSchema>>

/** The fields of a correction of the bridge's year, complete enough to approve. */
export const wholeOf = ({ article, name }: Bench): z.input<typeof startCorrectionSchema> => ({
  articleId: article.id,
  claimId: article.claims[0]?.id,
  kind: 'correction',
  severity: 'minor',
  quote: `${name} opened in 1998`,
  replacement: `${name} opened in 1996`,
  wrong: 'The year was wrong.',
  right: 'The bridge opened in 1996.',
  note: `An earlier version gave the wrong year for the opening of ${name}. It opened in 1996.`,
})

export const start = (made: Bench, given: Input = {}, by = made.editor) =>
  startCorrection(by.actor, startCorrectionSchema.parse({ ...wholeOf(made), ...given }))

/** The stored correction. */
export const stored = (id: string) => db().correction.findUniqueOrThrow({ where: { id } })

/** A correction that an editor approved, at version 3. */
export async function approved(made: Bench, given: Input = {}): Promise<string> {
  const { id } = await start(made, given)
  await acknowledgeCorrection(made.editor.actor, { id, version: 1 })
  await approveCorrection(made.editor.actor, { id, version: 2 })
  return id
}
