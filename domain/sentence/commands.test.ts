import { expect, it } from 'vitest'
import { reviseArticle } from '@/domain/revision/commands'
import { makeArticle, makeUser } from '@/tests/factories'
import { refusal } from '@/tests/refusal'
import { passSentences } from './commands'

it('sentences of an older text are refused with the current article', async () => {
  const { actor } = await makeUser({ role: 'editor' })
  const { id: articleId } = await makeArticle(actor, { text: 'The bridge is long.' })
  await reviseArticle(actor, { articleId, text: 'The bridge is short.', requestKey: articleId })
  const late = { articleId, revision: 1, positions: [0], passed: true }
  expect(await refusal(passSentences(actor, late))).toMatchObject({
    code: 'conflict',
    key: 'textChanged',
    current: { id: articleId, revision: 2, text: 'The bridge is short.', claims: [] },
  })
})
