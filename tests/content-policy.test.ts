import { NextRequest } from 'next/server'
import { afterEach, expect, it, vi } from 'vitest'
import { proxy } from '@/proxy'

afterEach(() => vi.unstubAllEnvs())

function policyIn(environment: 'production' | 'development'): string {
  vi.stubEnv('NODE_ENV', environment)
  const answer = proxy(new NextRequest('http://127.0.0.1:3000/articles'))
  return answer.headers.get('content-security-policy') ?? ''
}

it('lets no page of a started desk run strings as code, or contact another origin', () => {
  const policy = policyIn('production')
  expect(policy).not.toContain('unsafe-eval')
  expect(policy).toContain("connect-src 'self';")
  expect(policy).not.toMatch(/ws:|\*/)
})

it('lets pages in development do so, because they reload while they are open', () => {
  expect(policyIn('development')).toContain("'unsafe-eval'")
})
