import { NextResponse, type NextRequest } from 'next/server'
import { isLocale } from '@/text/locale'

/** Documents by themselves, which bring a stricter policy of their own. */
const OWN_POLICY = /^\/(articles\/[^/]+\/report|reports\/[^/]+)\/html$|^\/corrections\/embed$/
const PUBLIC = /^\/corrections(\/|$)/
const STATUS = /^\/corrections\/reports\//

function chosenLanguage(request: NextRequest): string | null {
  const language = request.nextUrl.searchParams.get('language')
  return isLocale(language) ? language : null
}

/**
 * Takes off a request for a public page whatever tells one reader from another, so that none of them can depend on it;
 * the address may choose the language.
 */
function makeAnonymous(headers: Headers, request: NextRequest) {
  headers.delete('cookie')
  const language = chosenLanguage(request)
  if (language) headers.set('accept-language', language)
}

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
  const { pathname } = request.nextUrl
  if (PUBLIC.test(pathname)) makeAnonymous(headers, request)
  const response = NextResponse.next({ request: { headers } })
  if (!OWN_POLICY.test(pathname)) response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  // A status address is a secret: no page it links to may learn of it.
  const referrer = STATUS.test(pathname) ? 'no-referrer' : 'strict-origin-when-cross-origin'
  response.headers.set('referrer-policy', referrer)
  return response
}

/** The address that files are read at stays out: a body that passes here is kept whole and cut at a limit of Next's. */
export const config = { matcher: ['/((?!_next/|api/|icon.svg|articles/new/read$).*)'] }
