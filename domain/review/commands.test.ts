import { beforeAll, describe, expect, it } from 'vitest'
import { makeClaim, withdrawClaim } from '@/domain/claim/commands'
import type { Claim } from '@/domain/claim/shape'
import { addSource } from '@/domain/source/commands'
import { addSourceSchema } from '@/domain/source/schema'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { newId } from '@/services/ids'
import { makeArticle, makeUser, type MadeClaim } from '@/tests/factories'
import { race, refusal } from '@/tests/refusal'
import { changeClaim } from './commands'

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

const read = (id: string) => db().claim.findUniqueOrThrow({ where: { id } })
const events = (claimId: string) =>
  db().event.findMany({ where: { claimId }, orderBy: { position: 'asc' }, include: { actor: true } })

async function aClaim(): Promise<MadeClaim & { articleId: string }> {
  const article = await makeArticle(editor)
  const [claim] = article.claims
  if (!claim) throw new Error('The article has no claim')
  return { ...claim, articleId: article.id }
}

const support = (claimId: string) =>
  addSource(checker, addSourceSchema.parse({ claimId, title: 'The yearbook', stance: 'supports' }))

describe('rules of a verdict', () => {
  it('verified needs a supporting source', async () => {
    const { id } = await aClaim()
    const refused = await refusal(changeClaim(checker, { id, version: 1, status: 'verified' }))
    expect(refused).toMatchObject({ code: 'rule', key: 'verifiedNeedsSource', issues: [{ path: 'status' }] })
    await addSource(checker, addSourceSchema.parse({ claimId: id, title: 'Elsewhere', stance: 'context' }))
    expect((await refusal(changeClaim(checker, { id, version: 1, status: 'verified' }))).code).toBe('rule')
    expect(await read(id)).toMatchObject({ status: 'unreviewed', version: 1, reviewedById: null })
    await support(id)
    expect(await changeClaim(checker, { id, version: 1, status: 'verified' })).toBe(2)
    expect(await read(id)).toMatchObject({ status: 'verified', reviewedById: checker.id })
  })

  it('disputed needs a finding, which cannot be emptied while the status stays', async () => {
    const { id } = await aClaim()
    const refused = await refusal(changeClaim(checker, { id, version: 1, status: 'disputed' }))
    expect(refused).toMatchObject({ code: 'rule', key: 'disputedNeedsFinding' })
    const blank = changeClaim(checker, { id, version: 1, status: 'disputed', finding: ' \n' })
    expect((await refusal(blank)).key).toBe('disputedNeedsFinding')
    await changeClaim(checker, { id, version: 1, status: 'disputed', finding: 'It opened in 1999.' })
    const emptied = await refusal(changeClaim(checker, { id, version: 2, finding: '' }))
    expect(emptied.key).toBe('disputedNeedsFinding')
    expect(await read(id)).toMatchObject({ finding: 'It opened in 1999.', version: 2 })
  })

  it('a claim set back to unreviewed has no reviewer', async () => {
    const { id } = await aClaim()
    await changeClaim(checker, { id, version: 1, status: 'needs_source' })
    await changeClaim(checker, { id, version: 2, status: 'unreviewed' })
    expect(await read(id)).toMatchObject({ reviewedById: null, reviewedAt: null })
  })

  it('a new status or finding ends the sign-off, a change of the plan does not', async () => {
    const { id } = await aClaim()
    const signOff = () =>
      db().claim.update({ where: { id }, data: { signedOffById: editor.id, signedOffAt: new Date() } })
    await signOff()
    await changeClaim(checker, { id, version: 1, priority: 'high' })
    expect((await read(id)).signedOffById).toBe(editor.id)
    await changeClaim(checker, { id, version: 2, finding: 'Seen.' })
    expect(await read(id)).toMatchObject({ signedOffById: null, signedOffAt: null })
  })
})

describe('roles', () => {
  it('a viewer cannot change, make or withdraw claims', async () => {
    const { id, articleId } = await aClaim()
    for (const work of [
      () => changeClaim(viewer, { id, version: 1, finding: 'x' }),
      () => makeClaim(viewer, { articleId, revision: 1, quote: 'Nobody counted the bicycles' }),
      () => withdrawClaim(viewer, { id, version: 1 }),
    ])
      expect((await refusal(work())).code).toBe('forbidden')
    expect(await events(id)).toEqual([])
  })

  it('a checker plans a claim but cannot assign it', async () => {
    const { id } = await aClaim()
    const assigning = changeClaim(checker, { id, version: 1, assigneeId: checker.id, priority: 'high' })
    expect(await refusal(assigning)).toMatchObject({ code: 'forbidden', key: 'mayNotAssign' })
    expect((await read(id)).priority).toBe('normal')
    expect(await changeClaim(checker, { id, version: 1, priority: 'high' })).toBe(2)
  })

  it('claims cannot be assigned to a viewer, a person who left or an unknown person', async () => {
    const { id } = await aClaim()
    const gone = (await makeUser({ role: 'checker' })).actor.id
    await db().user.update({ where: { id: gone }, data: { deactivatedAt: new Date() } })
    for (const assigneeId of [viewer.id, gone, newId()]) {
      const refused = await refusal(changeClaim(editor, { id, version: 1, assigneeId }))
      expect(refused).toMatchObject({ code: 'rule', key: 'cannotBeAssigned' })
    }
  })

  it('an unknown claim is not found', async () => {
    const none = changeClaim(checker, { id: newId(), version: 1, finding: 'x' })
    expect((await refusal(none)).code).toBe('not_found')
  })
})

