import { NextResponse, type NextRequest } from 'next/server'
import { lastOfEach } from '@/domain/list/address'
import { isLocale } from '@/text/locale'
import { QUESTION_COOKIE } from '@/domain/question/asked/cookie'

/** Standalone documents, which set a stricter policy of their own. */
const OWN_POLICY = /^\/(articles\/[^/]+\/report|reports\/[^/]+)\/html$|^\/corrections\/embed$/
const PUBLIC = /^\/(corrections|calendar|questions)(\/|$)/
const QUESTION = /^\/questions\//
const SECRET = /^\/(corrections\/requests|calendar|questions)\//

function chosenLanguage(request: NextRequest): string | null {
  const { language = null } = lastOfEach(request.nextUrl.searchParams)
  return isLocale(language) ? language : null
}

/**
 * Removes everything that identifies a reader from a request for a public page, so that no public page can depend on
 * it. The address may choose the language. A page of a question still learns whether its code was entered.
 */
function makeAnonymous(headers: Headers, request: NextRequest) {
  const kept = QUESTION.test(request.nextUrl.pathname) ? request.cookies.get(QUESTION_COOKIE) : undefined
  headers.delete('cookie')
  if (kept) headers.set('cookie', `${kept.name}=${encodeURIComponent(kept.value)}`)
  const language = chosenLanguage(request)
  if (language) headers.set('accept-language', language)
}

/** A form that is sent without scripts from a page without any referrer names no origin, so the desk would refuse it. */
function referrerPolicy(pathname: string, secret: boolean): string {
  if (!secret) return 'strict-origin-when-cross-origin'
  return QUESTION.test(pathname) ? 'same-origin' : 'no-referrer'
}

/**
 * Tells pages the requested address and gives each answer its content security policy. It makes no permission
 * decision; queries and commands do.
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
  // The address is a secret, so no page that it links to may learn it, and no search engine.
  const secret = SECRET.test(pathname)
  response.headers.set('referrer-policy', referrerPolicy(pathname, secret))
  if (secret) response.headers.set('x-robots-tag', 'noindex, nofollow, noarchive')
  return response
}

/** Skips the address that reads files, because Next buffers a body that passes here and cuts it at its own limit. */
export const config = { matcher: ['/((?!_next/|api/|icon.svg|articles/new/read$).*)'] }
