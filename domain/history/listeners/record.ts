import { webhookListener } from '@/domain/delivery/write'
import type { Listener, TellingSql } from '@/domain/history/listener'
import { liveTold } from '@/domain/live/write'
import { noticeListener } from '@/domain/notice/write'

/** The listeners that hear each line, in this order. */
export const LISTENERS: readonly Listener[] = [webhookListener, noticeListener]

/** What the query that writes lines tells by itself. */
export const TOLD_IN_SQL: readonly TellingSql[] = [liveTold]
