import { beforeEach, expect, it, vi } from 'vitest'
import type { Actor } from '@/domain/user/policy'
import { newId } from '@/services/ids'
import { makeArticle, makeUser } from '@/tests/factories'
import { GET } from './route'

const reader = vi.hoisted(() => ({ actor: null as Actor | null }))
vi.mock('@/app/server/session', () => ({ currentActor: () => Promise.resolve(reader.actor) }))
vi.mock('next-intl/server', () => ({ getLocale: () => Promise.resolve('ar') }))

const ask = (id: string, format: string, search = '', headers: Record<string, string> = {}) =>
  GET(new Request(`http://desk.test/articles/${id}/report/${format}${search}`, { headers }), {
    params: Promise.resolve({ id, format }),
  })

beforeEach(() => {
  reader.actor = null
})

it('sends a stranger to sign in and back, and refuses programs', async () => {
  const id = newId()
  const answer = await ask(id, 'html', '?language=en')
  expect(answer.status).toBe(303)
  const back = encodeURIComponent(`/articles/${id}/report/html?language=en`)
  expect(answer.headers.get('location')).toBe(`/sign-in?callbackUrl=${back}`)
  for (const format of ['csv', 'json', 'exe']) expect((await ask(id, format)).status).toBe(401)
})

it('prints for a viewer, in the requested language or else their own', async () => {
  const { actor } = await makeUser()
  const article = await makeArticle(actor, { title: 'تقرير' })
  reader.actor = (await makeUser({ role: 'viewer' })).actor
  const html = await ask(article.id, 'html', '', { 'x-nonce': 'bm9uY2U=' })
  expect(html.status).toBe(200)
  expect(html.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(html.headers.get('content-security-policy')).toContain("script-src 'nonce-bm9uY2U='")
  const body = await html.text()
  expect(body).toContain('<html lang="ar" dir="rtl">')
  expect(body).toContain('<script nonce="bm9uY2U=">')
  expect(await (await ask(article.id, 'html', '?language=en')).text()).toContain('<html lang="en" dir="ltr">')
  const csv = await ask(article.id, 'csv', '?language=en')
  expect(csv.headers.get('content-disposition')).toMatch(
    /^attachment; .*%D8%AA%D9%82%D8%B1%D9%8A%D8%B1\.csv$/,
  )
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const json = (await (await ask(article.id, 'json')).json()) as { claims: unknown[] }
  expect(json.claims).toHaveLength(2)
})

it('finds nothing for another format, a malformed id or an unknown article', async () => {
  const { actor } = await makeUser()
  const article = await makeArticle(actor)
  reader.actor = actor
  expect((await ask(article.id, 'exe')).status).toBe(404)
  expect((await ask(article.id, 'constructor')).status).toBe(404)
  expect((await ask('1; drop table', 'html')).status).toBe(404)
  expect((await ask(newId(), 'json')).status).toBe(404)
})

it('names each parameter that it cannot use', async () => {
  const { actor } = await makeUser()
  const article = await makeArticle(actor)
  reader.actor = actor
  const wrong = await ask(article.id, 'html', '?language=xx&internal=maybe')
  expect([wrong.status, wrong.headers.get('content-type')]).toEqual([400, 'text/plain; charset=utf-8'])
  const lines = (await wrong.text()).split('\n')
  expect(lines.map((line) => line.replace(/:.*/, ''))).toEqual(['language', 'internal'])
  expect(lines.join()).toMatch(/\p{Script=Arabic}/u)
  expect((await ask(article.id, 'json', '?language=%00')).status).toBe(400)
  expect((await ask(article.id, 'json', '?language=&internal=1&more=x')).status).toBe(200)
})
