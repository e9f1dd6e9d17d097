import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { call, faults, type Problem } from '@/tests/api'
import { makeArticle, makeUser, unique } from '@/tests/factories'
import type { bulkChangeResult } from './bulk-shapes'

type Result = z.output<typeof bulkChangeResult>

let editor: { actor: Actor; token: string }
beforeAll(async () => {
  editor = await makeUser()
})

const send = <T = Result>(body: unknown, headers = {}, token = editor.token) =>
  call<T>(token, 'POST', '/claims/bulk', { body, headers })
const priorityOf = async (id: string) => (await db().claim.findUniqueOrThrow({ where: { id } })).priority

describe('POST /claims/bulk', () => {
  it('changes what a filter selects and answers with a result for each claim', async () => {
    const { id, claims } = await makeArticle(editor.actor)
    const { status, body } = await send({ filter: { article: id }, count: 2, change: { status: 'disputed' } })
    expect(status).toBe(200)
    expect(body).toMatchObject({ total: 2, waiting: 0, counts: { changed: 0, refused: 2 } })
    expect(body.items[0]).toMatchObject({
      id: claims[0]?.id,
      outcome: 'refused',
      refusal: 'disputedNeedsFinding',
      message: expect.stringMatching(/finding/i) as string,
      version: 1,
    })
    const arabic = await send(
      { filter: { article: id }, count: 2, change: { status: 'disputed' } },
      { 'accept-language': 'ar' },
    )
    expect(arabic.body.items[0]?.message).toMatch(/[\u0600-\u06ff]/)
  })

  it('answers 409 with the number now, and changes nothing', async () => {
    const { id, claims } = await makeArticle(editor.actor)
    const refused = await send<Problem>({ filter: { article: id }, count: 1, change: { priority: 'high' } })
    expect([refused.status, refused.body.current]).toEqual([409, { count: 2 }])
    expect(await priorityOf(claims[0]?.id ?? '')).toBe('normal')
  })

  it('runs once under one idempotency key and answers the same again', async () => {
    const { id, claims } = await makeArticle(editor.actor)
    const headers = { 'idempotency-key': unique() }
    const body = { filter: { article: id, priority: 'normal' }, count: 2, change: { priority: 'high' } }
    const first = await send(body, headers)
    const again = await send(body, headers)
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body).toEqual(first.body)
    const lines = await db().event.count({ where: { claimId: claims[0]?.id, verb: 'claim.planned' } })
    expect(lines).toBe(1)
    expect((await send({ ...body, change: { priority: 'low' } }, headers)).status).toBe(422)
  })

  it('is undone as a whole', async () => {
    const { claims } = await makeArticle(editor.actor)
    const seen = claims.map(({ id, version }) => ({ id, version }))
    const { body } = await send({ claims: seen, change: { assigneeIds: [editor.actor.id] } })
    const undone = await call<Result>(editor.token, 'POST', `/claims/bulk/${body.id}/undo`)
    expect(undone.body).toMatchObject({ undone: { changed: 2 }, items: [{ version: 3 }, { version: 3 }] })
    const stranger = await makeUser()
    expect((await call(stranger.token, 'POST', `/claims/bulk/${body.id}/undo`)).status).toBe(404)
  })

  it.each([
    [{ change: { priority: 'low' } }, ['claims bulkChoice']],
    [{ filter: { assigne: 'none' }, count: 1, change: { priority: 'low' } }, ['assigne unknownField']],
    [{ filter: { status: 'right' }, count: 1, change: { priority: 'low' } }, ['filter.status.0 notOneOf']],
    [{ filter: {}, change: { priority: 'low' } }, ['count required']],
    [{ filter: {}, count: 1, change: {} }, ['change bulkNothing']],
  ])('names the wrong field of %j', async (body, expected) => {
    const refused = await send<Problem>(body)
    expect([refused.status, faults(refused)]).toEqual([422, expected])
  })
})
