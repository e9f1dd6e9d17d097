import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsOfPage } from './page-facts'

const facts = (html: string, given: { charset?: string; address?: string; contentType?: string } = {}) =>
  factsOfPage({
    bytes: Buffer.from(html),
    contentType: given.contentType ?? 'text/html',
    charset: given.charset ?? 'utf-8',
    finalAddress: given.address ?? 'https://www.news.example/a',
  })

describe('what a page says about itself', () => {
  it.each([
    [
      'Open Graph',
      `<title>Dam opens - The Example</title><meta property="og:title" content="Dam opens">
       <meta property="og:site_name" content="The Example">
       <meta property="article:published_time" content="2026-03-04T23:30:00+03:00">`,
      { title: 'Dam opens', publisher: 'The Example', published: '2026-03-04T23:30:00+03:00' },
    ],
    [
      'an Arabic page with its site before the title',
      `<html lang=ar><title>المثال | افتتاح السد</title><meta property="og:site_name" content="المثال">
       <meta name="pubdate" content="٤ مارس ٢٠٢٦">`,
      { title: 'افتتاح السد', publisher: 'المثال', published: '٤ مارس ٢٠٢٦' },
    ],
    [
      'a journal',
      `<title>x</title><meta name="citation_title" content="Rivers of Asia">
       <meta name="citation_journal_title" content="Hydrology"><meta name="citation_publication_date" content="2019/05/02">`,
      { title: 'Rivers of Asia', publisher: 'Hydrology', published: '2019/05/02' },
    ],
    [
      'JSON-LD in a graph',
      `<title>Home</title><script type="application/ld+json">{"@graph":[{"@type":"Organization","name":"Org"},
       {"@type":["NewsArticle"],"headline":"A dam","datePublished":"2025-01-02","publisher":{"name":"L’Exemple"}}]}</script>`,
      { title: 'A dam', publisher: 'L’Exemple', published: '2025-01-02' },
    ],
    [
      'broken JSON-LD and marked up time',
      `<title>Only a title</title><script type="application/ld+json">{"@type":</script>
       <p itemprop="author">A</p><time itemprop="datePublished" datetime="2024-12-31">31 Dec</time>`,
      { title: 'Only a title', publisher: 'news.example', published: '2024-12-31' },
    ],
    [
      'a title with a dash of its own',
      '<title>Water - a history</title>',
      { title: 'Water - a history', publisher: 'news.example', published: '' },
    ],
    [
      'a name of the site that is also part of the title',
      '<title>Example says dam opens – Example</title><meta property="og:site_name" content="Example">',
      { title: 'Example says dam opens', publisher: 'Example', published: '' },
    ],
    ['nothing', '<p>words</p>', { title: '', publisher: 'news.example', published: '' }],
  ])('is read from %s', (_, html, expected) => {
    expect(facts(html)).toEqual({ ...expected, url: 'https://www.news.example/a' })
  })

  it('is not read from JSON-LD that is nested beyond reason', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    const html = `<title>T</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"H","a":${deep}}</script>`
    expect(facts(html).title).toBe('T')
  })

  it('is read in the encoding that the page declares', () => {
    const html = Buffer.concat([
      Buffer.from('<meta charset="windows-1256"><title>'),
      Buffer.from([0xc7, 0xe1, 0xd3, 0xcf]),
      Buffer.from('</title>'),
    ])
    const read = factsOfPage({
      bytes: html,
      contentType: 'text/html',
      charset: null,
      finalAddress: 'https://a.example/',
    })
    expect(read.title).toBe('السد')
  })

  it('of a plain text is its host alone', () => {
    expect(facts('<title>x</title>', { contentType: 'text/plain' })).toMatchObject({
      ...{ title: '', publisher: 'news.example', published: '' },
    })
  })

  it('never has more than a line, whatever the page says', () => {
    const value = fc.string({
      unit: fc.constantFrom('a', '"', '<', '&', '\n', '\u0000', 'ب', '\u202e', '-', ' '),
      maxLength: 700,
    })
    fc.assert(
      fc.property(value, value, value, (title, site, date) => {
        const attribute = (text: string) => text.replace(/&/gu, '&amp;').replace(/"/gu, '&quot;')
        const read = facts(
          `<meta property="og:title" content="${attribute(title)}"><meta property="og:site_name" content="${attribute(site)}"><meta name="date" content="${attribute(date)}">`,
        )
        expect(read.title.length).toBeLessThanOrEqual(500)
        expect(read.publisher.length).toBeLessThanOrEqual(300)
        expect(read.published.length).toBeLessThanOrEqual(80)
        for (const words of [read.title, read.publisher]) expect(words).not.toMatch(/[\n\0]/u)
        expect(read.publisher).not.toBe('')
      }),
    )
  })
})
