import { OpenAPIHono } from '@hono/zod-openapi'
import { issuesOf, notFound, type Issue } from '@/domain/errors'
import type { ApiEnv } from './env'
import { RequestError } from './problem'

/** An issue inside a list parameter names the whole parameter. */
const ofParameter = (issue: Issue): Issue => ({ ...issue, path: issue.path.replace(/\..*/, '') })

/**
 * Routes that validate their input by schemas: a malformed id in the path is 404, an unreadable query is 400, and a
 * well-formed body with wrong values is 422.
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
