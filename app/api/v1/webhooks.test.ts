import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pingWebhook } from '@/domain/webhook/commands'
import { deliverDue } from '@/domain/delivery/worker'
import { db } from '@/prisma/client'
import { call, faults } from '@/tests/api'
import { makeUser, unique, type MadeUser } from '@/tests/factories'
import { withOwnDatabase } from '@/tests/own-database'
import { status, withReceiver } from '@/tests/receiver'

type Webhook = { id: string; url: string; secret?: string; disabledAt: string | null }
type Delivery = { id: string; state: string; attempts: number; answer: string; event: string }
type Page<T> = { items: T[]; next: string | null }

withOwnDatabase()
const receiver = withReceiver()
let admin: MadeUser
beforeAll(async () => {
  admin = await makeUser({ role: 'admin' })
})
beforeEach(() => {
  process.env.FACTDESK_ALLOW_PRIVATE_ADDRESSES = 'on'
})

const add = (body: object) => call<Webhook>(admin.token, 'POST', '/webhooks', { body })
const newUrl = () => receiver.url(`/${unique()}`)

describe('webhooks', () => {
  it('are registered, listed without their secret, changed and disabled', async () => {
    const url = newUrl()
    const added = await add({ url, events: ['claim.reviewed', 'report.issued'] })
    expect(added.status).toBe(201)
    const { secret = '', ...rest } = added.body
    expect(secret).toMatch(/^whsec_/)
    expect(rest).toMatchObject({ url, disabledAt: null })
    const listed = await call<Page<Webhook>>(admin.token, 'GET', '/webhooks?limit=1')
    expect(listed.body.items).toEqual([rest])
    expect(listed.text).not.toContain(secret)
    const path = `/webhooks/${rest.id}`
    const changed = await call<Webhook>(admin.token, 'PATCH', path, { body: { events: ['claim.made'] } })
    expect(changed.body).toEqual({ ...rest, events: ['claim.made'] })
    const ended = await call<Webhook>(admin.token, 'PATCH', path, { body: { disabled: true } })
    expect([ended.status, typeof ended.body.disabledAt]).toEqual([200, 'string'])
  })

  it('are listed in pages that together are complete', async () => {
    const made = []
    for (let n = 0; n < 3; n += 1) made.push((await add({ url: newUrl(), events: ['claim.made'] })).body.id)
    const seen: string[] = []
    for (let next: string | null = ''; next !== null;) {
      const query: string = next ? `&after=${next}` : ''
      const { body } = await call<Page<Webhook>>(admin.token, 'GET', `/webhooks?limit=2${query}`)
      seen.push(...body.items.map((one) => one.id))
      next = body.next
    }
    expect(seen.slice(0, 3)).toEqual(made.reverse())
    expect(seen).toHaveLength(await db().webhook.count())
  })

  it.each([
    [{ url: 'http://10.0.0.1/a', events: ['claim.made'] }, ['url webhookAddressRefused']],
    [{ url: 'nowhere', events: ['claim.made'] }, ['url urlInvalid']],
    [{ url: 'https://example.org/', events: [] }, ['events webhookNeedsEvent']],
    [{ url: 'https://example.org/', events: ['claim.gone'] }, ['events.0 notOneOf']],
    [{ events: ['claim.made'] }, ['url required']],
    [{ url: 'https://example.org/', events: ['claim.made'], secret: 'x' }, ['secret unknownField']],
  ])('with wrong fields are refused: %j', async (body, wrong) => {
    process.env.FACTDESK_ALLOW_PRIVATE_ADDRESSES = 'off'
    const answer = await call(admin.token, 'POST', '/webhooks', { body })
    expect([answer.status, faults(answer)]).toEqual([422, wrong])
  })

  it.each(['viewer', 'checker', 'editor'] as const)('are closed to a %s', async (role) => {
    const { token } = await makeUser({ role })
    const { body } = await add({ url: newUrl(), events: ['claim.made'] })
    for (const [method, path, sent] of [
      ['GET', '/webhooks'],
      ['POST', '/webhooks', { url: newUrl(), events: ['claim.made'] }],
      ['PATCH', `/webhooks/${body.id}`, { disabled: true }],
      ['GET', `/webhooks/${body.id}/deliveries`],
      ['POST', `/deliveries/${body.id}/resend`],
    ] as const)
      expect((await call(token, method, path, { body: sent })).status).toBe(403)
    expect((await call(null, 'GET', '/webhooks')).status).toBe(401)
    expect((await call(null, 'POST', `/deliveries/${body.id}/resend`)).status).toBe(401)
  })
})

describe('deliveries', () => {
  it('are listed with their outcome, and sent again', async () => {
    const { body: made } = await add({ url: newUrl(), events: ['claim.made'] })
    receiver.answer = status(503)
    await pingWebhook(admin.actor, { id: made.id })
    await deliverDue({ allowPrivate: true })
    const list = () => call<Page<Delivery>>(admin.token, 'GET', `/webhooks/${made.id}/deliveries`)
    const [line] = (await list()).body.items
    expect(line).toMatchObject({ event: 'ping', state: 'waiting', attempts: 1, answer: '503' })
    receiver.answer = status(204)
    const again = await call<Delivery>(admin.token, 'POST', `/deliveries/${line?.id}/resend`)
    expect([again.status, again.body.attempts]).toEqual([202, 0])
    await deliverDue({ allowPrivate: true })
    expect((await list()).body.items).toMatchObject([{ state: 'delivered', attempts: 1, answer: '204' }])
  })

  it('are not found for an unknown webhook', async () => {
    const nobody = '01a20000-0000-7000-8000-000000000000'
    expect((await call(admin.token, 'GET', `/webhooks/${nobody}/deliveries`)).status).toBe(404)
    expect((await call(admin.token, 'POST', `/deliveries/${nobody}/resend`)).status).toBe(404)
    expect((await call(admin.token, 'PATCH', '/webhooks/none', { body: {} })).status).toBe(404)
    expect((await call(admin.token, 'GET', '/webhooks?after=x')).status).toBe(400)
  })
})
