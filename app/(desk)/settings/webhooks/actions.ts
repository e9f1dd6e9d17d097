'use server'

import type { z } from 'zod'
import { resendDelivery } from '@/domain/delivery/commands'
import { resendDeliverySchema } from '@/domain/delivery/schema'
import { addWebhook, changeWebhook, pingWebhook } from '@/domain/webhook/commands'
import { addWebhookSchema, changeWebhookSchema, pingWebhookSchema } from '@/domain/webhook/schema'
import { formAction } from '@/services/action'

export async function addWebhookAction(input: z.input<typeof addWebhookSchema>) {
  return formAction(addWebhookSchema, addWebhook)(input)
}

export async function changeWebhookAction(input: z.input<typeof changeWebhookSchema>) {
  return formAction(changeWebhookSchema, changeWebhook)(input)
}

export async function pingWebhookAction(input: z.input<typeof pingWebhookSchema>) {
  return formAction(pingWebhookSchema, pingWebhook)(input)
}

export async function resendDeliveryAction(input: z.input<typeof resendDeliverySchema>) {
  return formAction(resendDeliverySchema, resendDelivery)(input)
}
