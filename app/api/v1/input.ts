import type { Context } from 'hono'
import type { Issue } from '@/domain/errors'
import { isWellFormed } from '@/text/wellformed'
import { RequestError } from './problem'

/** Refuses a query with characters that the database cannot store. */
export function requireStorableQuery(c: Context): void {
  const bad = Object.entries(c.req.query()).filter(([, value]) => !isWellFormed(value))
  if (bad.length > 0) {
    const issues = bad.map(([path]): Issue => ({ path, key: 'badCharacter' }))
    throw new RequestError(400, 'invalid', 'invalid', { issues })
  }
}
