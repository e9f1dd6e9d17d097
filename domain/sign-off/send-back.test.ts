import { describe, expect, it } from 'vitest'
import { getClaim } from '@/domain/claim/queries'
import { changeClaim } from '@/domain/review/commands'
import { getMyWork } from '@/domain/work/queries'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { call, faults } from '@/tests/api'
import { changeTogether } from '@/tests/bulk'
import { makeArticle, makeUser } from '@/tests/factories'
import { refusal } from '@/tests/refusal'
import { sendBack, signOffClaim } from './commands'

async function disputed() {
  const [checker, editor] = await Promise.all([makeUser({ role: 'checker' }), makeUser()])
  const article = await makeArticle(editor.actor)
  const [claim, open] = article.claims
  if (!claim || !open) throw new Error('no claim')
  await changeClaim(checker.actor, { id: claim.id, version: 1, status: 'disputed', finding: 'It was 1999.' })
  return { checker, editor, id: claim.id, open: open.id }
}

const seen = async (actor: Actor, id: string) => {
  const { version, digest } = await getClaim(actor, id)
  return { id, version, digest }
}

const sentBackIds = async (actor: Actor) => (await getMyWork(actor)).sentBack.items.map(({ id }) => id)

describe('a verdict that is sent back', () => {
  it('is unreviewed, keeps its finding, and is work of the person who gave it until there is a new one', async () => {
    const { checker, editor, id } = await disputed()
    const why = 'أي سجل؟ السنة لا تكفي.'
    await sendBack(editor.actor, { ...(await seen(editor.actor, id)), why })
    expect(await getClaim(checker.actor, id)).toMatchObject({
      ...{ status: 'unreviewed', finding: 'It was 1999.', reviewer: null },
      sentBack: { why, by: { id: editor.actor.id }, to: { id: checker.actor.id } },
    })
    expect(await sentBackIds(checker.actor)).toEqual([id])
    expect(await sentBackIds(editor.actor)).toEqual([])
    const { version } = await getClaim(checker.actor, id)
    await changeClaim(checker.actor, { id, version, status: 'disputed', finding: 'The log says 1999.' })
    expect((await getClaim(checker.actor, id)).sentBack).toBeNull()
    expect(await sentBackIds(checker.actor)).toEqual([])
    await signOffClaim(editor.actor, await seen(editor.actor, id))
    const lines = await db().event.findMany({ where: { claimId: id }, orderBy: { position: 'asc' } })
    expect(lines.map(({ verb }) => verb)).toEqual([
      ...['claim.reviewed', 'claim.sent_back', 'claim.reviewed', 'claim.signed_off'],
    ])
    expect(lines.find(({ verb }) => verb === 'claim.sent_back')).toMatchObject({
      before: { status: 'disputed' },
      after: { status: 'unreviewed', why },
    })
  })

  it('ends its sign-off, and sending it back again changes nothing', async () => {
    const { editor, id } = await disputed()
    await signOffClaim(editor.actor, await seen(editor.actor, id))
    const back = { ...(await seen(editor.actor, id)), why: 'The wrong year after all.' }
    const version = await sendBack(editor.actor, back)
    expect(await sendBack(editor.actor, back)).toBe(version)
    expect(await db().claim.findUniqueOrThrow({ where: { id } })).toMatchObject({
      version,
      signedOffById: null,
    })
  })

  it('ends with a new verdict that many claims get at once', async () => {
    const { checker, editor, id } = await disputed()
    await sendBack(editor.actor, { ...(await seen(editor.actor, id)), why: 'Which log?' })
    const { version } = await getClaim(checker.actor, id)
    await changeTogether(checker.actor, [{ id, version }], { priority: 'high' })
    expect((await getClaim(checker.actor, id)).sentBack).toMatchObject({ why: 'Which log?' })
    await changeTogether(checker.actor, [{ id, version: version + 1 }], { status: 'needs_source' })
    expect(await getClaim(checker.actor, id)).toMatchObject({ status: 'needs_source', sentBack: null })
  })

  it('was seen by a second person who may sign off: anything else is refused', async () => {
    const { checker, editor, id, open } = await disputed()
    const why = 'No.'
    const older = { ...(await seen(editor.actor, id)), why }
    expect(await refusal(sendBack(checker.actor, older))).toMatchObject({ code: 'forbidden' })
    expect(await refusal(sendBack(editor.actor, { ...(await seen(editor.actor, open)), why }))).toMatchObject(
      {
        key: 'sendBackUnreviewed',
      },
    )
    await changeClaim(checker.actor, { id, version: 2, finding: 'In 1998.' })
    expect(await refusal(sendBack(editor.actor, older))).toMatchObject({ code: 'conflict', current: { id } })
    await changeClaim(editor.actor, { id, version: 3, finding: 'In 1997.' })
    expect(await refusal(sendBack(editor.actor, { ...(await seen(editor.actor, id)), why }))).toMatchObject({
      key: 'sendBackOwn',
    })
  })

  it.each([
    ['no reason', '', 'why required'],
    ['an invisible reason', '\u200B', 'why required'],
    ['too long a reason', 'ق'.repeat(2_001), 'why tooLong'],
  ])('needs a reason that can be read: %s', async (_, why, fault) => {
    const { editor, id } = await disputed()
    const { version, digest } = await seen(editor.actor, id)
    const answer = await call(editor.token, 'POST', `/claims/${id}/send-back`, {
      body: { version, digest, why },
    })
    expect([answer.status, faults(answer)]).toEqual([422, [fault]])
  })
})
