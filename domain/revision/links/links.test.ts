import { describe, expect, it } from 'vitest'
import { createArticle } from '@/domain/article/commands'
import { createArticleSchema } from '@/domain/article/schema'
import { linksOfClaim } from '@/domain/claim/queries'
import { db } from '@/prisma/client'
import { makeUser, unique } from '@/tests/factories'
import { reviseArticle } from '@/domain/revision/commands'
import { linksAfterEdit, linksOn, linksWithin } from './links'
import { reviseSchema } from '@/domain/revision/schema'

const link = (text: string, words: string, url = `https://example.org/${words}`) => ({
  url,
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
})
const words = (text: string, links: readonly { start: number; end: number }[]) =>
  links.map(({ start, end }) => text.slice(start, end))

describe('the links of an edited text', () => {
  const before = 'The report says 12 wells dried. The ministry agreed.'
  const links = ['report', 'wells', 'ministry'].map((one) => link(before, one))

  it.each([
    ['The report says 14 wells dried. The ministry agreed.', ['report', 'wells', 'ministry']],
    ['The report says 12 springs dried. The ministry agreed.', ['report', 'ministry']],
    ['A new report, says 12 wells dried! The ministry agreed.', ['report', 'wells', 'ministry']],
    ['', []],
    [`قالت. ${before}`, ['report', 'wells', 'ministry']],
  ])('%j', (after, kept) => {
    expect(words(after, linksAfterEdit(before, after, links))).toEqual(kept)
  })

  it('stand within it', () => {
    expect(linksWithin(before, [...links, { url: 'https://x.test', start: 5, end: 900 }])).toEqual(links)
  })

  it('are offered on words that they share, each address once', () => {
    const twice = [...links, link(before, 'dried', 'https://example.org/wells')]
    const span = { start: before.indexOf('12'), end: before.indexOf('.') }
    expect(linksOn(before, twice, span)).toEqual([{ url: 'https://example.org/wells', words: 'wells' }])
  })
})

describe('a text with links', () => {
  it('keeps them in each revision, and the claim on their words offers them', async () => {
    const { actor } = await makeUser({ role: 'editor' })
    const text = 'The toll is two coins. It opened in 1998.'
    const id = await createArticle(
      actor,
      createArticleSchema.parse({
        title: `Toll ${unique()}`,
        language: 'en',
        text,
        links: [link(text, '1998'), { url: 'https://example.org/far', start: 3, end: 4_000 }],
        claims: [{ quote: 'It opened in 1998' }, { quote: 'The toll is two coins' }],
      }),
    )
    await reviseArticle(
      actor,
      reviseSchema.parse({ articleId: id, text: 'The toll is three coins. It opened in 1998.' }),
    )
    const claims = await db().claim.findMany({ where: { articleId: id }, orderBy: { number: 'asc' } })
    const offered = await Promise.all(claims.map((claim) => linksOfClaim(actor, claim.id)))
    expect(offered).toEqual([[{ url: 'https://example.org/1998', words: '1998' }], []])
  })

  it('refuses an address that is not of the web', () => {
    const links = [{ url: 'javascript:alert(1)', start: 0, end: 3 }]
    expect(createArticleSchema.safeParse({ text: 'abc', links }).success).toBe(false)
  })
})
