import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listDeliveries } from '@/domain/delivery/queries'
import { deliverDue } from '@/domain/delivery/worker'
import { VERBS } from '@/domain/history/events'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { makeUser, unique } from '@/tests/factories'
import { withOwnDatabase } from '@/tests/own-database'
import { withReceiver } from '@/tests/receiver'
import { race, refusal } from '@/tests/refusal'
import { addWebhook, changeWebhook, pingWebhook } from './commands'
import { bodyOf } from './payload'
import { getWebhook, listWebhooks } from './queries'
import { ACTIVE_MAX, WEBHOOK_EVENTS } from './rules'
import { addWebhookSchema } from './schema'
import type { Payload } from './shape'

withOwnDatabase()
const receiver = withReceiver()
let admin: Actor
beforeAll(async () => {
  admin = (await makeUser({ role: 'admin' })).actor
})
beforeEach(async () => {
  process.env.FACTDESK_ALLOW_PRIVATE_ADDRESSES = 'on'
  await db().webhook.updateMany({ data: { disabledAt: new Date() } })
})

const add = (url = receiver.url(`/${unique()}`)) => addWebhook(admin, { url, events: ['claim.reviewed'] })
const eventsOf = (subjectId: string) => db().event.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })

describe('a webhook', () => {
  it('is registered with a secret that cannot be read again', async () => {
    const { id, secret } = await add()
    expect(secret).toMatch(/^whsec_/)
    const [read, listed, lines] = [await getWebhook(admin, id), await listWebhooks(admin), await eventsOf(id)]
    expect(read).toMatchObject({ events: ['claim.reviewed'], disabledAt: null, createdBy: { id: admin.id } })
    expect(JSON.stringify([read, listed, lines])).not.toContain(secret.replace('whsec_', ''))
    expect(lines.map((line) => line.verb)).toEqual(['webhook.added'])
  })

  it('is changed, disabled and enabled with a line of history each, and none when nothing changes', async () => {
    const { id } = await add()
    await changeWebhook(admin, { id, events: ['claim.reviewed'], disabled: false })
    await changeWebhook(admin, { id, events: ['article.revised', 'claim.reviewed'] })
    await changeWebhook(admin, { id, disabled: true })
    await changeWebhook(admin, { id, disabled: true })
    await changeWebhook(admin, { id, disabled: false })
    expect((await eventsOf(id)).slice(1).map(({ verb, before, after }) => [verb, before, after])).toEqual([
      ['webhook.changed', { events: ['claim.reviewed'] }, { events: ['article.revised', 'claim.reviewed'] }],
      ['webhook.disabled', { disabled: false }, { disabled: true }],
      ['webhook.enabled', { disabled: true }, { disabled: false }],
    ])
    expect((await getWebhook(admin, id)).disabledAt).toBeNull()
  })

  it('can receive a test event unless it is disabled', async () => {
    const { id } = await addWebhook(admin, { url: receiver.url('/try'), events: ['report.issued'] })
    await pingWebhook(admin, { id })
    await deliverDue({ allowPrivate: true })
    expect(receiver.at('/try').map((one) => one.payload)).toMatchObject([{ event: 'ping', subject: { id } }])
    await changeWebhook(admin, { id, disabled: true })
    expect(await refusal(pingWebhook(admin, { id }))).toMatchObject({ key: 'webhookDisabled' })
    expect((await listDeliveries(admin, { webhookId: id })).items).toHaveLength(1)
  })

  it('is registered once, even by two people at once, and again after the first is disabled', async () => {
    const url = receiver.url(`/${unique()}`)
    const { done, refused } = await race([add(url), add(url)])
    expect(done).toHaveLength(1)
    expect(refused.map((one) => one.issues)).toEqual([[{ path: 'url', key: 'webhookExists' }]])
    await changeWebhook(admin, { id: done[0]?.id ?? '', disabled: true })
    await add(url)
    expect(await refusal(changeWebhook(admin, { id: done[0]?.id ?? '', disabled: false }))).toMatchObject({
      key: 'webhookExists',
    })
  })

  it('is refused beyond the maximum number', async () => {
    for (let n = 0; n < ACTIVE_MAX; n += 1) await add()
    expect(await refusal(add())).toMatchObject({ key: 'webhookTooMany', params: { max: ACTIVE_MAX } })
  })

  it.each(['http://127.0.0.1:3000/', 'http://[::1]/', 'http://metadata.internal/', 'ftp://example.org/'])(
    'in the desk’s own network is refused, at first and later: %s',
    async (url) => {
      const { id } = await add()
      process.env.FACTDESK_ALLOW_PRIVATE_ADDRESSES = 'off'
      const issues = [{ path: 'url', key: 'webhookAddressRefused' }]
      expect((await refusal(add(url))).issues).toEqual(issues)
      expect((await refusal(changeWebhook(admin, { id, url }))).issues).toEqual(issues)
    },
  )

  it('with an invalid address or without events names the field', async () => {
    expect((await refusal(add('no address'))).issues).toEqual([{ path: 'url', key: 'urlInvalid' }])
    expect(addWebhookSchema.safeParse({ url: 'x', events: [] }).error?.issues[0]).toMatchObject({
      path: ['events'],
      message: 'webhookNeedsEvent',
    })
  })

  it.each(['viewer', 'checker', 'editor'] as const)('is forbidden to a %s', async (role) => {
    const { id } = await add()
    const { actor } = await makeUser({ role })
    const asked = [
      addWebhook(actor, { url: 'https://hooks.example.org/', events: ['claim.made'] }),
      changeWebhook(actor, { id, disabled: true }),
      pingWebhook(actor, { id }),
      listWebhooks(actor),
      getWebhook(actor, id),
      listDeliveries(actor, { webhookId: id }),
    ]
    for (const one of asked) expect(await refusal(one)).toMatchObject({ code: 'forbidden' })
  })
})

it('the events of webhooks are verbs of history', () => {
  const nouns = new Set(VERBS.map((verb) => verb.split('.')[0]))
  const known = WEBHOOK_EVENTS.filter((event) => nouns.has(event.split('.')[0]))
  expect(VERBS).toEqual(expect.arrayContaining(known))
  expect(known).toContain('claim.reviewed')
})

it('a payload has the same text whatever the order of its fields', () => {
  const payload: Payload = {
    id: 'a',
    event: 'ping',
    at: '2026-12-01T08:00:00.000Z',
    newsroom: 'غرفة الأخبار',
    subject: { id: 'b' },
  }
  const turned = Object.fromEntries(Object.entries(payload).reverse()) as Payload
  expect(bodyOf(turned)).toBe(JSON.stringify(payload))
})
