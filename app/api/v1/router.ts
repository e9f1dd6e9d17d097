import { OpenAPIHono } from '@hono/zod-openapi'
import { issuesOf, notFound } from '@/domain/errors'
import type { ApiEnv } from './auth'
import { RequestError } from './problem'

/**
 * A set of routes whose input is checked by their schemas: an address that cannot exist is not found, a query that
 * cannot be read is 400, a body that reads well and says something wrong is 422.
 */
export const newRouter = () =>
  new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (result.success) return
      if (result.target === 'param') throw notFound()
      throw new RequestError(result.target === 'json' ? 422 : 400, 'invalid', 'invalid', {
        issues: issuesOf(result.error, 'data' in result ? result.data : undefined),
      })
    },
  })
