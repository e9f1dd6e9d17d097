import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/user/policy'
import { call, faults, type Problem } from '@/tests/api'
import { makeArticle, makeUser, type MadeUser } from '@/tests/factories'

type Claim = { version: number; proposal: { kind: string; replacement: string; reason: string } | null }

let checker: MadeUser
let viewer: MadeUser
let editor: Actor
beforeAll(async () => {
  checker = await makeUser({ role: 'checker' })
  viewer = await makeUser({ role: 'viewer' })
  editor = (await makeUser({ role: 'editor' })).actor
})

describe('PUT /claims/{id}/proposal', () => {
  it('proposes words, answers with the claim, and takes them back', async () => {
    const { claims } = await makeArticle(editor)
    const address = `/claims/${claims[0]?.id}/proposal`
    const put = (body: object, token = checker.token) => call<Claim>(token, 'PUT', address, { body })
    expect(await put({ version: 1, replacement: ' In 1999 ', reason: 'The log.' })).toMatchObject({
      status: 200,
      body: { version: 2, proposal: { kind: 'correction', replacement: 'In 1999', reason: 'The log.' } },
    })
    expect(await put({ version: 1, replacement: 'في ١٩٩٧' })).toMatchObject({
      status: 409,
      body: { current: { version: 2, proposal: { replacement: 'In 1999' } } },
    })
    expect(await put({ version: 2, replacement: null })).toMatchObject({
      status: 200,
      body: { version: 3, proposal: null },
    })
    expect((await put({ version: 3, replacement: 'x' }, viewer.token)).status).toBe(403)
  })

  it('names the wrong field', async () => {
    const { claims } = await makeArticle(editor)
    const faultsOf = async (body: object) =>
      faults(
        await call<Problem>(checker.token, 'PUT', `/claims/${claims[0]?.id}/proposal`, {
          body: { version: 1, ...body },
        }),
      )
    expect(await faultsOf({})).toEqual(['replacement required'])
    expect(await faultsOf({ replacement: 7 })).toEqual(['replacement wrongType'])
    expect(await faultsOf({ replacement: 'x'.repeat(5_001) })).toEqual(['replacement tooLong'])
    expect(await faultsOf({ replacement: claims[0]?.quote })).toEqual(['replacement proposalIsQuote'])
    expect(await faultsOf({ replacement: null, reason: 'The log.' })).toEqual(['replacement required'])
    expect(await faultsOf({ replacement: 'x', words: 'y' })).toEqual(['words unknownField'])
  })
})
