'use server'

import { formAction, readAction } from '@/app/server/action'
import { readNotice, readNoticesUpTo } from '@/domain/notice/commands'
import { noticeIdSchema, readUpToSchema } from '@/domain/notice/schema'

export const readNoticeAction = formAction(noticeIdSchema, readNotice)
export const readNoticesAction = formAction(readUpToSchema, readNoticesUpTo)

/** For somebody who follows a notice's link and sees another page next, so that none is refreshed. */
export const openNoticeAction = readAction(noticeIdSchema, readNotice)
