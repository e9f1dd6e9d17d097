import { z } from '@hono/zod-openapi'
import { resendDelivery } from '@/domain/delivery/commands'
import { deliveryList } from '@/domain/delivery/list'
import { getDelivery, listDeliveries } from '@/domain/delivery/queries'
import { delivery, deliveryPage } from '@/domain/delivery/shape'
import { addWebhook, changeWebhook } from '@/domain/webhook/commands'
import { webhookList } from '@/domain/webhook/list'
import { getWebhook, listWebhooks } from '@/domain/webhook/queries'
import { addWebhookSchema, changeWebhookSchema } from '@/domain/webhook/schema'
import { webhook, webhookPage } from '@/domain/webhook/shape'
import { operation } from './operation'
import { newRouter } from './router'
import { idOf, json, jsonBody, pageQuery, refusals, WRITE_REFUSALS } from './shapes'

export const webhooks = newRouter()

const list = operation({
  operationId: 'listWebhooks',
  may: 'manageWebhooks',
  method: 'get',
  path: '/webhooks',
  summary: 'The addresses that are told of what happens, newest first; for admins',
  request: { query: pageQuery(webhookList) },
  responses: { 200: json(webhookPage, 'A page of webhooks.'), ...refusals(400, 401, 403) },
})

webhooks.openapi(list, async (c) => c.json(await listWebhooks(c.var.actor, c.req.valid('query')), 200))

const newWebhook = z
  .object({
    ...webhook.shape,
    secret: z.string().openapi({ description: 'Signs what is sent (Standard Webhooks); shown this once.' }),
  })
  .openapi('NewWebhook')

const add = operation({
  operationId: 'addWebhook',
  may: 'manageWebhooks',
  method: 'post',
  path: '/webhooks',
  summary: 'Register an address; for admins',
  request: jsonBody(addWebhookSchema.strict()),
  responses: { 201: json(newWebhook, 'The webhook with its secret.'), ...refusals(...WRITE_REFUSALS) },
})

webhooks.openapi(add, async (c) => {
  const { id, secret } = await addWebhook(c.var.actor, c.req.valid('json'))
  return c.json({ ...(await getWebhook(c.var.actor, id)), secret }, 201)
})

const change = operation({
  operationId: 'changeWebhook',
  may: 'manageWebhooks',
  method: 'patch',
  path: '/webhooks/{id}',
  summary: 'Change, disable or enable a webhook: only the fields that are given; for admins',
  request: { params: idOf('webhook'), ...jsonBody(changeWebhookSchema.omit({ id: true }).strict()) },
  responses: { 200: json(webhook, 'The webhook after the change.'), ...refusals(...WRITE_REFUSALS) },
})

webhooks.openapi(change, async (c) => {
  const { id } = c.req.valid('param')
  await changeWebhook(c.var.actor, { id, ...c.req.valid('json') })
  return c.json(await getWebhook(c.var.actor, id), 200)
})

const deliveries = operation({
  operationId: 'listDeliveries',
  may: 'manageWebhooks',
  method: 'get',
  path: '/webhooks/{id}/deliveries',
  summary: 'What was and is to be sent to an address, newest first; for admins',
  request: { params: idOf('webhook'), query: pageQuery(deliveryList) },
  responses: { 200: json(deliveryPage, 'A page of deliveries.'), ...refusals(400, 401, 403, 404) },
})

webhooks.openapi(deliveries, async (c) => {
  const page = await listDeliveries(c.var.actor, {
    webhookId: c.req.valid('param').id,
    ...c.req.valid('query'),
  })
  return c.json(page, 200)
})

const resend = operation({
  operationId: 'resendDelivery',
  may: 'manageWebhooks',
  method: 'post',
  path: '/deliveries/{id}/resend',
  summary: 'Send a delivery again, from the first attempt on; for admins',
  request: { params: idOf('delivery') },
  responses: {
    202: json(delivery, 'The delivery, which waits to be sent.'),
    ...refusals(401, 403, 404, 422),
  },
})

webhooks.openapi(resend, async (c) => {
  const { id } = c.req.valid('param')
  await resendDelivery(c.var.actor, { id })
  return c.json(await getDelivery(c.var.actor, id), 202)
})
