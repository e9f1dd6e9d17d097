import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { PublishedCorrection } from '@/domain/published-correction/shape'
import { loadCase } from '@/tests/cases/load'
import { embedPage } from './embed'
import { feedOf } from './feed-of'
import { correctedArticle } from './json-ld'
import { snippetOf } from './snippet'

const AWKWARD = loadCase<{ claims: { claimReviewed: string }[] }>('C41_jsonld_escape').claims.map(
  (claim) => claim.claimReviewed,
)
const publisher = { publicUrl: 'https://desk.example', newsroom: 'The <Post> & Co' }

const correction = (given: Partial<PublishedCorrection> = {}): PublishedCorrection => ({
  id: '0193a000-0000-7000-8000-000000000001',
  number: 7,
  kind: 'correction',
  wrong: 'The year.',
  right: 'It opened in 1996.',
  note: 'We gave the wrong year.',
  explanation: '',
  publishedAt: new Date('2026-03-01T19:30:00Z'),
  updatedAt: new Date('2026-03-04T19:30:00Z'),
  changedAt: new Date('2026-03-04T19:30:00Z'),
  article: {
    id: '0193a000-0000-7000-8000-0000000000aa',
    title: 'The bridge',
    language: 'en',
    url: 'https://news.example/bridge',
  },
  ...given,
})

function read(page: string) {
  const elements: { name: string; attributes: Record<string, string> }[] = []
  const scripts: string[] = []
  let inScript = false
  const parser = new Parser({
    onopentag: (name, attributes) => {
      elements.push({ name, attributes })
      inScript = name === 'script'
      if (inScript) scripts.push('')
    },
    ontext: (text) => {
      if (inScript) scripts.push((scripts.pop() ?? '') + text)
    },
    onclosetag: () => (inScript = false),
  })
  parser.end(page)
  return { elements, scripts, names: elements.map(({ name }) => name) }
}

/** The fields of schema.org for an article with corrections, as far as we use them. */
const schema = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('NewsArticle'),
  headline: z.string().min(1),
  inLanguage: z.string(),
  url: z.url().optional(),
  mainEntityOfPage: z.url().optional(),
  dateModified: z.iso.datetime(),
  correction: z
    .array(
      z.strictObject({
        '@type': z.literal('CorrectionComment'),
        '@id': z.string(),
        url: z.url(),
        text: z.string().min(1),
        inLanguage: z.string(),
        datePublished: z.iso.datetime(),
        dateModified: z.iso.datetime(),
      }),
    )
    .min(1),
  publisher: z.strictObject({
    '@type': z.literal('NewsMediaOrganization'),
    name: z.string(),
    url: z.url(),
    correctionsPolicy: z.literal('https://desk.example/corrections/policy'),
  }),
})

describe('the markup of an article with corrections', () => {
  it('states when readers were last informed, and each correction', () => {
    const other = correction({ id: '0193a000-0000-7000-8000-000000000002', number: 8, note: '' })
    const said = schema.parse(correctedArticle([correction(), other], publisher))
    expect(said.dateModified).toBe('2026-03-04T19:30:00.000Z')
    expect(said.correction.map(({ text }) => text)).toEqual(['We gave the wrong year.', 'It opened in 1996.'])
    expect(said.correction[0]?.datePublished).toBe('2026-03-01T19:30:00.000Z')
  })
})

describe.each(AWKWARD)('with the words %j (C41)', (words) => {
  const awkward = correction({ note: words, article: { ...correction().article, title: words } })

  it('the box to copy has one script with complete data, and no elements from the article’s words', () => {
    const given = {
      correction: awkward,
      ofArticle: [awkward],
      ...publisher,
      day: '2 Mar 2026',
      locale: 'en' as const,
    }
    const { names, scripts } = read(snippetOf(given))
    expect(names).toEqual(['aside', 'p', 'strong', 'time', 'p', 'p', 'a', 'script'])
    expect(scripts[0]).not.toContain('<')
    expect(JSON.parse(scripts[0] ?? '')).toEqual(correctedArticle([awkward], publisher))
  })

  it('the frame has no scripts', () => {
    const page = embedPage({ items: [awkward], ...publisher, locale: 'ar', day: () => '2 مارس' })
    const { names } = read(page)
    expect(names).not.toContain('script')
    expect(names.filter((name) => name === 'li')).toHaveLength(1)
    expect(names).not.toContain('b')
  })
})

it('the frame sets each correction in its own direction', () => {
  const arabic = correction({ article: { ...correction().article, title: 'الجسر', language: 'ar' } })
  const { elements } = read(embedPage({ items: [arabic], ...publisher, locale: 'en', day: () => '2 March' }))
  expect(elements.find(({ name }) => name === 'html')?.attributes).toMatchObject({ lang: 'en', dir: 'ltr' })
  expect(
    elements.filter(({ attributes }) => attributes.lang === 'ar').map(({ attributes }) => attributes.dir),
  ).toEqual(['rtl', 'rtl'])
})

it('the feed uses each article’s language, or the client’s where the desk has no words in it', () => {
  const titleIn = (language: string, locale: 'en' | 'ar') => {
    const item = correction({ article: { ...correction().article, language } })
    const page = {
      items: [item],
      next: null,
      after: null,
      format: 'atom' as const,
      beganAt: new Date(0),
      locale,
      ...publisher,
    }
    return feedOf(page).entries[0]?.title
  }
  expect(titleIn('en-GB', 'ar')).toBe('Correction: The bridge')
  expect(titleIn('ar', 'en')).toBe('تصويب: The bridge')
  expect(titleIn('fr', 'ar')).toBe('تصويب: The bridge')
})
