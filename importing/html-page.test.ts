import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import { readHtml } from './html'

const page = (html: string) => readHtml(html, { kind: 'page', address: 'https://example.org/a' })
const blocks = ({ text, blocks: all }: ReturnType<typeof page>) =>
  all.map(({ start, end }) => text.slice(start, end))
const leftOut = ({ leftOut: pieces = [] }: ReturnType<typeof page>) => pieces.map(({ text }) => text)

const FIRST =
  'The inquiry opened on Tuesday in the old customs hall, with eleven witnesses called for the first week, two for the second, and none, so far, for the third.'
const SECOND =
  'The owner said that the count was wrong, and that no more than 148 tickets had been sold that morning, at the kiosk, on board, or, as the roll shows, online.'
const THIRD =
  'The panel will sit for nine days in all, its chair said, and will hear the crew before it visits the wreck, which lies in four metres of water, near the pier, where the ferry ran aground.'
const article = (...inner: string[]) =>
  `<html lang=en><head><title>Ferry</title></head><body><header><nav><a href=/>Home</a></nav></header>
  <main><article><h1>Ferry</h1><div class=body>${inner.join('\n')}</div></article>
  <div class=more><ul><li><a href=/o>Words of another box.</a></li></ul></div></main><footer><p>© The Lake Post.</p></footer></body></html>`
const p = (words: string) => `<p>${words}</p>`
const around = (html: string) => page(article(p(FIRST), html, p(SECOND), p(THIRD)))

const shared = new URL('../../shared/cases/inputs/N17_linked_paragraph_page.html', import.meta.url)

test.runIf(existsSync(shared))('paragraphs that are one link or have an unlucky class stay', () => {
  const read = page(readFileSync(shared, 'utf8'))
  const html = readFileSync(shared, 'utf8')
  for (const words of html.matchAll(/<(?:p|li)>(?:<[^>]+>)*([^<]+)/g))
    expect(blocks(read)).toContain(words[1])
  expect(leftOut(read)).toEqual(['Home News', '© The Lake Post'])
})

describe('between two paragraphs of the article stay', () => {
  test.each([
    ['a paragraph that is one link', '<p><a href=/x><strong>The boat carried 214 people.</strong></a></p>'],
    [
      'a paragraph with the class of an advertisement',
      '<p class="sponsor ad-break">The boat carried 214 people.</p>',
    ],
    [
      'one in a box with such a class',
      '<div class="share-tools promo"><p>The boat carried 214 people.</p></div>',
    ],
    ['a quotation', '<blockquote class="comment-sidebar">The boat carried 214 people.</blockquote>'],
    ['a sentence in a plain box', '<div class="related-sky"><div>The boat carried 214 people.</div></div>'],
  ])('%s', (_name, html) => {
    const read = around(html)
    expect(blocks(read)).toEqual([FIRST, 'The boat carried 214 people.', SECOND, THIRD])
    expect(leftOut(read)).not.toContain('The boat carried 214 people.')
  })

  test('Arabic ones, with their heading', () => {
    const read = around(
      '<div class="sponsored"><h2>ما قالته الوزارة</h2><p class="ad">قالت الوزارة إن عدد سترات النجاة تسعون.</p></div>',
    )
    expect(blocks(read)).toEqual([
      FIRST,
      'ما قالته الوزارة',
      'قالت الوزارة إن عدد سترات النجاة تسعون.',
      SECOND,
      THIRD,
    ])
  })
})

describe('what is left out is shown with its place', () => {
  test.each([
    [
      'a menu',
      '<nav class="menu"><p><a href=/p>Politics and the harbour.</a></p></nav>',
      'Politics and the harbour.',
    ],
    ['an aside', '<aside class=promo><p>Subscribe to our letter.</p></aside>', 'Subscribe to our letter.'],
    ['a form', '<form class=newsletter><p>Your address <input></p></form>', 'Your address'],
    ['a label', '<div class="ad-label sponsor">Advertisement</div>', 'Advertisement'],
    [
      'a role',
      '<div role=navigation class=menu><p><a href=/2>Go on to page two.</a></p></div>',
      'Go on to page two.',
    ],
  ])('%s', (_name, html, words) => {
    const read = around(html)
    expect(blocks(read)).toEqual([FIRST, SECOND, THIRD])
    expect(read.leftOut).toContainEqual({ kind: 'paragraph', text: words, at: 1 })
    expect(read.notices).toContainEqual({
      kind: 'page_furniture',
      as: 'left_out',
      count: read.leftOut?.length,
    })
  })

  test('and every word of the page is in the text, in the title or there', () => {
    const read = around(
      '<div class=ad>Advertisement</div><ul class=share><li><a href=/s>Share it</a></li></ul>',
    )
    const said = [...blocks(read), ...leftOut(read), read.title].join('\n')
    for (const words of [
      'Home',
      FIRST,
      'Advertisement',
      'Share it',
      SECOND,
      THIRD,
      'another box',
      '© The Lake',
    ])
      expect(said).toContain(words)
  })
})

test('sentences at the ends of the article’s own element stay, those of the rest of the page do not', () => {
  const line = '<div class="sponsor-note"><p>The line belongs to the brother of the mayor.</p></div>'
  const read = page(article(p(FIRST), p(SECOND), p(THIRD), line))
  expect(blocks(read)).toEqual([FIRST, SECOND, THIRD, 'The line belongs to the brother of the mayor.'])
  expect(leftOut(read)).toEqual(['Home', 'Words of another box.', '© The Lake Post.'])
})

test('a paragraph that the page repeats elsewhere stands once, at its own place', () => {
  const teaser = `<div class=teaser><a href=/s>${SECOND}</a></div>`
  const read = page(article(p(FIRST), p(SECOND), p(THIRD)).replace('<main>', `<main>${teaser}`))
  expect(blocks(read)).toEqual([FIRST, SECOND, THIRD])
})

test('thousands of equal pieces take no time', () => {
  const html = article(p(FIRST), p(SECOND), '<div>a</div>'.repeat(8_000), p(THIRD))
  expect(cpuTimeOf(() => page(html))).toBeLessThan(QUICK_MS)
})
