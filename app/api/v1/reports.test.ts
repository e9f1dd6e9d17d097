import { expect, it } from 'vitest'
import { call } from '@/tests/api'
import { makeArticle, makeUser } from '@/tests/factories'

it.each([
  ['html', /^text\/html; charset=utf-8$/i, /^inline;/],
  ['csv', /^text\/csv; charset=utf-8/i, /^attachment;/],
  ['json', /^application\/json/, /^inline;/],
])('a report comes as %s, named after its article and closed to scripts', async (format, type, place) => {
  const { actor, token } = await makeUser()
  const article = await makeArticle(actor, {
    title: '<script>alert(1)</script> جسر',
    text: 'It opened in 1998.',
    claims: [{ quote: 'opened in 1998' }],
  })
  const answer = await call<object>(token, 'GET', `/articles/${article.id}/report.${format}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toMatch(type)
  expect(answer.headers.get('content-disposition')).toMatch(place)
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
  expect(answer.text).toContain('opened in 1998')
  if (format === 'html') expect(answer.text).not.toContain('<script>alert')
})

it('there is no report in another format', async () => {
  const { actor, token } = await makeUser()
  const article = await makeArticle(actor)
  expect((await call(token, 'GET', `/articles/${article.id}/report.exe`)).status).toBe(404)
})
