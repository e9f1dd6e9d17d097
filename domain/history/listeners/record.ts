import { webhookListener } from '@/domain/delivery/write'
import type { Listener } from '@/domain/history/listener'
import { liveListener } from '@/domain/live/write'

/** The listeners that hear each line, in this order. */
export const LISTENERS: readonly Listener[] = [webhookListener, liveListener]
