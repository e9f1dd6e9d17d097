import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { REPORT_FORMATS } from '@/domain/report/schema'
import { sealAnnotations } from '@/domain/report/annotations'
import { signingKey } from '@/services/signing-keys'
import { newId } from '@/services/ids'
import { call } from '@/tests/api'
import { loadCase } from '@/tests/cases/load'
import { makeArticle, makeUser } from '@/tests/factories'

type Issued = { id: string; number: string; digest: string }
type Verified = { result: string; report: { number: string; supersededBy: string | null } | null }

const INTERIM = { kind: 'interim', language: 'en', internal: true }

async function issue(token: string, articleId: string, body: object = INTERIM) {
  return call<Issued>(token, 'POST', `/articles/${articleId}/reports`, { body })
}

async function issued(title = 'The bridge') {
  const { actor, token } = await makeUser()
  const article = await makeArticle(actor, { title })
  return { token, article, report: (await issue(token, article.id)).body }
}

/** A file as a form sends it, with the matching headers. */
async function formOf(file: BlobPart, field = 'file') {
  const form = new FormData()
  form.set(field, new Blob([file]), 'report')
  const sent = new Response(form)
  return {
    raw: new Uint8Array(await sent.arrayBuffer()),
    headers: { 'content-type': sent.headers.get('content-type') ?? '' },
  }
}

const verify = async (file: BlobPart) => call<Verified>(null, 'POST', '/verify', await formOf(file))

const bytesOf = async (token: string, id: string, format: string) => {
  const { api } = await import('./app')
  const answer = await api.request(`/api/v1/reports/${id}.${format}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}

it.each([
  ['html', /^text\/html; charset=utf-8$/i, /^inline;/],
  ['csv', /^text\/csv; charset=utf-8/i, /^attachment;/],
  ['json', /^application\/json/, /^attachment;/],
])(
  'a preview comes as %s, named after its article and without scripts',
  async (format, type, disposition) => {
    const { actor, token } = await makeUser()
    const article = await makeArticle(actor, {
      title: '<script>alert(1)</script> جسر',
      text: 'It opened in 1998.',
      claims: [{ quote: 'opened in 1998' }],
    })
    const answer = await call<object>(token, 'GET', `/articles/${article.id}/report.${format}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(type)
    expect(answer.headers.get('content-disposition')).toMatch(disposition)
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    expect(answer.text).toContain('opened in 1998')
    if (format === 'html') expect(answer.text).not.toContain('<script>alert')
  },
)

it('no other format exists', async () => {
  const { token, article, report } = await issued()
  expect((await call(token, 'GET', `/articles/${article.id}/report.exe`)).status).toBe(404)
  expect((await call(token, 'GET', `/reports/${report.id}.exe`)).status).toBe(404)
  expect((await call(token, 'GET', `/reports/${newId()}.pdf`)).status).toBe(404)
  expect((await call(token, 'GET', '/reports/not-an-id')).status).toBe(404)
})

it('issues once for one idempotency key, and lists what it issued', async () => {
  const { actor, token } = await makeUser()
  const article = await makeArticle(actor)
  const headers = { 'idempotency-key': newId() }
  const path = `/articles/${article.id}/reports`
  const first = await call<Issued>(token, 'POST', path, { body: INTERIM, headers })
  expect(first.status).toBe(201)
  expect(first.body.number).toMatch(/^\d{4}-\d{4,}$/)
  expect(first.body.digest).toMatch(/^[0-9a-f]{64}$/)
  const again = await call<Issued>(token, 'POST', path, { body: INTERIM, headers })
  expect(again.body).toEqual(first.body)
  const list = await call<{ items: Issued[]; next: null }>(token, 'GET', `/reports?article=${article.id}`)
  expect(list.body.items.map((one) => one.number)).toEqual([first.body.number])
  const one = await call<object>(token, 'GET', `/reports/${first.body.id}`)
  expect(one.body).toMatchObject({ ...first.body, kind: 'interim', supersededBy: null })
})

it('answers 409 with the obstacles to a final report', async () => {
  const { actor, token } = await makeUser()
  const article = await makeArticle(actor)
  const answer = await call(token, 'POST', `/articles/${article.id}/reports`, {
    body: { kind: 'final', language: 'ar' },
    headers: { 'accept-language': 'ar' },
  })
  expect(answer.status).toBe(409)
  expect(answer.body).toMatchObject({ code: 'blocked', title: answer.body.detail })
  expect(answer.body.detail).toMatch(/[\u0600-\u06ff]/)
  expect(answer.body.current).toEqual([
    { kind: 'unreviewed', claims: [1, 2] },
    { kind: 'open_sentences', count: 2 },
  ])
})

