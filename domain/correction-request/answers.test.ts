import { afterEach, describe, expect, it } from 'vitest'
import { closeCorrectionRequest, startCorrection } from '@/domain/correction/commands'
import { startCorrectionSchema } from '@/domain/correction/schema'
import { issuesOf } from '@/domain/errors'
import { db } from '@/prisma/client'
import { setClock } from '@/services/clock'
import { newId } from '@/services/ids'
import { send } from '@/tests/correction-requests'
import { makeUser, type MadeUser } from '@/tests/factories'
import { makeCorrection, makeNewsroom } from '@/tests/published-corrections'
import { race, refusal } from '@/tests/refusal'
import { answerCorrectionRequest } from './commands'
import { correctionRequestsOf, getRequestStatus } from './queries'
import { ANSWER_MAX, ANSWERS_MAX } from './rules'
import { answerRequestSchema } from './schema'

afterEach(() => setClock())

describe('an answer to the sender', () => {
  const answer = (by: MadeUser, id: string, text: string, requestKey = newId()) =>
    answerCorrectionRequest(by.actor, answerRequestSchema.parse({ id, text, requestKey }))

  it('stands on the private page without a name, and in the history', async () => {
    const [editor, { article }] = [await makeUser(), await makeNewsroom()]
    await makeCorrection({ articleId: article.id })
    const { secret, row } = await send({ articleId: article.id, email: 'reader@example.org' })
    await answer(editor, row.id, 'Thank you.\nWe asked the archive.')
    setClock(new Date(Date.now() + 60_000))
    await answer(editor, row.id, 'شكرًا، صحّحنا السنة.')
    const { answers } = await getRequestStatus(secret)
    expect(answers.map(({ text }) => text)).toEqual([
      'Thank you.\nWe asked the archive.',
      'شكرًا، صحّحنا السنة.',
    ])
    expect(JSON.stringify(answers)).not.toContain(editor.actor.id)
    const lines = await db().event.findMany({ where: { subjectId: row.id }, orderBy: { position: 'asc' } })
    expect(lines.map(({ verb, articleId, after }) => ({ verb, articleId, after }))).toEqual(
      answers.map(({ text }) => ({
        ...{ verb: 'correction_request.answered', articleId: article.id, after: { text } },
      })),
    )
  })

  it('is written once, however often it is sent', async () => {
    const editor = await makeUser()
    const { secret, row } = await send()
    const key = newId()
    const { done, refused } = await race([1, 2, 3].map(() => answer(editor, row.id, 'Thank you.', key)))
    expect(refused).toEqual([])
    expect(new Set(done.map(({ id }) => id)).size).toBe(1)
    expect((await getRequestStatus(secret)).answers).toHaveLength(1)
    const other = await refusal(answer(editor, row.id, 'Other words.', key))
    expect(other.key).toBe('keyUsedAgain')
  })

  it('may come after the request was closed, and at most so many times', async () => {
    const editor = await makeUser()
    const { secret, row } = await send()
    await closeCorrectionRequest(editor.actor, { id: row.id, why: 'Nothing to correct.' })
    for (let n = 1; n <= ANSWERS_MAX; n += 1) await answer(editor, row.id, `Answer ${n}`)
    expect((await refusal(answer(editor, row.id, 'One more'))).issues).toEqual([
      { path: 'text', key: 'requestAnswersFull', params: { max: ANSWERS_MAX } },
    ])
    expect((await getRequestStatus(secret)).answers).toHaveLength(ANSWERS_MAX)
  })

  it('is for editors, who alone see whose request it is', async () => {
    const [editor, checker] = [await makeUser(), await makeUser({ role: 'checker' })]
    const { article } = await makeNewsroom()
    await makeCorrection({ articleId: article.id })
    const { row } = await send({ articleId: article.id, name: 'R', email: 'reader@example.org' })
    expect((await refusal(answer(checker, row.id, 'Thank you.'))).code).toBe('forbidden')
    expect((await refusal(answer(editor, newId(), 'Thank you.'))).code).toBe('not_found')
    const { id } = await startCorrection(
      editor.actor,
      startCorrectionSchema.parse({
        ...{ articleId: article.id, kind: 'correction', severity: 'minor', correctionRequestId: row.id },
      }),
    )
    await answer(editor, row.id, 'Thank you.')
    const [seen, hidden] = await Promise.all(
      [editor, checker].map(async (by) => (await correctionRequestsOf(by.actor, id))[0]),
    )
    expect(seen?.sender).toEqual({ name: 'R', email: 'reader@example.org' })
    expect(hidden).toMatchObject({ sender: null, may: { answer: false } })
    expect(JSON.stringify(hidden)).not.toContain('reader@example.org')
    expect(hidden?.answers.map(({ text, by }) => [text, by.id])).toEqual([['Thank you.', editor.actor.id]])
  })

  it.each([
    ['', 'required'],
    [' \u200b\u00ad\n', 'required'],
    ['x'.repeat(ANSWER_MAX + 1), 'tooLong'],
  ])('%j says nothing or too much', (text, key) => {
    const parsed = answerRequestSchema.safeParse({ id: newId(), text, requestKey: newId() })
    expect(parsed.error && issuesOf(parsed.error)).toMatchObject([{ path: 'text', key }])
  })
})
