import { describe, expect, it } from 'vitest'
import { db } from '@/prisma/client'
import { call, faults } from '@/tests/api'
import { ARTICLE_TEXT, makeArticle, makeUser, unique } from '@/tests/factories'

const ARTICLE = { title: 'A', language: 'en', text: ARTICLE_TEXT }

describe('an article is refused, and nothing of it kept, for', () => {
  it.each([
    ['empty text', { text: '' }, ['text textEmpty']],
    ['white space alone', { text: ' \n\t ' }, ['text textEmpty']],
    ['no text at all', { text: undefined }, ['text textEmpty']],
    ['2 MB of text', { text: 'word '.repeat(400_000) }, ['text textTooLong']],
    ['2 million Arabic letters', { text: 'كلمة '.repeat(400_000) }, ['text textTooLong']],
    ['a NUL', { text: 'a\0b' }, ['text badCharacter']],
    ['half of a surrogate pair', { text: 'a\ud83d b' }, ['text badCharacter']],
    ['a NUL in its title', { title: 'a\0b' }, ['title badCharacter']],
    ['a language tag that is none', { language: 'not a tag' }, ['language notALanguage']],
    ['no language', { language: undefined }, ['language required']],
    ['no title', { title: undefined }, ['title required']],
    ['an address that runs a script', { canonicalUrl: 'javascript:alert(1)' }, ['canonicalUrl urlScheme']],
    ['a deadline without an offset', { deadline: '2026-12-01T10:00:00' }, ['deadline notAMoment']],
    [
      'a quote not in the text',
      { claims: [{ quote: 'Nothing of the kind' }] },
      ['claims.0.quote quoteMissing'],
    ],
    ['an empty quote', { claims: [{ quote: '' }] }, ['claims.0.quote required']],
    ['a status that is none', { claims: [{ quote: 'toll', status: 'true' }] }, ['claims.0.status notOneOf']],
    ['claims that are no list', { claims: 'all' }, ['claims wrongType']],
    ['a field it does not have', { headline: 'x' }, ['headline unknownField']],
  ])('%s', async (_what, change, expected) => {
    const { actor, token } = await makeUser()
    const answer = await call(token, 'POST', '/articles', { body: { ...ARTICLE, ...change } })
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.status).toBe(422)
    expect(faults(answer)).toEqual(expected)
    for (const error of answer.body.errors ?? []) expect(error.message).toMatch(/\w{3}.*[.]$/)
    expect(await db().article.count({ where: { createdById: actor.id } })).toBe(0)
  })

  it('a body longer than the longest text', async () => {
    const { token } = await makeUser()
    const answer = await call(token, 'POST', '/articles', {
      body: { ...ARTICLE, text: 'x'.repeat(9_000_000) },
    })
    expect([answer.status, answer.body.code]).toEqual([413, 'too_large'])
    expect(answer.body.detail).toContain('8388608 bytes')
  })

  it('the longest accepted text is no reason to refuse, however it is encoded', async () => {
    const { token } = await makeUser()
    const text = 'كلمة '.repeat(200_000)
    const raw = JSON.stringify({ ...ARTICLE, text }).replace(
      /[\u0600-\u06ff]/g,
      (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    expect((await call(token, 'POST', '/articles', { raw })).status).toBe(201)
  })
})

describe('a claim’s change is refused for', () => {
  it.each([
    ['a finding of 100,000 characters', { finding: 'x'.repeat(100_000) }, 'finding tooLong'],
    ['a finding with a NUL', { finding: 'a\0b' }, 'finding badCharacter'],
    ['a status that is none', { status: 'true' }, 'status notOneOf'],
    ['a priority that is none', { priority: 'soon' }, 'priority notOneOf'],
    ['a due time that is none', { dueAt: 'tomorrow' }, 'dueAt notAMoment'],
    ['a person that is none', { assigneeId: 'me' }, 'assigneeId notAnId'],
    [
      'a person nobody knows',
      { assigneeId: '01a20000-0000-7000-8000-000000000000' },
      'assigneeId cannotBeAssigned',
    ],
    ['no version', { version: undefined }, 'version required'],
    ['a version that is no number', { version: '1' }, 'version wrongType'],
    ['a field it does not have', { verdict: 'x' }, 'verdict unknownField'],
  ])('%s', async (_what, change, expected) => {
    const { actor, token } = await makeUser()
    const [claim] = (await makeArticle(actor)).claims
    const answer = await call(token, 'PATCH', `/claims/${claim?.id}`, { body: { version: 1, ...change } })
    expect(answer.status).toBe(422)
    expect(faults(answer)).toEqual([expected])
    expect(await db().event.count({ where: { claimId: claim?.id } })).toBe(0)
  })
})

describe('a body is refused that is', () => {
  const bytes = (...values: number[]) => new Uint8Array(values)

  it.each([
    ['malformed JSON', '{"title": ', 'application/json', 400, 'malformed'],
    ['empty', '', 'application/json', 400, 'malformed'],
    ['not UTF-8', bytes(0x22, 0xe9, 0x22), 'application/json', 400, 'malformed'],
    ['a form', 'title=x', 'application/x-www-form-urlencoded', 415, 'unsupported_media_type'],
    ['plain text', '{}', 'text/plain', 415, 'unsupported_media_type'],
    ['not an object', '[]', 'application/json', 422, 'invalid'],
    ['null', 'null', 'application/json', 422, 'invalid'],
  ])('%s', async (_what, raw, type, status, code) => {
    const { actor, token } = await makeUser()
    const [claim] = (await makeArticle(actor)).claims
    for (const [method, path] of [
      ['POST', '/articles'],
      ['PATCH', `/claims/${claim?.id}`],
      ['POST', `/claims/${claim?.id}/sources`],
    ] as const) {
      const answer = await call(token, method, path, { raw, headers: { 'content-type': type } })
      expect([answer.status, answer.body.code], `${method} ${path}`).toEqual([status, code])
    }
  })
})

it('an idempotency key that is too long is refused', async () => {
  const { token } = await makeUser()
  const headers = { 'idempotency-key': 'k'.repeat(141) }
  const answer = await call(token, 'POST', '/articles', { body: ARTICLE, headers })
  expect([answer.status, faults(answer)]).toEqual([400, ['idempotency-key tooLong']])
})

it('characters that the database cannot store are refused in every field', async () => {
  const { token } = await makeUser()
  const nul = '\0'
  const bodies = [
    { markdown: '---\ntitle: "a\\u0000b"\nlanguage: en\n---\n\nText.' },
    { ...ARTICLE, desk: `d${nul}` },
    { ...ARTICLE, claims: [{ quote: 'toll', correction: { kind: nul, replacement: 'x' } }] },
    { ...ARTICLE, claims: [{ quote: 'toll', prefix: nul }] },
    { ...ARTICLE, claims: [{ quote: 'toll', sources: [{ title: 'x', stance: 'context', locator: nul }] }] },
  ]
  for (const body of bodies) {
    const answer = await call(token, 'POST', '/articles', { body })
    expect([answer.status, answer.body.code], JSON.stringify(body)).toEqual([422, 'invalid'])
  }
})

it('times that the database cannot store are refused', async () => {
  const { actor, token } = await makeUser()
  const [claim] = (await makeArticle(actor)).claims
  const body = { version: 1, dueAt: '0000-01-01T00:00:00Z' }
  expect((await call(token, 'PATCH', `/claims/${claim?.id}`, { body })).status).toBe(422)
})

describe('sentences', () => {
  it.each([
    ['ar', /[\u0600-\u06ff]{3}/],
    ['ar-EG, en;q=0.5', /[\u0600-\u06ff]{3}/],
    ['fr, en', /^[ -~…’]+$/],
    ['', /^[ -~…’]+$/],
  ])('are in the language requested by %j', async (language, letters) => {
    const { token } = await makeUser()
    const answer = await call(token, 'POST', '/articles', {
      body: { ...ARTICLE, text: '', title: unique() },
      headers: { 'accept-language': language },
    })
    expect(answer.body.errors?.[0]?.message).toMatch(letters)
    expect(answer.body.title).toMatch(letters)
    expect(answer.headers.get('content-language')).toBe(language.startsWith('ar') ? 'ar' : 'en')
  })
})
