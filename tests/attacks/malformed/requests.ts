import { ACTIONS, ADDRESSES, BODIES, CALLS, ESCAPES, FIELDS, HEADERS, METHODS, QUERIES } from './junk'
import type { Sent } from './send'

const UNKNOWN_ID = '01a20000-0000-7000-8000-000000000000'
const OWN = { 'sec-fetch-site': 'same-origin' }

/** Random numbers from a seed, the same in each run (Marsaglia's xorshift). */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const SEED = 20_261_129
const MIXED = 600

/** Each kind alone, then mixtures. */
export function* requests(ids: readonly string[]): Generator<Sent> {
  for (const path of ADDRESSES) for (const method of METHODS) yield { method, path }
  for (const [index, escape] of ESCAPES.entries()) {
    for (let step = 0; step < 6; step += 1) {
      const path = ADDRESSES[(index * 7 + step * 5) % ADDRESSES.length] ?? '/'
      yield { method: 'GET', path: `${path === '/' ? '' : path}/${escape}` }
      yield { method: 'GET', path: `${path}?q=${escape}` }
    }
  }
  for (const path of ADDRESSES.filter((one) => one.startsWith('/api/auth') || one === '/sign-in'))
    for (const query of QUERIES) yield { method: 'GET', path: `${path}?${query}` }
  for (const [index, headers] of HEADERS.entries())
    for (let step = 0; step < 5; step += 1) {
      const path = ADDRESSES[(index * 5 + step * 9) % ADDRESSES.length] ?? '/'
      yield { method: step % 2 ? 'POST' : 'GET', path, headers }
    }
  for (const path of ['/sign-in', '/corrections/request', '/articles/new', '/articles/new/read', '/verify'])
    for (const { headers, body } of BODIES)
      yield { method: 'POST', path, headers: { ...headers, ...OWN }, body }
  for (const path of ADDRESSES.filter((one) => one.startsWith('/api/auth')))
    for (const { headers, body } of BODIES) yield { method: 'POST', path, headers, body }
  for (const action of [...ACTIONS, ...ids])
    for (const body of CALLS)
      yield {
        method: 'POST',
        path: '/corrections/request',
        headers: { ...OWN, 'next-action': action, 'content-type': 'text/plain;charset=UTF-8' },
        body,
      }
  for (const action of ids)
    for (const { headers, body } of BODIES)
      yield {
        method: 'POST',
        path: '/articles/new',
        headers: { ...headers, ...OWN, 'next-action': action },
        body,
      }
  const below = numbers(SEED)
  const one = <T>(list: readonly T[]) => list[below(list.length)] as T
  for (let count = 0; count < MIXED; count += 1) {
    const { headers, body } = one(BODIES)
    const method = one(METHODS)
    yield {
      method,
      path: `${one(ADDRESSES)}${below(3) ? '' : `/${one(ESCAPES)}`}${below(2) ? '' : `?${one(QUERIES)}`}`,
      headers: { ...one(HEADERS), ...(below(2) ? OWN : {}), ...(method === 'POST' ? headers : {}) },
      ...(method === 'POST' && { body }),
    }
  }
}

/** The ids with which the browser calls the desk's actions, from the scripts that the desk sends. */
export async function actionIds(url: string): Promise<string[]> {
  const ids = new Set<string>()
  for (const page of ['/sign-in', '/corrections/request', '/setup']) {
    const html = await (await fetch(url + page)).text()
    for (const [id] of html.matchAll(/\b[0-9a-f]{42}\b/g)) ids.add(id)
    const scripts = new Set([...html.matchAll(/\/_next\/static\/[^"\\]+\.js/g)].map(([path]) => path))
    for (const script of scripts)
      for (const [id] of (await (await fetch(url + script)).text()).matchAll(/\b[0-9a-f]{42}\b/g)) ids.add(id)
  }
  return [...ids].slice(0, 6)
}

type Described = {
  paths: Record<
    string,
    Record<
      string,
      { requestBody?: { content: Record<string, { schema: { properties?: object; $ref?: string } }> } }
    >
  >
  components: { schemas: Record<string, { properties?: object }> }
}

/** Every field of every request body in the API description, with each of `FIELDS`. */
export async function fieldsOfApi(url: string, token: string): Promise<Sent[]> {
  const { paths, components } = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as Described
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema
      if (!schema) return []
      const { properties = {} } = components.schemas[schema.$ref?.split('/').at(-1) ?? ''] ?? schema
      const fields = Object.keys(properties)
      const to = { method: method.toUpperCase(), path: path.replace('{id}', UNKNOWN_ID), headers }
      const filled = (value: unknown) => Object.fromEntries(fields.map((field) => [field, value]))
      return FIELDS.flatMap((value, index) => {
        const one = fields[index % fields.length] ?? ''
        return [filled(value), { ...filled('x'), version: 1, revision: 1, [one]: value }].map((body) => ({
          ...to,
          body: JSON.stringify(body),
        }))
      })
    }),
  )
}
