import { expect, it } from 'vitest'
import { messagesOf } from '@/services/messages'
import { makeUser } from '@/tests/factories'
import { withOwnDatabase } from '@/tests/own-database'
import { refusal } from '@/tests/refusal'
import { changeWording } from './commands'

withOwnDatabase()

const key = { kind: 'clarification', language: 'ar' } as const

it('a wording that changed meanwhile is refused with the current one, also where the built-in one is in force', async () => {
  const { actor } = await makeUser({ role: 'editor' })
  const change = (version: number, text: string) => changeWording(actor, { ...key, version, text })
  const builtIn = messagesOf('ar').correction.wording.clarification
  expect(await refusal(change(3, 'توضيح'))).toMatchObject({
    code: 'conflict',
    current: { ...key, text: builtIn, version: 0, changedBy: null },
  })
  expect(await change(0, 'توضيح: «{right}»')).toBe(1)
  expect(await refusal(change(0, 'توضيح'))).toMatchObject({
    code: 'conflict',
    current: { ...key, text: 'توضيح: «{right}»', version: 1, changedBy: actor.name },
  })
})
