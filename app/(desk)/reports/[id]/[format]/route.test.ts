import { beforeEach, expect, it, vi } from 'vitest'
import { issueReport } from '@/domain/report/commands'
import type { Actor } from '@/domain/user/policy'
import { newId } from '@/services/ids'
import { StillPrinting } from '@/printing/process/jobs'
import { PrintingError } from '@/printing/process/printing-error'
import { makeArticle, makeUser } from '@/tests/factories'
import { GET } from './route'

const reader = vi.hoisted(() => ({ actor: null as Actor | null, fault: null as Error | null }))
vi.mock('@/app/server/session', () => ({ currentActor: () => Promise.resolve(reader.actor) }))
vi.mock('next-intl/server', () => ({ getLocale: () => Promise.resolve('ar') }))
vi.mock('@/printing/issued-file', async (original) => {
  const real = await original<typeof import('@/printing/issued-file')>()
  const issuedFile: typeof real.issuedFile = (...given) =>
    reader.fault ? Promise.reject(reader.fault) : real.issuedFile(...given)
  return { ...real, issuedFile }
})

const ask = (id: string, format: string, search = '') =>
  GET(new Request(`http://desk.test/reports/${id}/${format}${search}`), {
    params: Promise.resolve({ id, format }),
  })

async function issued() {
  const { actor } = await makeUser()
  const article = await makeArticle(actor, { title: 'الجسر' })
  reader.actor = (await makeUser({ role: 'viewer' })).actor
  return issueReport(actor, { articleId: article.id, kind: 'interim', language: 'ar', internal: false })
}

beforeEach(() => {
  reader.actor = null
  reader.fault = null
})

it('gives a viewer the file, named by its number, and gives a stranger nothing', async () => {
  const { id, number } = await issued()
  const csv = await ask(id, 'csv')
  expect(csv.status).toBe(200)
  expect(decodeURIComponent(csv.headers.get('content-disposition') ?? '')).toContain(`${number} – الجسر.csv`)
  const bytes = new Uint8Array(await csv.arrayBuffer())
  expect(new Uint8Array(await (await ask(id, 'csv', '?bom=0')).arrayBuffer())).toEqual(bytes.subarray(3))
  reader.actor = null
  expect((await ask(id, 'csv')).status).toBe(401)
  expect((await ask(id, 'html')).status).toBe(303)
})

it('names a parameter that it cannot use', async () => {
  const { id } = await issued()
  const wrong = await ask(id, 'csv', '?bom=no')
  expect(wrong.status).toBe(400)
  expect(await wrong.text()).toMatch(/^bom: /)
})

it('finds nothing for another format, an unknown id or a malformed id', async () => {
  const { id } = await issued()
  for (const [one, format] of [
    [id, 'exe'],
    [newId(), 'pdf'],
    ['1; drop table', 'pdf'],
  ] as const)
    expect((await ask(one, format)).status).toBe(404)
})

it.each(['busy', 'timeout', 'failed'] as const)(
  'offers the web page in the reader’s language if printing fails with %s',
  async (reason) => {
    const { id } = await issued()
    reader.fault = new PrintingError(reason)
    const answer = await ask(id, 'pdf')
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('60')
    const page = await answer.text()
    expect(page).toContain('<html lang="ar" dir="rtl">')
    expect(page).toContain(`<a href="/reports/${id}/html">`)
    expect(page).not.toContain('PrintingError')
  },
)

it('shows how far a long file is, on a page that asks again by itself', async () => {
  const { id } = await issued()
  reader.fault = new StillPrinting(0.424)
  const answer = await ask(id, 'pdf')
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([202, '3'])
  const page = await answer.text()
  expect(page).toContain('<progress max="100" value="42"')
  expect(page).toContain('<meta http-equiv="refresh" content="3">')
  expect(page).toContain(`<a href="/reports/${id}">`)
  expect(page).toContain('dir="rtl"')
  reader.fault = null
  expect((await ask(id, 'csv')).status).toBe(200)
})
