import { expect, it } from 'vitest'
import { OTHER, routePatterns } from './route-pattern'

const patternOf = routePatterns([
  '/',
  '/articles',
  '/articles/new',
  '/articles/[id]',
  '/articles/[id]/claims/[number]',
  '/corrections/feed.atom',
  '/corrections/[number]',
  '/corrections/requests/[secret]',
  '/api/auth/[...nextauth]',
  '/api/v1/[...path]',
  '/api/v1/claims/:id',
  '/api/v1/claims/similar',
  '/api/v1/exports/:format{csv|xlsx}',
])

it.each([
  ['/', '/'],
  ['/?next=%2F', '/'],
  ['/articles', '/articles'],
  ['/articles/', '/articles'],
  ['/articles/new', '/articles/new'],
  ['/articles/0197a?claim=2', '/articles/[id]'],
  ['/articles/0197a/claims/2', '/articles/[id]/claims/[number]'],
  ['/corrections/feed.atom', '/corrections/feed.atom'],
  ['/corrections/feedXatom', '/corrections/[number]'],
  ['/corrections/requests/a-secret', '/corrections/requests/[secret]'],
  ['/api/auth/callback/credentials', '/api/auth/[...nextauth]'],
  ['/api/v1/claims/similar?text=a/b', '/api/v1/claims/similar'],
  ['/api/v1/claims/0197', '/api/v1/claims/:id'],
  ['/api/v1/exports/csv', '/api/v1/exports/:format{csv|xlsx}'],
  ['/api/v1/claims/0197/more', '/api/v1/[...path]'],
  ['/_next/static/chunks/a.js', '/_next'],
  ['/wp-login.php', OTHER],
  ['/articles/1/2/3/4', OTHER],
  ['/%D8%A9', OTHER],
])('names the pattern of %s', (url, pattern) => {
  expect(patternOf(url)).toBe(pattern)
})
