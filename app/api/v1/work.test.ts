import { describe, expect, it } from 'vitest'
import { myWork } from '@/domain/work/shape'
import { call } from '@/tests/api'
import { makeArticle, makeUser } from '@/tests/factories'
import { changeClaim } from '@/domain/review/commands'

type Section = { total: number; items: { id: string; due: string | null; overdue: boolean }[] }
type Work = Record<'due' | 'assigned' | 'sentBack' | 'signOff' | 'corrections', Section> & {
  desk: object | null
}

describe('GET /me/work', () => {
  it('answers what waits for the holder of the token, as described', async () => {
    const editor = await makeUser({ role: 'editor' })
    const checker = await makeUser({ role: 'checker' })
    const article = await makeArticle(editor.actor, { deadline: '2020-01-01T00:00:00Z' })
    const [claim] = article.claims
    if (!claim) throw new Error('The article has claims')
    await changeClaim(editor.actor, { id: claim.id, version: 1, assigneeId: checker.actor.id })
    const { status, body } = await call<Work>(checker.token, 'GET', '/me/work')
    expect(status).toBe(200)
    expect(myWork.safeParse(body).error).toBeUndefined()
    expect(body.due).toMatchObject({
      total: 1,
      items: [{ id: claim.id, due: '2020-01-01T00:00:00.000Z', overdue: true }],
    })
    expect(body.desk).toBeNull()
    const other = await call<Work>(editor.token, 'GET', '/me/work')
    expect(myWork.safeParse(other.body).error).toBeUndefined()
    expect(other.body.due.total).toBe(0)
    expect(other.body.desk).not.toBeNull()
  })

  it('has what nobody sees who takes no work', async () => {
    const { body } = await call<Work>((await makeUser({ role: 'viewer' })).token, 'GET', '/me/work')
    expect([body.assigned.total, body.signOff.total, body.desk]).toEqual([0, 0, null])
  })

  it('is refused without a token', async () => {
    expect((await call(null, 'GET', '/me/work')).status).toBe(401)
  })
})
