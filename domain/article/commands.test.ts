import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '@/domain/user/policy'
import { changeClaim } from '@/domain/review/commands'
import { db } from '@/prisma/client'
import { makeArticle, makeUser, unique } from '@/tests/factories'
import { race, refusal } from '@/tests/refusal'
import { changeArticle, createArticle } from './commands'
import { createArticleSchema } from './schema'

let actor: Actor
beforeAll(async () => {
  actor = (await makeUser({ role: 'editor' })).actor
})

type Given = z.input<typeof createArticleSchema>
const create = (given: Given) => createArticle(actor, createArticleSchema.parse(given))
const read = (id: string) =>
  db().article.findUniqueOrThrow({
    where: { id },
    include: {
      claims: { orderBy: { number: 'asc' }, include: { anchors: true, sources: true } },
      revisions: true,
    },
  })
const titled = (title: string) => db().article.count({ where: { title } })

describe('an article with claims', () => {
  it('is stored whole, with each claim on its words', async () => {
    const id = await create({
      title: `Toll ${unique()}`,
      language: 'en',
      text: 'The toll is two coins.\r\n\r\nIt opened in 1998.',
      claims: [
        {
          quote: 'It opened in 1998',
          status: 'verified',
          sources: [{ title: 'Yearbook', stance: 'supports', url: 'https://example.org/a' }],
        },
        { quote: 'The toll is two coins', status: 'disputed', rationale: 'Three.' },
      ],
    })
    const article = await read(id)
    const text = article.revisions[0]?.text ?? ''
    expect(text).not.toContain('\r')
    expect(article.claims.map((claim) => [claim.number, claim.quote, claim.status, claim.finding])).toEqual([
      [1, 'It opened in 1998', 'verified', ''],
      [2, 'The toll is two coins', 'disputed', 'Three.'],
    ])
    for (const { quote, anchors } of article.claims)
      expect(anchors.map((anchor) => text.slice(anchor.start, anchor.end))).toEqual([quote])
    expect(article.claims.map((claim) => claim.reviewedById)).toEqual([actor.id, actor.id])
    expect(article.claims[0]?.sources.map((source) => source.url)).toEqual(['https://example.org/a'])
    expect(await db().event.count({ where: { articleId: id } })).toBe(1)
  })

  it('is not stored when some claims cannot be, and the refusal names each of them', async () => {
    const title = `Half ${unique()}`
    const desk = `Half desk ${unique()}`
    const refused = await refusal(
      create({
        title,
        desk,
        language: 'en',
        text: 'One is here. Two is here. Three stands. Three stands.',
        claims: [
          { quote: 'One is here' },
          { quote: 'Four is here' },
          { quote: 'Three stands' },
          { quote: 'Two is here', status: 'verified' },
          { quote: 'One is here' },
        ],
      }),
    )
    expect(refused.code).toBe('invalid')
    expect(refused.issues[0]?.near?.map(({ quote }) => quote)).toEqual(['One is here', 'Two is here'])
    expect(refused.issues).toMatchObject([
      { path: 'claims.1.quote', key: 'quoteMissing' },
      { path: 'claims.2.quote', key: 'quoteAmbiguous', params: { count: 2 } },
      { path: 'claims.3.status', key: 'verifiedNeedsSource' },
      { path: 'claims.4.quote', key: 'claimExists', params: { number: 1 } },
    ])
    expect(await titled(title)).toBe(0)
    expect(await db().desk.count({ where: { name: desk } })).toBe(0)
  })

  it('is made once when it is asked for five times at once', async () => {
    const title = `Once ${unique()}`
    const given = { title, language: 'en', text: 'Once.', requestKey: unique() }
    const { done } = await race(Array.from({ length: 5 }, () => create(given)))
    expect(new Set(done).size).toBe(1)
    expect(await titled(title)).toBe(1)
  })

  it('creates one desk when several articles name the same new desk at once', async () => {
    const desk = `New desk ${unique()}`
    await race([1, 2, 3].map((n) => create({ title: `T ${n}`, language: 'en', text: 'Text.', desk })))
    expect(await db().desk.count({ where: { name: desk } })).toBe(1)
  })
})

describe('front matter', () => {
  const markdown = '---\ntitle: جسر النيل\nauthor: ليلى\nlanguage: ar\ndateline: القاهرة\n---\n\nافتُتح الجسر.'

  it('supplies title, byline, language and dateline', async () => {
    expect(await read(await create({ markdown }))).toMatchObject({
      title: 'جسر النيل',
      byline: 'ليلى',
      language: 'ar',
      dateline: 'القاهرة',
      revisions: [{ text: expect.stringContaining('افتُتح الجسر.') as string }],
    })
  })

  it('yields to fields given beside it', async () => {
    const id = await create({ markdown, title: 'The Nile bridge', language: 'en', byline: 'Desk' })
    expect(await read(id)).toMatchObject({ title: 'The Nile bridge', language: 'en', byline: 'Desk' })
  })

  it.each([
    ['without a title', '---\nlanguage: ar\n---\nنص', [{ path: 'title', key: 'required' }]],
    ['without a language', '---\ntitle: x\n---\nنص', [{ path: 'language', key: 'required' }]],
    ['of no language', '---\ntitle: x\nlanguage: 77\n---\nنص', [{ path: 'language', key: 'notALanguage' }]],
    ['before no text', '---\ntitle: x\nlanguage: ar\n---\n \n', [{ path: 'markdown', key: 'textEmpty' }]],
  ])('%s is refused with an issue at its field', async (_, given, issues) => {
    expect((await refusal(create({ markdown: given }))).issues).toEqual(issues)
  })
})

