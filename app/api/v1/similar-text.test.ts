import { describe, expect, it } from 'vitest'
import { call, faults } from '@/tests/api'
import { makeArticle, makeUser } from '@/tests/factories'

type Found = {
  context: string
  language: string
  items: {
    kind: string
    id: string
    quote: string
    status: string | null
    finding: string
    reviewedAt: string | null
    article: { id: string }
    reasons: { kind: string }[]
    differences: { kind: string; here: string; there: string }[]
  }[]
}

const ask = (token: string | null, query: Record<string, string>) =>
  call<Found>(token, 'GET', `/claims/similar?${new URLSearchParams(query).toString()}`)

const letters = () =>
  Array.from({ length: 8 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('')

const VERIFIED = {
  status: 'disputed' as const,
  finding: 'The archive has another figure.',
  sources: [{ title: 'Archive', stance: 'refutes' as const }],
}

/** A disputed claim about a place that no other test names. */
async function checked(language: string, sentence: (name: string) => string) {
  const { actor } = await makeUser()
  const name = `Karsan${letters()}x`
  const quote = sentence(name)
  const { id, claims } = await makeArticle(actor, {
    language,
    text: `${quote}.`,
    claims: [{ quote, ...VERIFIED }],
  })
  return { name, articleId: id, claimId: claims[0]?.id }
}

describe('GET /claims/similar', () => {
  it('leads from a reader’s message to the claim that answers it, with what was found', async () => {
    const { name, claimId } = await checked(
      'en',
      (place) => `The dam at ${place} lost 12% of its water in 2023`,
    )
    const { token } = await makeUser({ role: 'viewer' })
    const text = `*Forwarded many times*\nHello friends!!! 😱 The dam at ${name} lost 12% of its water in 2023. Is it true? @desk https://t.co/abc`
    const { status, body } = await ask(token, { text })
    expect(status).toBe(200)
    expect(body.context).toBe(`Hello friends! The dam at ${name} lost 12% of its water in 2023. Is it true?`)
    expect(body.language).toBe('en')
    expect(body.items[0]).toMatchObject({
      kind: 'claim',
      id: claimId,
      status: 'disputed',
      finding: VERIFIED.finding,
      differences: [],
    })
    expect(body.items[0]?.reviewedAt).toMatch(/^\d{4}-.*Z$/)
    expect(body.items[0]?.reasons.map(({ kind }) => kind)).toContain('numbers')
  })

  it('does so in Arabic, whatever the spelling', async () => {
    const { name, claimId } = await checked('ar', (place) => `فقد سدّ ${place} ١٢٪ من مياهه في عام ٢٠٢٣`)
    const { token } = await makeUser({ role: 'viewer' })
    const { body } = await ask(token, {
      text: `منقول: عاجل ‼️ فقد سد ${name} 12٪ من مياهه فى عام 2023 😱 #السد`,
    })
    expect(body.language).toBe('ar')
    expect(body.items[0]).toMatchObject({ id: claimId, status: 'disputed' })
  })

  it('tells what differs', async () => {
    const { name, claimId } = await checked(
      'en',
      (place) => `The dam at ${place} lost 12% of its water in 2023`,
    )
    const { token } = await makeUser({ role: 'viewer' })
    const { body } = await ask(token, {
      text: `The dam at ${name} lost 21% of its water in 2023`,
      language: 'en',
    })
    expect(body.items[0]).toMatchObject({
      id: claimId,
      differences: [{ kind: 'figure', here: '21%', there: '12%' }],
    })
  })

  it('finds nothing where nobody says so', async () => {
    const { token } = await makeUser({ role: 'viewer' })
    const { status, body } = await ask(token, { text: `${letters()} ${letters()} ${letters()}` })
    expect([status, body.items]).toEqual([200, []])
  })

  it.each([
    ['no text', {}, 'text required'],
    ['an empty text', { text: ' ' }, 'text required'],
    ['an invisible text', { text: '\u200b\u2066' }, 'text required'],
    ['addresses alone', { text: 'RT @a: https://t.co/a 😀' }, 'text noWordsToFind'],
    ['a text too long', { text: 'word '.repeat(1_001) }, 'text tooLong'],
    ['a NUL', { text: 'a\0b' }, 'text badCharacter'],
    ['a language that is none', { text: 'The dam', language: 'not a tag' }, 'language notALanguage'],
  ])('refuses %s and names the field', async (_what, query, fault) => {
    const { token } = await makeUser({ role: 'viewer' })
    const answer = await call(token, 'GET', `/claims/similar?${new URLSearchParams(query).toString()}`)
    expect([answer.status, faults(answer)]).toEqual([400, [fault]])
  })

  it('tells nobody without a token', async () => {
    expect((await ask(null, { text: 'The dam' })).status).toBe(401)
  })
})
