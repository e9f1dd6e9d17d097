import { NextRequest } from 'next/server'
import { describe, expect, it } from 'vitest'
import { QUESTION_COOKIE } from '@/domain/question/asked/cookie'
import { proxy } from '@/proxy'

const ORIGIN = 'http://127.0.0.1:3000'
const ask = (path: string, cookie = '') => proxy(new NextRequest(ORIGIN + path, { headers: { cookie } }))
/** The cookies that the page gets, as Next passes them on. */
const cookieOf = (answer: ReturnType<typeof ask>) => answer.headers.get('x-middleware-request-cookie')

describe('the page of a question', () => {
  it('is not indexed, and no other site learns its address', () => {
    const { headers } = ask('/questions/x')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow, noarchive')
    expect(ask('/corrections').headers.get('x-robots-tag')).toBeNull()
  })

  it('gets no cookie of the desk, but the proof of a code', () => {
    const all = `factdesk-language=ar; ${QUESTION_COOKIE}=1.a%3B%20b; next-auth.session-token=x`
    expect(cookieOf(ask('/questions/x', all))).toBe(`${QUESTION_COOKIE}=1.a%3B%20b`)
    expect(cookieOf(ask('/questions/x', 'factdesk-language=ar'))).toBeNull()
    expect(cookieOf(ask('/corrections/1', all))).toBeNull()
  })
})