describe('language tags', () => {
  it.each([
    ['AR', 'ar'],
    ['en-gb', 'en-GB'],
    ['kk-cyrl-kz', 'kk-Cyrl-KZ'],
  ])('are stored in their canonical form: %s', async (language, right) => {
    expect(await read(await create({ title: 'x', language, text: 'Text.' }))).toMatchObject({
      language: right,
    })
  })

  it.each(['english please', '', 'x', '12', 'en_GB; drop'])(
    'are refused when they are invalid: %j',
    (language) => {
      const parsed = createArticleSchema.safeParse({ title: 'x', language, text: 'Text.' })
      expect(parsed.error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([
        ['language', 'notALanguage'],
      ])
    },
  )
})

describe('a text that cannot be stored', () => {
  it.each([
    ['with a NUL', 'a\0b'],
    ['with half a letter', 'a\ud83d b'],
  ])('%s is refused before it is parsed', (_, text) => {
    const parsed = createArticleSchema.safeParse({ title: 'x', language: 'en', text })
    expect(parsed.error?.issues).toMatchObject([{ path: ['text'], message: 'badCharacter' }])
  })
  it('that is empty is refused', async () => {
    const refused = await refusal(create({ title: 'x', language: 'en', text: ' \n ' }))
    expect(refused.issues).toEqual([{ path: 'text', key: 'textEmpty' }])
  })
  it('of two megabytes is refused before it is parsed', () => {
    const parsed = createArticleSchema.safeParse({ title: 'x', language: 'en', text: 'a'.repeat(2_000_000) })
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual(['textTooLong'])
  })
})

describe('changing an article’s fields', () => {
  it('writes one line of history, conflicts when stale, and needs an editor', async () => {
    const { id } = await makeArticle(actor)
    const checker = (await makeUser({ role: 'checker' })).actor
    expect((await refusal(changeArticle(checker, { id, version: 1, byline: 'x' }))).code).toBe('forbidden')
    await changeArticle(actor, { id, version: 1, byline: 'Layla', desk: 'World' })
    await changeArticle(actor, { id, version: 1, byline: 'Layla', desk: 'World' })
    const stale = await refusal(changeArticle(actor, { id, version: 1, byline: 'Noor' }))
    expect(stale).toMatchObject({ code: 'conflict', current: { byline: 'Layla', desk: 'World', version: 2 } })
    const lines = await db().event.findMany({ where: { articleId: id, verb: 'article.changed' } })
    expect(lines.map((line) => line.after)).toEqual([{ byline: 'Layla', desk: 'World' }])
  })

  it('keeps a change of another field beside one that came first, but no state beside a new headline', async () => {
    const { id } = await makeArticle(actor)
    await changeArticle(actor, { id, version: 1, byline: 'ليلى' })
    expect(await changeArticle(actor, { id, version: 1, dateline: 'Almaty', desk: 'World' })).toBe(3)
    const line = await db().event.findFirst({ where: { articleId: id }, orderBy: { position: 'desc' } })
    expect(line?.after).toEqual({ dateline: 'Almaty', desk: 'World', mergedWith: ['byline'] })
    const version = await changeArticle(actor, { id, version: 3, title: 'Another headline' })
    expect(await changeArticle(actor, { id, version: 3, canonicalUrl: 'https://example.org/a' })).toBe(
      version + 1,
    )
    const archived = await refusal(changeArticle(actor, { id, version: 3, state: 'archived' }))
    expect(archived).toMatchObject({ code: 'conflict', current: { title: 'Another headline' } })
  })

  it('publishes unreviewed and disputed claims only when it is meant', async () => {
    const quotes = ['The bridge opened in 1998', 'It carries nine thousand cars a day']
    const { id, claims } = await makeArticle(actor, {
      text: `${quotes.join('. ')}. Nobody counted the bicycles.`,
      claims: quotes.map((quote) => ({ quote })),
    })
    const state = 'published' as const
    const asked = await refusal(changeArticle(actor, { id, version: 1, state }))
    expect(asked).toMatchObject({ code: 'rule', key: 'publishedWithOpenClaims' })
    expect(asked.params).toEqual({ unreviewed: 2, disputed: 0 })
    for (const [index, status] of (['disputed', 'needs_source'] as const).entries())
      await changeClaim(actor, {
        id: claims[index]?.id ?? '',
        version: 1,
        status,
        finding: 'The year is wrong.',
      })
    expect((await refusal(changeArticle(actor, { id, version: 1, state }))).params).toEqual({
      unreviewed: 0,
      disputed: 1,
    })
    const version = await changeArticle(actor, { id, version: 1, state, despiteOpenClaims: true })
    await changeArticle(actor, { id, version, state })
    const lines = await db().event.findMany({ where: { articleId: id, verb: 'article.changed' } })
    expect(lines.map((line) => line.after)).toEqual([{ state }])
  })

  it('publishes decided claims without a question', async () => {
    const { id } = await makeArticle(actor, { text: 'Nobody counted the bicycles.', claims: [] })
    await changeArticle(actor, { id, version: 1, state: 'published' })
    expect((await db().article.findUniqueOrThrow({ where: { id } })).state).toBe('published')
  })
})
