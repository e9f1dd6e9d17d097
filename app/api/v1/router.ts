import { OpenAPIHono } from '@hono/zod-openapi'
import { issuesOf, notFound, type Issue } from '@/domain/errors'
import type { ApiEnv } from './env'
import { RequestError } from './problem'

/** A parameter that holds a list is named as a whole. */
const ofParameter = (issue: Issue): Issue => ({ ...issue, path: issue.path.replace(/\..*/, '') })

/**
 * A set of routes whose input is checked by their schemas: an address that cannot exist is not found, a query that
 * cannot be read is 400, a body that reads well and says something wrong is 422.
 */
export const newRouter = () =>
  new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (result.success) return
      if (result.target === 'param') throw notFound()
      const issues = issuesOf(result.error, 'data' in result ? result.data : undefined)
      if (result.target === 'json') throw new RequestError(422, 'invalid', 'invalid', { issues })
      throw new RequestError(400, 'invalid', 'invalid', { issues: issues.map(ofParameter) })
    },
  })
