import { expect, test } from 'vitest'
import type { Actor } from '@/domain/user/policy'
import { forMeant } from './meant'

const actor = { id: 'one', name: 'One', role: 'checker' } as unknown as Actor
const read = (_: Actor, id: string) => Promise.resolve({ id, version: 4 })

test('forMeant runs the command for the claim that was meant and hides `meant` from it', async () => {
  const command = forMeant((_: Actor, input: { id: string; status: string }) => Promise.resolve(input), read)
  await expect(command(actor, { id: 'a', meant: 'a', status: 'verified' })).resolves.toEqual({
    id: 'a',
    status: 'verified',
  })
})

test.each(['b', '', 'A'])('forMeant refuses to run for claim a when %j was meant', async (meant) => {
  let ran = false
  const command = forMeant((_: Actor, __: { id: string }) => {
    ran = true
    return Promise.resolve()
  }, read)
  await expect(command(actor, { id: 'a', meant })).rejects.toMatchObject({
    code: 'conflict',
    key: 'otherClaim',
    current: { id: 'a', version: 4 },
  })
  expect(ran).toBe(false)
})
