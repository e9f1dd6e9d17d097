import { NextResponse, type NextRequest } from 'next/server'

const REPORT = /^\/(articles\/[^/]+\/report|reports\/[^/]+)\/html$/

/**
 * Tells pages the address that was asked for and gives each answer its content security policy. It decides nothing
 * about permission: queries and commands do.
 */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID())
  const eval_ = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${eval_}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.set('x-asked-for', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  const response = NextResponse.next({ request: { headers } })
  // A report is a document by itself and brings a stricter policy of its own.
  if (!REPORT.test(request.nextUrl.pathname)) response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  return response
}

/** The address that files are read at stays out: a body that passes here is kept whole and cut at a limit of Next's. */
export const config = { matcher: ['/((?!_next/|api/|icon.svg|articles/new/read$).*)'] }
