import { z } from '@hono/zod-openapi'
import { changeView, chooseStart, removeView, saveView } from '@/domain/view/commands'
import { getView, listViews } from '@/domain/view/queries'
import { changeViewSchema, listViewsSchema, saveViewSchema } from '@/domain/view/schema'
import { savedView, savedViews } from '@/domain/view/shape'
import { operation } from './operation'
import { newRouter } from './router'
import { idOf, json, jsonBody, refusals, WRITE_REFUSALS } from './shapes'

export const views = newRouter()

const list = operation({
  operationId: 'listViews',
  may: 'keepViews',
  method: 'get',
  path: '/views',
  summary: 'Your saved views and the shared ones, by name, with how many rows each shows',
  request: { query: listViewsSchema },
  responses: { 200: json(savedViews, 'The views.'), ...refusals(400, 401) },
})

views.openapi(list, async (c) => c.json(await listViews(c.var.actor, c.req.valid('query')), 200))

const save = operation({
  operationId: 'saveView',
  may: 'keepViews',
  method: 'post',
  path: '/views',
  summary: 'Save the filters, order and columns of a list under a name',
  request: jsonBody(saveViewSchema.strict()),
  responses: { 201: json(savedView, 'The view.'), ...refusals(...WRITE_REFUSALS) },
})

views.openapi(save, async (c) => {
  const id = await saveView(c.var.actor, c.req.valid('json'))
  c.header('location', `/api/v1/views/${id}`)
  return c.json(await getView(c.var.actor, id), 201)
})

const viewChange = changeViewSchema
  .omit({ id: true })
  .extend({
    version: changeViewSchema.shape.version.optional().openapi({
      description: 'The version that was seen; needed with a change of the view itself.',
    }),
    start: z.boolean('wrongType').optional().openapi({
      description: 'Whether your own day begins with it, which changes nothing for others.',
    }),
  })
  .strict()
  .refine(({ version, start: _, ...changes }) => version !== undefined || Object.keys(changes).length === 0, {
    path: ['version'],
    message: 'required',
  })

const change = operation({
  operationId: 'changeView',
  may: 'keepViews',
  method: 'patch',
  path: '/views/{id}',
  summary: 'Rename a view, change its filters, share it, or begin your day with it',
  request: { params: idOf('view'), ...jsonBody(viewChange) },
  responses: { 200: json(savedView, 'The view after the change.'), ...refusals(...WRITE_REFUSALS, 409) },
})

views.openapi(change, async (c) => {
  const { id } = c.req.valid('param')
  const { start, version, ...changes } = c.req.valid('json')
  if (version !== undefined) await changeView(c.var.actor, { id, version, ...changes })
  const view = await getView(c.var.actor, id)
  if (start !== undefined && start !== view.start) await chooseStart(c.var.actor, { id: start ? id : null })
  return c.json(await getView(c.var.actor, id), 200)
})

const remove = operation({
  operationId: 'removeView',
  may: 'keepViews',
  method: 'delete',
  path: '/views/{id}',
  summary: 'Remove a view; removing it again changes nothing',
  request: { params: idOf('view') },
  responses: { 204: { description: 'It is removed.' }, ...refusals(401, 404) },
})

views.openapi(remove, async (c) => {
  await removeView(c.var.actor, { id: c.req.valid('param').id })
  return c.body(null, 204)
})
