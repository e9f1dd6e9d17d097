import { webhookListener } from '@/domain/delivery/write'
import type { Listener } from '@/domain/history/listener'
import { liveListener } from '@/domain/live/write'
import { noticeListener } from '@/domain/notice/write'

/** The listeners that hear each line, in this order. */
export const LISTENERS: readonly Listener[] = [webhookListener, noticeListener, liveListener]