it('names the wrong field, and refuses by role', async () => {
  const { actor, token } = await makeUser()
  const article = await makeArticle(actor)
  const wrong = await call(token, 'POST', `/articles/${article.id}/reports`, {
    body: { kind: 'last', language: 'fr' },
  })
  expect(wrong.status).toBe(422)
  expect(wrong.body.errors?.map((error) => error.field)).toEqual(['kind', 'language'])
  const checker = await makeUser({ role: 'checker' })
  expect((await issue(checker.token, article.id)).status).toBe(403)
  expect((await issue(token, newId())).status).toBe(404)
})

it('a viewer gets every format with the same bytes each time, and a stranger gets none', async () => {
  const { report } = await issued('تقرير «الجسر»')
  const viewer = await makeUser({ role: 'viewer' })
  for (const format of REPORT_FORMATS) {
    expect((await call(null, 'GET', `/reports/${report.id}.${format}`)).status).toBe(401)
    const first = await bytesOf(viewer.token, report.id, format)
    expect(first.length).toBeGreaterThan(500)
    const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
    expect(digest(await bytesOf(viewer.token, report.id, format))).toBe(digest(first))
  }
})

it('every issued file is recognised, and detected as altered if one byte changes', async () => {
  const { token, article, report } = await issued()
  for (const format of REPORT_FORMATS) {
    const bytes = await bytesOf(token, report.id, format)
    expect([format, (await verify(bytes)).body.result]).toEqual([format, 'issued'])
    if (format === 'jsonld') continue
    const changed = Uint8Array.from(bytes)
    const at = Math.floor(changed.length / 2)
    changed[at] = (changed[at] ?? 0) ^ 1
    const found = await verify(changed)
    expect([format, found.body.result]).toEqual([format, 'altered'])
    expect(found.body.report?.number).toBe(report.number)
  }
  const second = (await issue(token, article.id)).body
  const old = await verify(await bytesOf(token, report.id, 'pdf'))
  expect(old.body).toMatchObject({ result: 'superseded', report: { supersededBy: second.number } })
})

it('a CSV without its byte order mark counts as the same', async () => {
  const { token, report } = await issued()
  const bytes = await bytesOf(token, report.id, 'csv')
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const bare = await call(token, 'GET', `/reports/${report.id}.csv?bom=0`)
  expect(bare.text.startsWith('\ufeff')).toBe(false)
  expect((await verify(bare.text)).body.result).toBe('issued')
})

it('a file that is no report is unknown, and a request without a file is refused', async () => {
  expect((await verify('plain words')).body).toEqual({ result: 'unknown', report: null })
  const other = await formOf('x', 'paper')
  expect((await call(null, 'POST', '/verify', other)).status).toBe(400)
  expect((await call(null, 'POST', '/verify', { body: {} })).status).toBe(415)
  const broken = { raw: 'x', headers: { 'content-type': 'multipart/form-data; boundary=a' } }
  expect((await call(null, 'POST', '/verify', broken)).status).toBe(400)
})

type Names = { titles: { name: string }[] }

it.each(loadCase<Names>('C70_file_names').titles)(
  'an article called $name gives a harmless header of one line',
  async ({ name }) => {
    const title = name.trim() === '' ? 'x' : name.replace(/[\r\n]/g, ' ')
    const { token, report } = await issued(title)
    const answer = await call(token, 'GET', `/reports/${report.id}.json`)
    expect(answer.status).toBe(200)
    const header = answer.headers.get('content-disposition') ?? ''
    expect(header).toMatch(/^attachment; filename="[^"\\]+\.json"; filename\*=UTF-8''[^;"'()*\s]+\.json$/)
    expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toContain(report.number)
  },
)

