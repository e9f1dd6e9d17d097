import { beforeAll, describe, expect, it } from 'vitest'
import { anchorClaim } from '@/domain/anchor/commands'
import { withdrawClaim } from '@/domain/claim/commands'
import { getClaim } from '@/domain/claim/queries'
import { changeClaim } from '@/domain/review/commands'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { newId } from '@/services/ids'
import { makeArticle, makeUser } from '@/tests/factories'
import { race, refusal } from '@/tests/refusal'
import { signOffAsRead } from '@/tests/sign-off'
import { proposeWording } from './commands'
import { proposeWordingSchema } from './schema'

let editor: Actor
let checker: Actor
let viewer: Actor
beforeAll(async () => {
  const made = await Promise.all([
    makeUser({ role: 'editor' }),
    makeUser({ role: 'checker' }),
    makeUser({ role: 'viewer' }),
  ])
  ;[editor, checker, viewer] = [made[0].actor, made[1].actor, made[2].actor]
})

async function aClaim() {
  const { claims } = await makeArticle(editor)
  const [claim] = claims
  if (!claim) throw new Error('The article has no claim')
  return claim
}

const propose = (id: string, version: number, fields: object, actor = checker) =>
  proposeWording(
    actor,
    proposeWordingSchema.parse({ id, version, replacement: 'The bridge opened in 1999', ...fields }),
  )
const proposalNow = async (id: string) => (await getClaim(viewer, id)).proposal
const lines = (claimId: string) =>
  db().event.findMany({
    where: { claimId, verb: 'claim.wording_proposed' },
    orderBy: { position: 'asc' },
  })

describe('proposing a wording', () => {
  it('stores it, records each change once in history, and takes it back whole', async () => {
    const { id } = await aClaim()
    expect(await propose(id, 1, { reason: 'The log.' })).toBe(2)
    expect(await propose(id, 1, { reason: 'The log.' })).toBe(2)
    const stored = { kind: 'correction', replacement: 'The bridge opened in 1999', reason: 'The log.' }
    expect(await proposalNow(id)).toEqual(stored)
    expect(await propose(id, 2, { reason: 'The log of May.' })).toBe(3)
    expect(await propose(id, 3, { replacement: null })).toBe(4)
    expect(await proposalNow(id)).toBeNull()
    expect((await lines(id)).map(({ before, after }) => ({ before, after }))).toEqual([
      { before: { proposed: '', why: '' }, after: { proposed: stored.replacement, why: 'The log.' } },
      { before: { why: 'The log.' }, after: { why: 'The log of May.' } },
      {
        before: { proposed: stored.replacement, why: 'The log of May.' },
        after: { proposed: '', why: '' },
      },
    ])
  })

  it('is refused to viewers, for unknown and withdrawn claims, and with the claim’s own words', async () => {
    const { id, quote } = await aClaim()
    expect((await refusal(propose(id, 1, {}, viewer))).code).toBe('forbidden')
    expect((await refusal(propose(newId(), 1, {}))).code).toBe('not_found')
    for (const [fields, key] of [
      [{ replacement: quote }, 'proposalIsQuote'],
      [{ replacement: '', reason: 'The log.' }, 'required'],
    ] as const)
      expect(await refusal(propose(id, 1, fields))).toMatchObject({
        code: 'rule',
        issues: [{ path: 'replacement', key }],
      })
    await withdrawClaim(checker, { id, version: 1 })
    expect(await refusal(propose(id, 2, {}))).toMatchObject({ code: 'conflict', key: 'claimWithdrawn' })
  })

  it('stands beside a verdict and a plan that others wrote meanwhile, and history says so', async () => {
    const { id } = await aClaim()
    await changeClaim(editor, { id, version: 1, status: 'disputed', finding: 'It opened in 1999.' })
    await changeClaim(editor, { id, version: 2, priority: 'high' })
    expect(await propose(id, 1, {})).toBe(4)
    expect((await lines(id))[0]?.after).toMatchObject({ mergedWith: ['priority', 'verdict'] })
    await changeClaim(editor, { id, version: 3, status: 'needs_source' })
    expect(await proposalNow(id)).not.toBeNull()
  })

  it('of another person meanwhile, or of words that meanwhile became others, is a conflict', async () => {
    const { id } = await aClaim()
    const { done, refused } = await race(
      ['in May', 'in June'].map((replacement) => propose(id, 1, { replacement })),
    )
    expect(done).toEqual([2])
    expect(refused).toMatchObject([
      { code: 'conflict', current: { version: 2, proposal: await proposalNow(id) } },
    ])
    const moved = await aClaim()
    await anchorClaim(editor, { id: moved.id, version: 1, revision: 1, quote: 'The bridge opened' })
    expect(await refusal(propose(moved.id, 1, {}))).toMatchObject({
      code: 'conflict',
      current: { quote: 'The bridge opened' },
    })
  })

  it('leaves a sign-off in force, which never covered it', async () => {
    const { id } = await aClaim()
    await changeClaim(checker, { id, version: 1, status: 'disputed', finding: 'It opened in 1999.' })
    const signed = await signOffAsRead(editor, { id, version: 2 })
    await propose(id, Number(signed), {})
    expect((await getClaim(viewer, id)).signedOffAt).not.toBeNull()
  })
})
