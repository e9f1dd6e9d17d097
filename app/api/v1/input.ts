import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { isWellFormed } from '@/domain/text/wellformed'
import { RequestError } from './problem'

/** In bytes: the longest text that is taken fits, even with each of its letters written as a \u escape. */
export const BODY_MAX = 8 * 1024 * 1024

export const limitBody = bodyLimit({
  maxSize: BODY_MAX,
  onError: () => {
    throw new RequestError(413, 'too_large', 'bodyTooLarge', { params: { max: BODY_MAX } })
  },
})

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Refuses bytes that are no UTF-8: decoding would put replacement characters into what was sent, unseen. */
export const requireUtf8 = createMiddleware(async (c, next) => {
  if (c.req.raw.body) {
    const bytes = await c.req.arrayBuffer()
    try {
      utf8.decode(bytes)
    } catch {
      throw new RequestError(400, 'malformed', 'malformedJson')
    }
  }
  await next()
})

/** Refuses a query that no database of UTF-8 text could be asked. */
export const requireStorableQuery = createMiddleware(async (c, next) => {
  const bad = Object.entries(c.req.query()).filter(([, value]) => !isWellFormed(value))
  if (bad.length > 0) {
    const issues = bad.map(([path]) => ({ path, key: 'badCharacter' }))
    throw new RequestError(400, 'invalid', 'invalid', { issues })
  }
  await next()
})
