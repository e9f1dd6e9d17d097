'use server'

import { resendDelivery } from '@/domain/delivery/commands'
import { resendDeliverySchema } from '@/domain/delivery/schema'
import { addWebhook, changeWebhook, pingWebhook } from '@/domain/webhook/commands'
import { addWebhookSchema, changeWebhookSchema, pingWebhookSchema } from '@/domain/webhook/schema'
import { formAction } from '@/app/server/action'

export const addWebhookAction = formAction(addWebhookSchema, addWebhook)

export const changeWebhookAction = formAction(changeWebhookSchema, changeWebhook)

export const pingWebhookAction = formAction(pingWebhookSchema, pingWebhook)

export const resendDeliveryAction = formAction(resendDeliverySchema, resendDelivery)
