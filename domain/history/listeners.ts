import { webhookListener } from '@/domain/webhook/listener'
import type { Listener } from './listener'

/** The listeners that hear each line, in this order. */
export const LISTENERS: readonly Listener[] = [webhookListener]
