import { webhookListener } from '@/domain/webhook/listener'
import type { Listener } from './listener'

/** Who is told of each line, in this order. */
export const LISTENERS: readonly Listener[] = [webhookListener]
