import { createHash } from 'node:crypto'

type Given = { body: string; contentType: string; changedAt: Date | null; headers?: Record<string, string> }

/** In seconds: how long a shared cache may store the document, and how long it may serve it while revalidating. */
const SHARED = 'public, max-age=0, s-maxage=60, stale-while-revalidate=60'

const strong = (tag: string) => tag.trim().replace(/^W\//, '')

/** Whether the client already has the document (RFC 9110, 13.2.2). An entity tag takes precedence over a date. */
function isKnown(request: Request, etag: string, changedAt: Date | null): boolean {
  const tags = request.headers.get('if-none-match')
  if (tags !== null) return tags.trim() === '*' || tags.split(',').some((tag) => strong(tag) === etag)
  const since = Date.parse(request.headers.get('if-modified-since') ?? '')
  return changedAt !== null && !Number.isNaN(since) && Math.floor(changedAt.getTime() / 1000) * 1000 <= since
}

/** A document that is the same for everybody, or 304 if the client already has it. */
export function conditionalAnswer(
  request: Request,
  { body, contentType, changedAt, headers }: Given,
): Response {
  const etag = `"${createHash('sha256').update(contentType).update(body).digest('base64url').slice(0, 27)}"`
  const common = {
    etag,
    'cache-control': SHARED,
    vary: 'Accept-Language',
    ...(changedAt && { 'last-modified': changedAt.toUTCString() }),
    ...headers,
  }
  if (isKnown(request, etag, changedAt)) return new Response(null, { status: 304, headers: common })
  return new Response(body, { headers: { ...common, 'content-type': contentType } })
}