describe('two people writing one claim', () => {
  it('the second to save gets the current claim, and nothing is overwritten', async () => {
    const { id } = await aClaim()
    await changeClaim(editor, { id, version: 1, finding: 'First.' })
    const refused = await refusal(changeClaim(checker, { id, version: 1, finding: 'Second.' }))
    expect(refused).toMatchObject({ code: 'conflict', key: 'conflict' })
    expect(refused.current as Claim).toMatchObject({ id, version: 2, finding: 'First.' })
    expect((await read(id)).finding).toBe('First.')
    expect(await changeClaim(checker, { id, version: 2, finding: 'Second.' })).toBe(3)
    const lines = await events(id)
    expect(lines.map((line) => [line.actor.name, line.before, line.after])).toEqual([
      [editor.name, { finding: '' }, { finding: 'First.' }],
      [checker.name, { finding: 'First.' }, { finding: 'Second.' }],
    ])
  })

  it('a status and a finding from one version conflict, since they are one verdict', async () => {
    const { id } = await aClaim()
    await changeClaim(editor, { id, version: 1, status: 'needs_source' })
    expect((await refusal(changeClaim(checker, { id, version: 1, finding: 'x' }))).code).toBe('conflict')
  })

  it('changes of different parts from one version are kept beside each other, and history says so', async () => {
    const { id } = await aClaim()
    await changeClaim(checker, { id, version: 1, status: 'needs_source', finding: 'لا مصدر بعد.' })
    await changeClaim(editor, { id, version: 2, assigneeId: checker.id })
    expect(await changeClaim(editor, { id, version: 1, priority: 'high' })).toBe(4)
    const kept = { status: 'needs_source', finding: 'لا مصدر بعد.', assigneeId: checker.id, priority: 'high' }
    expect(await read(id)).toMatchObject(kept)
    const lines = await events(id)
    expect(lines.at(-1)).toMatchObject({
      actor: { name: editor.name },
      before: { priority: 'normal' },
      after: { priority: 'high', mergedWith: ['assignee', 'verdict'] },
    })
    expect(lines.slice(0, -1).map(({ after }) => after)).not.toContainEqual(
      expect.objectContaining({ mergedWith: expect.anything() as unknown }),
    )
  })

  it('a part changed on both sides is a conflict, also among others that were not', async () => {
    const { id } = await aClaim()
    await changeClaim(editor, { id, version: 1, priority: 'high' })
    const both = changeClaim(editor, { id, version: 1, priority: 'low', dueAt: new Date('2026-12-01') })
    expect((await refusal(both)).current).toMatchObject({ version: 2, priority: 'high', dueAt: null })
    expect(await read(id)).toMatchObject({ version: 2, dueAt: null })
  })

  it('a merge never breaks a rule of the claim as it is now', async () => {
    const { id } = await aClaim()
    await changeClaim(editor, { id, version: 1, priority: 'urgent' })
    await changeClaim(checker, { id, version: 2, status: 'disputed', finding: 'It was 1999.' })
    const lowered = await refusal(changeClaim(checker, { id, version: 2, priority: 'low' }))
    expect(lowered).toMatchObject({ code: 'rule', key: 'urgencyIsOwn' })
    expect((await refusal(changeClaim(checker, { id, version: 9, priority: 'high' }))).code).toBe('conflict')
  })

  it('a repeated request writes nothing, whatever its version', async () => {
    const { id } = await aClaim()
    const wanted = { id, version: 1, finding: 'Seen.', dueAt: new Date('2026-12-01T00:00:00Z') }
    expect(await changeClaim(checker, wanted)).toBe(2)
    expect(await changeClaim(checker, wanted)).toBe(2)
    expect(await changeClaim(checker, { id, version: 2 })).toBe(2)
    expect(await events(id)).toHaveLength(1)
  })

  it('one of eight simultaneous writes from one version succeeds, and history gets one line', async () => {
    const { id } = await aClaim()
    const { done, refused } = await race(
      Array.from({ length: 8 }, (_, n) => changeClaim(checker, { id, version: 1, finding: `Finding ${n}` })),
    )
    expect(done).toEqual([2])
    expect(refused.map((error) => error.code)).toEqual(Array(7).fill('conflict'))
    const claim = await read(id)
    const lines = await events(id)
    expect(claim.version).toBe(2)
    expect(lines.map((line) => line.after)).toEqual([{ finding: claim.finding }])
    for (const error of refused) expect(error.current).toMatchObject({ finding: claim.finding, version: 2 })
  })
})
