import fs from 'node:fs'
import path from 'node:path'
import type { Sent } from './send'

/** Every address that the files of `app/` answer, in Next's naming. */
export function routesOf(folder = 'app'): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => {
      const parts = path.dirname(file).split('/')
      return `/${parts.filter((part) => part !== '.' && !/^\(.*\)$/.test(part)).join('/')}`
    })
    .sort()
}

/** Parts of an address that are no text, or text that names nothing. */
const PARTS = '%ff %C0%AF %ED%A0%80 % %zz %00 %25ff %2e%2e%2f %F0%9F%98%80 %E2%80%AE __proto__ 1'.split(' ')
const METHODS = 'TRACE PROPFIND SEARCH PURGE QUERY OPTIONS DELETE'.split(' ')

/** Cookies that are broken, long or in another script; header bytes as a client would send UTF-8. */
const COOKIES = [
  'factdesk-language=%ff; factdesk-colours=%E0%A4%A',
  'next-auth.session-token=%zz',
  `next-auth.session-token=${'a'.repeat(9_000)}`,
  'next-auth.csrf-token=%ff; next-auth.callback-url=%',
  Buffer.from('factdesk-language=عربي; اسم=قيمة').toString('latin1'),
  'a="open; =; =;; __proto__=%; constructor',
]

/** Each route with each broken part in place of its variable ones, with each odd method and each broken cookie. */
export function shapes(cookie: string, routes = routesOf()): Sent[] {
  const filled = (route: string, part: string) => route.replace(/\[[^\]]+\]/g, part)
  return routes.flatMap((route) => {
    const parts = route.includes('[') ? PARTS : PARTS.slice(0, 2)
    const signed = { cookie, accept: 'text/html' }
    return [
      ...parts.map((part) => {
        const at = route.includes('[') ? filled(route, part) : `${route === '/' ? '' : route}/${part}`
        return { method: 'GET', path: at, headers: signed }
      }),
      { method: 'GET', path: `${filled(route, '1')}?q=%ff&language=%`, headers: signed },
      ...METHODS.map((method) => ({ method, path: filled(route, '1') })),
      ...COOKIES.map((broken) => ({ method: 'GET', path: filled(route, '1'), headers: { cookie: broken } })),
    ]
  })
}
