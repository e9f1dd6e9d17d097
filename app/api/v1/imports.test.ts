import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { IMPORT_SENTENCES } from '@/domain/article/import-problems'
import { db } from '@/prisma/client'
import { MAX_FILE_BYTES } from '@/text/bounds'
import { call, faults, type Problem } from '@/tests/api'
import { makeUser } from '@/tests/factories'
import { caseFile, odtFile, paragraph, wordFile, zipOf, withPassword } from '@/tests/office-files'

type Imported = {
  id: string
  title: string
  language: string
  claims: { number: number; quote: string; status: string; anchor: { start: number; end: number } }[]
  notices: { kind: string; as: string; count: number }[]
  notes: { author: string; text: string; start: number; end: number }[]
}
type Preview = Imported & { text: string; encoding: { name: string; guessed: boolean } | null }
type Fields = Record<string, string>

const BOUNDARY = 'x-a-boundary-of-the-test'

/** Encodes a form as a browser or curl would send it. */
function formBytes(files: { name: string; content: string | Uint8Array; field?: string }[], fields: Fields) {
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  )
  for (const { name, content, field = 'file' } of files)
    parts.push(
      Buffer.from(
        `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
      ),
      Buffer.from(content),
      Buffer.from('\r\n'),
    )
  return new Uint8Array(Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]))
}

const FORM = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }

async function send<T = Problem>(
  token: string | null,
  name: string,
  content: string | Uint8Array,
  fields: Fields = {},
  headers: Record<string, string> = {},
) {
  const raw = formBytes([{ name, content }], fields)
  return call<T>(token, 'POST', '/articles/import', { raw, headers: { ...FORM, ...headers } })
}

const articlesOf = (id: string) => db().article.count({ where: { createdById: id } })

describe('a file becomes an article', () => {
  it('a Word draft, with a claim for each comment', async () => {
    const { token } = await makeUser()
    const answer = await send<Imported>(token, 'draft.docx', caseFile('word-comments.docx'), {
      title: 'Jobs',
      language: 'en',
      desk: 'Economy',
      byline: 'A. Writer',
    })
    expect(answer.text).not.toContain('"errors"')
    expect(answer.status).toBe(201)
    expect(answer.headers.get('location')).toBe(`/api/v1/articles/${answer.body.id}`)
    expect(answer.body.claims.map(({ quote, status }) => [quote, status])).toEqual([
      ['ministry hired 900 people', 'unreviewed'],
      ['Both sides\n\nagree', 'unreviewed'],
      ['٩٠٠ موظف', 'unreviewed'],
    ])
    expect(answer.body.notes.map((note) => note.author)).toEqual(['Reviewer 1', 'Reviewer 2', 'Reviewer 3'])
    expect(answer.body.notices).toContainEqual({ kind: 'comments', as: 'left_out', count: 3 })
    const findings = await db().claim.findMany({
      where: { articleId: answer.body.id },
      orderBy: { number: 'asc' },
      select: { finding: true },
    })
    expect(findings.map((claim) => claim.finding)).toEqual([
      'Reviewer 1: Source?',
      'Reviewer 2: Who says so?',
      'Reviewer 3: تحقق من الرقم',
    ])
  })

  it('without claims if the request wants none', async () => {
    const { token } = await makeUser()
    const fields = { title: 'Jobs', language: 'en', notes: 'none' }
    const answer = await send<Imported>(token, 'draft.docx', caseFile('word-comments.docx'), fields)
    expect([answer.status, answer.body.claims, answer.body.notes.length]).toEqual([201, [], 3])
  })

  it('an OpenDocument text, and a plain text titled by its file name', async () => {
    const { token } = await makeUser()
    const odt = odtFile({ text: '<text:p>The bridge opened in 1932.</text:p>', title: 'Bridge' })
    const first = await send<Imported>(token, 'a.odt', odt, { language: 'en' })
    expect([first.status, first.body.title]).toEqual([201, 'Bridge'])
    const second = await send<Imported>(token, 'مسودة.txt', 'قالت الوزارة إن السعر ارتفع في البلاد كلها.')
    expect([second.status, second.body.title, second.body.language]).toEqual([201, 'مسودة', 'ar'])
  })

  it('in the requested encoding', async () => {
    const { token } = await makeUser()
    const bytes = Uint8Array.from([0xc7, 0xe1, 0xcc, 0xd3, 0xd1])
    const fields = { encoding: 'windows-1256', preview: 'true' }
    const answer = await send<Preview>(token, 'a.txt', bytes, fields)
    expect([answer.body.text, answer.body.encoding]).toEqual([
      'الجسر',
      { name: 'windows-1256', guessed: false },
    ])
  })

  it('not at all if it is only a preview', async () => {
    const { actor, token } = await makeUser()
    const answer = await send<Preview>(token, 'a.docx', caseFile('word-comments.docx'), { preview: 'true' })
    expect(answer.status).toBe(200)
    expect(answer.body.text).toContain('The ministry hired 900 people in May.')
    expect(answer.body.notes[0]).toMatchObject({ author: 'Reviewer 1', start: 17, end: 42 })
    expect(await articlesOf(actor.id)).toBe(0)
  })

  it('once, however often the same key is used', async () => {
    const { actor, token } = await makeUser()
    const ask = () => send<Imported>(token, 'a.txt', 'One.', { language: 'en' }, { 'idempotency-key': 'k1' })
    const [first, second] = [await ask(), await ask()]
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body.id).toBe(first.body.id)
    expect(await articlesOf(actor.id)).toBe(1)
  })

  it('a large one, beyond the limit of other bodies', async () => {
    const { token } = await makeUser()
    const noise = Buffer.alloc(9_000_000, 'The bridge opened in 1932. ')
    const file = Buffer.concat([Buffer.from('<html><!--'), noise, Buffer.from('--><p>One.')])
    expect((await send(token, 'a.html', file, { language: 'en' })).status).toBe(201)
  })
})

describe('a file is refused', () => {
  const locked = withPassword(wordFile({ body: paragraph('One.') }), 'word/document.xml')
  it.each<[string, string, string | Uint8Array, number, string]>([
    ['too long a text', 'a.txt', 'a'.repeat(1_000_001), 413, IMPORT_SENTENCES.too_large],
    ['too large a file', 'a.txt', Buffer.alloc(MAX_FILE_BYTES + 1, 97), 413, IMPORT_SENTENCES.too_large],
    ['no zip', 'a.docx', 'text', 422, IMPORT_SENTENCES.not_a_zip],
    ['no Word text', 'a.docx', zipOf({ 'x.xml': '<x/>' }), 422, IMPORT_SENTENCES.not_this_format],
    [
      'a damaged file',
      'a.docx',
      caseFile('word-comments.docx').subarray(0, 900),
      422,
      IMPORT_SENTENCES.damaged,
    ],
    ['a password', 'a.docx', locked, 422, IMPORT_SENTENCES.encrypted],
    ['a path out of the archive', 'a.docx', zipOf({ '../word/x': 'x' }), 422, IMPORT_SENTENCES.bad_path],
    [
      'a document type',
      'a.docx',
      zipOf({
        '[Content_Types].xml': '<Types/>',
        '_rels/.rels': '<!DOCTYPE x [<!ENTITY a "b">]><Relationships/>',
        'word/document.xml': '<x/>',
      }),
      422,
      IMPORT_SENTENCES.entities,
    ],
    ['what only begins as a PDF', 'a.docx', '%PDF-1.7', 422, IMPORT_SENTENCES.damaged],
    ['a drawing', 'a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 422, IMPORT_SENTENCES.unsupported],
    ['nothing in it', 'a.txt', '  ', 422, IMPORT_SENTENCES.empty],
    [
      'an unknown encoding',
      'a.txt',
      Buffer.from('cff0e8e2e5f220ece8f0', 'hex'),
      422,
      IMPORT_SENTENCES.encoding,
    ],
    [
      'a picture',
      'a.txt',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 0, 2]),
      422,
      IMPORT_SENTENCES.not_text,
    ],
  ])('%s', async (_what, name, content, status, key) => {
    const { actor, token } = await makeUser()
    const answer = await send(token, name, content, { language: 'en' })
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect([answer.status, faults(answer)]).toEqual([status, [`file ${key}`]])
    expect(answer.body.detail).toMatch(/\w{3}.*[.]$/)
    expect(answer.body.detail).not.toContain('{')
    expect(await articlesOf(actor.id)).toBe(0)
  })

  it('in the reader’s language', async () => {
    const { token } = await makeUser()
    const answer = await send(token, 'a.svg', '<svg/>', {}, { 'accept-language': 'ar' })
    expect(answer.body.errors?.[0]?.message).toContain('هذا رسم بصيغة SVG')
  })

  it('for wrong fields, each by name', async () => {
    const { token } = await makeUser()
    const fields = { language: 'not a tag', encoding: 'koi8-r', notes: 'some', preview: 'yes', headline: 'x' }
    expect(faults(await send(token, 'a.txt', 'One.', fields)).sort()).toEqual([
      'encoding notOneOf',
      'headline unknownField',
      'language notALanguage',
      'notes notOneOf',
      'preview notOneOf',
    ])
    expect(faults(await send(token, 'a.txt', '1932'))).toEqual(['language required'])
  })

  it('when the form has no file, or several', async () => {
    const { token } = await makeUser()
    const sent = (raw: Uint8Array<ArrayBuffer>) =>
      call(token, 'POST', '/articles/import', { raw, headers: FORM })
    expect(faults(await sent(formBytes([], { language: 'en' })))).toEqual(['file required'])
    const two = formBytes(
      [
        { name: 'a.txt', content: 'a' },
        { name: 'b.txt', content: 'b' },
      ],
      {},
    )
    expect(faults(await sent(two))).toEqual(['file importOneFile'])
    const elsewhere = formBytes([{ name: 'a.txt', content: 'a', field: 'text' }], {})
    expect((await sent(elsewhere)).body.code).toBe('malformed')
  })
})

describe('a body is refused', () => {
  const post = async (raw: Uint8Array<ArrayBuffer> | string, headers: Record<string, string>) => {
    const { token } = await makeUser()
    return call(token, 'POST', '/articles/import', { raw, headers })
  }

  it('longer than any file, whatever length it claims', async () => {
    const raw = formBytes([{ name: 'a.txt', content: Buffer.alloc(MAX_FILE_BYTES + 100_000, 97) }], {})
    const answer = await post(raw, { ...FORM, 'content-length': '10' })
    expect([answer.status, answer.body.code]).toEqual([413, 'too_large'])
    const json = JSON.stringify({ url: 'x'.repeat(9_000_000) })
    expect((await post(json, { 'content-type': 'application/json' })).status).toBe(413)
  })

  it.each([
    ['no form', 'x', FORM, 400],
    ['a form without a boundary', 'x', { 'content-type': 'multipart/form-data' }, 400],
    ['no JSON', '{', { 'content-type': 'application/json' }, 400],
    ['another type', 'x', { 'content-type': 'text/plain' }, 415],
    ['an empty one', '{}', { 'content-type': 'application/json' }, 422],
  ])('%s', async (_what, raw, headers, status) => {
    expect((await post(raw, headers)).status).toBe(status)
  })

  it('with a field that is no UTF-8, or given twice', async () => {
    const bad = Buffer.from(formBytes([{ name: 'a.txt', content: 'One.' }], { title: 'AB' }))
    bad[bad.indexOf('AB')] = 0xff
    expect((await post(new Uint8Array(bad), FORM)).body.code).toBe('malformed')
    const once = Buffer.from(formBytes([], { title: 'A' }))
    const twice = Buffer.concat([once.subarray(0, -`--${BOUNDARY}--\r\n`.length), once])
    expect((await post(new Uint8Array(twice), FORM)).body.code).toBe('malformed')
  })
})

describe('an import is refused', () => {
  it.each(['viewer', 'checker'] as const)('to a %s, even for a preview', async (role) => {
    const { actor, token } = await makeUser({ role })
    for (const fields of [{ language: 'en' }, { preview: 'true' }] as Fields[])
      expect((await send(token, 'a.txt', 'One.', fields)).status).toBe(403)
    const body = { url: 'http://127.0.0.1/' }
    expect((await call(token, 'POST', '/articles/import', { body })).status).toBe(403)
    expect(await articlesOf(actor.id)).toBe(0)
  })

  it('without a token', async () => {
    expect((await send(null, 'a.txt', 'One.')).status).toBe(401)
  })
})

describe('a web address', () => {
  let answer: http.RequestListener = () => undefined
  const server = http.createServer((request, response) => answer(request, response))
  let origin = ''
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())
  afterEach(() => vi.unstubAllEnvs())

  const page = (body: string, type = 'text/html') => {
    answer = (_request, response) => response.writeHead(200, { 'content-type': type }).end(body)
  }
  const bring = async (url: string, rest: object = {}) => {
    const { token } = await makeUser()
    return call<Imported & Problem>(token, 'POST', '/articles/import', { body: { url, ...rest } })
  }
  const ARTICLE = `<title>Bridge</title><article><p>${'The bridge opened in 1932, and people crossed it on foot. '.repeat(4)}</p></article>`

  it('becomes an article where the desk may read its own network', async () => {
    vi.stubEnv('FACTDESK_ALLOW_PRIVATE_ADDRESSES', 'on')
    page(ARTICLE)
    const found = await bring(`${origin}/news`, { desk: 'City' })
    expect([found.status, found.body.title, found.body.language]).toEqual([201, 'Bridge', 'en'])
    const kept = await db().article.findUniqueOrThrow({ where: { id: found.body.id } })
    expect(kept.canonicalUrl).toBe(`${origin}/news`)
    const preview = await bring(`${origin}/news`, { preview: true })
    expect([preview.status, preview.body.id]).toEqual([200, undefined])
  })

  const SENTENCE = 'The bridge opened in 1932, and people crossed it on foot. '.repeat(4)
  const BOX = '<aside><p>A ferry sank in 1931.</p></aside>'
  const withBox = `<title>Bridge</title><nav><p>Home</p></nav><article><p>${SENTENCE}</p>${BOX}<p>It is <a href="https://example.org/long">503 metres</a> long, the harbour says. ${SENTENCE}</p></article>`
  type Pieces = { leftOut: { id: string; text: string; at: number }[]; text: string; links: object[] }

  it('gives pieces that were left out of its text back, by their ids', async () => {
    vi.stubEnv('FACTDESK_ALLOW_PRIVATE_ADDRESSES', 'on')
    page(withBox)
    const preview = (await bring(origin, { preview: true })).body as unknown as Pieces
    const box = preview.leftOut.find(({ text }) => text.includes('ferry'))
    expect(preview.text).not.toContain('ferry')
    const takeBack = [box?.id]
    const again = (await bring(origin, { preview: true, takeBack })).body as unknown as Pieces
    expect(again.text).toContain('on foot.\n\nA ferry sank in 1931.\n\nIt is 503 metres long')
    expect(again.leftOut).toEqual(preview.leftOut.filter(({ text }) => text === 'Home'))
    const made = await bring(origin, { takeBack })
    expect(made.status).toBe(201)
    const { token } = await makeUser()
    const kept = await call<Pieces>(token, 'GET', `/articles/${made.body.id}`)
    expect(kept.body.text).toBe(again.text)
    const start = again.text.indexOf('503 metres')
    expect(kept.body.links).toEqual([
      { url: 'https://example.org/long', start, end: start + '503 metres'.length },
    ])
    expect(again.links).toEqual(kept.body.links)
  })

  it('refuses a piece that it no longer has', async () => {
    vi.stubEnv('FACTDESK_ALLOW_PRIVATE_ADDRESSES', 'on')
    page(withBox)
    const preview = (await bring(origin, { preview: true })).body as unknown as Pieces
    const takeBack = preview.leftOut.map(({ id }) => id)
    page(withBox.replace('1931', '1941'))
    expect(faults((await bring(origin, { takeBack })) as never)).toEqual(['takeBack.1 importNoSuchPiece'])
    expect(faults((await bring(origin, { takeBack: ['3'] })) as never)).toEqual(['takeBack.0 wrongFormat'])
  })

  it('gives pieces of a page sent as a file back, with commas between their ids', async () => {
    const { token } = await makeUser()
    const preview = (await send<Pieces>(token, 'a.html', withBox, { preview: 'true' })).body
    const takeBack = preview.leftOut?.map(({ id }) => id).join(', ') ?? ''
    const again = await send<Pieces>(token, 'a.html', withBox, { preview: 'true', takeBack })
    expect([again.status, again.body.leftOut ?? []]).toEqual([200, []])
    const bad = await send(token, 'a.html', withBox, { takeBack: 'x' })
    expect([bad.status, faults(bad)]).toEqual([422, ['takeBack.0 wrongFormat']])
  })

  it('is read in the requested encoding', async () => {
    vi.stubEnv('FACTDESK_ALLOW_PRIVATE_ADDRESSES', 'on')
    answer = (_request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/plain' })
        .end(Uint8Array.from([0xc7, 0xe1, 0xcc, 0xd3, 0xd1]))
    const body = (await bring(origin, { preview: true, encoding: 'windows-1256' })).body as unknown as Preview
    expect([body.text, body.encoding]).toEqual(['الجسر', { name: 'windows-1256', guessed: false }])
  })

  it('in the desk’s own network is refused unless the setting allows it', async () => {
    page(ARTICLE)
    const found = await bring(origin)
    expect([found.status, faults(found as never)]).toEqual([422, [`url ${IMPORT_SENTENCES.address_refused}`]])
  })

  it.each<[string, string, string, string]>([
    ['a menu', '<nav><a href=/>Home</a></nav>', 'text/html', IMPORT_SENTENCES.no_article],
    ['a picture', 'x', 'image/png', IMPORT_SENTENCES.not_text],
    ['too much', `<p>${'x'.repeat(1_000_001)}`, 'text/html', IMPORT_SENTENCES.too_large],
  ])('with %s is refused in words', async (_what, body, type, key) => {
    vi.stubEnv('FACTDESK_ALLOW_PRIVATE_ADDRESSES', 'on')
    page(body, type)
    const found = await bring(origin)
    expect([found.status, faults(found as never)]).toEqual([422, [`url ${key}`]])
  })

  it('that is malformed, or where nobody answers', async () => {
    vi.stubEnv('FACTDESK_ALLOW_PRIVATE_ADDRESSES', 'on')
    expect(faults((await bring('no address')) as never)).toEqual([`url ${IMPORT_SENTENCES.address}`])
    expect(faults((await bring('http://127.0.0.1:9/')) as never)).toEqual([
      `url ${IMPORT_SENTENCES.unreachable}`,
    ])
    expect(faults((await bring('', { title: 3 })) as never).sort()).toEqual([
      'title wrongType',
      'url required',
    ])
  })
})
