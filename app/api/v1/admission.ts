import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import { forbidden } from '@/domain/errors'
import { authenticate } from './auth'
import type { ApiEnv } from './env'
import { requireStorableQuery } from './input'
import { isForPages, isOpen, mayAsk, whose } from './operation'

export const BASE = '/api/v1'

/**
 * Lets a request through to its operation if the sender may call it. Until then only the head of the request is read.
 * An operation needs a token unless it is declared open; one without a declaration refuses everybody.
 */
export const admit = createMiddleware<ApiEnv>(async (c, next) => {
  const route = matchedRoutes(c).find(({ path }) => path !== `${BASE}/*`)
  const path = route?.path.slice(BASE.length) ?? ''
  const isOperation = route !== undefined && route.method !== 'ALL'
  const who = isOperation ? whose(route.method, path) : undefined
  if (who === 'anybody' || (route && !isOperation && isOpen(path))) return next()
  await authenticate(c, { pages: isOperation && isForPages(route.method, path) })
  if (isOperation && (who === undefined || !mayAsk(c.var.actor.role, who))) throw forbidden()
  requireStorableQuery(c)
  return next()
})
