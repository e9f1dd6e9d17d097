import { z } from '@hono/zod-openapi'
import { readNotice, readNoticesUpTo } from '@/domain/notice/commands'
import { noticeList } from '@/domain/notice/list'
import { getNotice, listNotices } from '@/domain/notice/queries'
import { readUpToSchema } from '@/domain/notice/schema'
import { notice, noticePage } from '@/domain/notice/shape'
import { operation } from './operation'
import { newRouter } from './router'
import { idOf, json, jsonBody, pageQuery, refusals, WRITE_REFUSALS } from './shapes'

export const notices = newRouter()

const unread = z.enum(['true', 'false']).optional().openapi({
  description: 'Only the unread ones, or only the read ones.',
})

const list = operation({
  operationId: 'listNotices',
  may: 'readNotices',
  method: 'get',
  path: '/notices',
  summary: 'What you were told, newest first, with how much of it is unread',
  request: { query: pageQuery(noticeList).extend({ unread }) },
  responses: { 200: json(noticePage, 'A page of notices.'), ...refusals(400, 401) },
})

notices.openapi(list, async (c) => {
  const { unread: asked, ...page } = c.req.valid('query')
  const which = asked === undefined ? {} : { unread: asked === 'true' }
  return c.json(await listNotices(c.var.actor, { ...page, ...which }), 200)
})

const read = operation({
  operationId: 'readNotice',
  may: 'readNotices',
  method: 'patch',
  path: '/notices/{id}',
  summary: 'Mark one of your notices as read',
  request: { params: idOf('notice'), ...jsonBody(z.object({ read: z.literal(true) }).strict()) },
  responses: { 200: json(notice, 'The notice.'), ...refusals(...WRITE_REFUSALS) },
})

notices.openapi(read, async (c) => {
  const { id } = c.req.valid('param')
  await readNotice(c.var.actor, { id })
  return c.json(await getNotice(c.var.actor, id), 200)
})

const readUpTo = operation({
  operationId: 'readNotices',
  may: 'readNotices',
  method: 'post',
  path: '/notices/read',
  summary: 'Mark your notices as read, up to the newest that you have seen',
  request: jsonBody(readUpToSchema.strict()),
  responses: {
    200: json(z.object({ read: z.int() }), 'How many were unread until now.'),
    ...refusals(...WRITE_REFUSALS),
  },
})

notices.openapi(readUpTo, async (c) => c.json(await readNoticesUpTo(c.var.actor, c.req.valid('json')), 200))
