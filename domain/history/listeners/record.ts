import { webhookListener } from '@/domain/delivery/write'
import type { Listener } from '@/domain/history/listener'

/** The listeners that hear each line, in this order. */
export const LISTENERS: readonly Listener[] = [webhookListener]
