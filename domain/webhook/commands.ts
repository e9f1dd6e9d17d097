import 'server-only'
import type { z } from 'zod'
import { changedFields } from '@/domain/claim/rules'
import { forbidden, invalid, ruleBroken } from '@/domain/errors'
import { recordEvent } from '@/domain/history/record'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { settings } from '@/services/settings'
import { inTransaction } from '@/services/transaction'
import { OutboundRefusal } from '@/services/outbound/refusal'
import { registrableUrl } from '@/services/outbound/send'
import { newSecret } from '@/services/outbound/sign'
import { openWebhook } from './open'
import type { Payload } from './shape'
import { deliveryOf } from '@/domain/delivery/write'
import { ACTIVE_MAX, PING } from './rules'
import type { AddWebhook, ChangeWebhook, pingWebhookSchema } from './schema'
import { writeWebhook } from './write'

/** Checks the address outside any transaction, because looking up its name may take long. */
async function checkedUrl(url: string): Promise<string> {
  try {
    return await registrableUrl(url, { allowPrivate: settings().allowPrivateAddresses })
  } catch (error) {
    if (!(error instanceof OutboundRefusal)) throw error
    throw invalid([{ path: 'url', key: error.code === 'address' ? 'urlInvalid' : 'webhookAddressRefused' }])
  }
}

/** Checks that one more address may be active. Callers wait for each other. */
async function requireRoom(tx: Tx, url: string, except?: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('factdesk.webhook', 0))`
  const active = await tx.webhook.findMany({
    where: { disabledAt: null, ...(except && { id: { not: except } }) },
    select: { url: true },
    take: ACTIVE_MAX,
  })
  if (active.some((one) => one.url === url)) throw ruleBroken('url', 'webhookExists')
  if (active.length >= ACTIVE_MAX) throw ruleBroken('url', 'webhookTooMany', { max: ACTIVE_MAX })
}

/** Registers an address. @returns the secret that signs its messages, which is shown only once */
export async function addWebhook(actor: Actor, input: AddWebhook): Promise<{ id: string; secret: string }> {
  if (!may(actor, 'manageWebhooks')) throw forbidden()
  const url = await checkedUrl(input.url)
  const [id, secret, { events }] = [newId(), newSecret(), input]
  await inTransaction(async (tx) => {
    await requireRoom(tx, url)
    await tx.webhook.create({ data: { id, url, events, secret, createdById: actor.id, createdAt: now() } })
    await recordEvent(tx, { actor, verb: 'webhook.added', subjectId: id, after: { url, events } })
  })
  return { id, secret }
}

/** Changes an address and its events, or disables or enables it. */
export async function changeWebhook(actor: Actor, input: ChangeWebhook): Promise<void> {
  if (!may(actor, 'manageWebhooks')) throw forbidden()
  const { id, ...given } = input
  const url = given.url === undefined ? undefined : await checkedUrl(given.url)
  await inTransaction(async (tx) => {
    const webhook = await openWebhook(tx, id)
    const changes = changedFields(webhook, { ...given, url })
    if (!changes) return
    const stands = !(changes.disabled ?? webhook.disabled)
    if (stands && (changes.url !== undefined || changes.disabled === false))
      await requireRoom(tx, changes.url ?? webhook.url, webhook.id)
    await writeWebhook(tx, actor, webhook, changes)
  })
}

/** Sends a test event to an address. */
export async function pingWebhook(actor: Actor, input: z.output<typeof pingWebhookSchema>): Promise<void> {
  if (!may(actor, 'manageWebhooks')) throw forbidden()
  await inTransaction(async (tx) => {
    const webhook = await openWebhook(tx, input.id)
    if (webhook.disabled) throw ruleBroken('id', 'webhookDisabled')
    const at = now()
    const payload: Payload = {
      id: newId(),
      event: PING,
      at: at.toISOString(),
      newsroom: settings().newsroomName,
      subject: { id: webhook.id },
    }
    await tx.delivery.create({ data: deliveryOf(webhook.id, payload, at) })
    await recordEvent(tx, { actor, verb: 'webhook.tested', subjectId: webhook.id })
  })
}