it('verifies annotations by their own signature, and finds out altered ones', async () => {
  const { token, report } = await issued('The tunnel')
  const text = Buffer.from(await bytesOf(token, report.id, 'jsonld')).toString('utf8')
  const known = { report: { number: report.number } }
  expect((await verify(text)).body).toMatchObject({ result: 'issued', ...known })
  // The desk stores no such file, so that only the signature can tell.
  const { 'factdesk:proof': _, ...collection } = JSON.parse(text) as Record<string, unknown>
  const proof = { ...report, keyId: '', signature: '' }
  const signed = sealAnnotations({ ...collection, rights: 'https://example.org/' }, proof, signingKey())
  expect((await verify(signed)).body).toMatchObject({ result: 'issued', ...known })
  expect((await verify(signed.replace('example.org', 'example.com'))).body).toMatchObject({
    result: 'altered',
    ...known,
  })
  expect((await verify(text.replace('The tunnel', 'The bridge'))).body).toMatchObject({
    result: 'altered',
    ...known,
  })
  expect((await verify(JSON.stringify(JSON.parse(text)))).body).toMatchObject({ result: 'altered', ...known })
  const end = /,\n {2}"factdesk:proof"[^}]*\}/
  expect((await verify(text.replace(end, ''))).body).toMatchObject({ result: 'altered', ...known })
  expect((await verify(text.replaceAll(report.digest, '0'.repeat(64)))).body).toEqual({
    result: 'unknown',
    report: null,
  })
})

it('holds the marked text of the article only if it was asked for', async () => {
  const { actor, token } = await makeUser()
  const text = 'It opened in 1998. Nobody counted.'
  const article = await makeArticle(actor, { text, claims: [{ quote: 'opened in 1998' }] })
  const preview = async (query: string) =>
    (await call(token, 'GET', `/articles/${article.id}/report.html${query}`)).text
  expect(await preview('?text=1')).toContain('<mark data-status="unreviewed">opened in 1998</mark>')
  expect(await preview('')).not.toContain('<mark')
  expect((await call(token, 'GET', `/articles/${article.id}/report.html?text=yes`)).status).toBe(400)
  const [without, withText] = [
    await issue(token, article.id),
    await issue(token, article.id, { ...INTERIM, text: true }),
  ]
  const textIn = async ({ id }: Issued) => {
    const json = Buffer.from(await bytesOf(token, id, 'json')).toString('utf8')
    return (JSON.parse(json) as { content: { revision: { text?: string } } }).content.revision.text
  }
  expect(await textIn(without.body)).toBeUndefined()
  expect(await textIn(withText.body)).toBe(text)
  expect((await issue(token, article.id, { ...INTERIM, text: 'yes' })).status).toBe(422)
  expect((await verify(await bytesOf(token, withText.body.id, 'html'))).body.result).toBe('issued')
})

it('names the letters that no font has before a report is issued', async () => {
  const { actor, token } = await makeUser()
  const text = 'The sign says 𒀀 and 東京. Nobody counted ሰ.'
  const article = await makeArticle(actor, { text, claims: [{ quote: 'The sign says 𒀀' }] })
  const plain = await makeArticle(actor, { text: 'It opened in 1998.', claims: [{ quote: '1998' }] })
  const ask = (id: string, query = '') =>
    call(token, 'GET', `/articles/${id}/report/letters-without-font${query}`)
  for (const query of ['', '?language=ar']) {
    const answer = await ask(article.id, query)
    expect(answer.body).toMatchObject({ letters: ['𒀀', 'ሰ'] })
  }
  expect((await ask(plain.id)).body).toEqual({ letters: [] })
  expect((await ask(plain.id, '?language=xx')).status).toBe(400)
  expect((await ask(crypto.randomUUID())).status).toBe(404)
})

it('writes the CSV with the separator that was chosen, and recognises each as issued', async () => {
  const { token, report, article } = await issued('Bridge; and, tunnel')
  const path = `/reports/${report.id}.csv`
  for (const [separator, sign] of [
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ] as const) {
    const { text } = await call(token, 'GET', `${path}?separator=${separator}`)
    expect(text).toContain(`claim_number${sign}claim_id${sign}quote`)
    expect((await verify(text)).body).toMatchObject({ result: 'issued', report: { number: report.number } })
    const preview = await call(token, 'GET', `/articles/${article.id}/report.csv?separator=${separator}`)
    expect(preview.text).toContain(`claim_number${sign}claim_id${sign}quote`)
  }
  const bare = await call(token, 'GET', `${path}?separator=tab&bom=0`)
  expect(bare.text).toMatch(/^claim_number\t/)
  const wrong = await call(token, 'GET', `${path}?separator=pipe`)
  expect(wrong.status).toBe(400)
  expect(wrong.body.errors?.map(({ field }) => field)).toEqual(['separator'])
})
