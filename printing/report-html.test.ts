import { expect, it } from 'vitest'
import { proofIn } from '@/domain/report/proof'
import { loadCase } from '@/tests/cases/load'
import { someClaim, someReport, someSource } from '@/tests/report'
import { headlineStart } from '@/text/reading'
import { reportHtml } from './report-html'

type Links = { source_urls: { in: string; link: 0 | 1 | string }[]; notes: string[] }
const { source_urls, notes } = loadCase<Links>('C66_link_schemes')

/** Nine places in a claim, eight in the article and the report, two in the window's title. */
const PLACES = 19

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }

/** The text of a page as a reader gets it. */
const shownText = (body: string) =>
  body.replace(/<[^>]*>/g, '\n').replace(/&([a-z]+|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole)

const tags = (body: string) => body.match(/<[a-z][^>]*>/gi) ?? []
const hrefs = (body: string) => [...body.matchAll(/<a [^>]*href="([^"]*)"/g)].map((found) => found[1] ?? '')

const english = reportHtml(someReport())
const arabic = reportHtml(someReport({ asked: { language: 'ar' } }))

it.each(notes)('shows %s as plain words wherever it was typed', (note) => {
  const claim = someClaim({
    quote: note,
    finding: note,
    proposal: { kind: note, replacement: note, reason: note },
    reviewedBy: note,
    sources: [someSource({ title: note, publisher: note, excerpt: note, locator: note })],
  })
  const article = { title: note, byline: note, dateline: note, desk: note, canonicalUrl: note }
  const body = reportHtml(someReport({ claims: [claim], article, asked: { newsroom: note, issuedBy: note } }))
  expect(body).not.toMatch(/<(script|img|svg)/i)
  expect(tags(body).filter((tag) => /\son\w+\s*=|javascript:/i.test(tag))).toEqual([])
  expect(hrefs(body)).toEqual(hrefs(english))
  expect(shownText(body).split(note).length - 1).toBe(PLACES)
})

it.each(source_urls)('$in becomes a link only if it is a web address', ({ in: url, link }) => {
  const given = { claims: [someClaim({ sources: [someSource({ url })] })] }
  const found = hrefs(reportHtml({ ...someReport(given), proof: null }))
  expect(found).toHaveLength(link === 1 ? 1 : 0)
  for (const href of found) expect(href).toMatch(/^https?:\/\//)
  expect(english).toContain('rel="noopener noreferrer nofollow"')
})

it('names who wrote each part, and no line of it where nobody is named', () => {
  const writers = { status: ['Dana'], finding: ['Ann', '<b>سارة'], sources: [], words: ['Zoe'] }
  const claims = [someClaim({ writers })]
  const text = (language: 'en' | 'ar') =>
    shownText(reportHtml(someReport({ claims, asked: { language } }))).replace(/[\u2066-\u2069]/g, '')
  expect(text('en')).toContain('Status: Dana · Finding: Ann, <b>سارة · Words: Zoe')
  expect(text('ar')).toContain('الحالة: Dana · نتيجة التدقيق: Ann، <b>سارة · الكلمات: Zoe')
  expect(shownText(english)).not.toContain('Who wrote what')
  const outside = reportHtml(someReport({ claims, asked: { internal: false } }))
  expect(shownText(outside)).not.toMatch(/Who wrote what|Zoe/)
})

it('has only the script with the nonce, and none without a nonce', () => {
  const links = ['/a', '/c'].map((href) => ({ href, label: `To ${href}` }))
  const toolbar = { label: 'Report', links }
  const scripts = (body: string) => body.match(/<script[^>]*>/g) ?? []
  expect(scripts(english)).toEqual([])
  expect(scripts(reportHtml(someReport(), { toolbar }))).toEqual([])
  const printed = reportHtml(someReport(), { toolbar: { ...toolbar, nonce: 'abc+/=' } })
  expect(scripts(printed)).toEqual(['<script nonce="abc+/=">'])
  expect(hrefs(printed).slice(0, 2)).toEqual(['/a', '/c'])
})

it('loads nothing from anywhere', () => {
  // Its own empty sign keeps the browser from asking for one.
  for (const body of [english, arabic].map((page) => page.replace('<link rel="icon" href="data:,">', '')))
    expect(body).not.toMatch(/@import|url\(|\ssrc=|<link/i)
})

it('says in large letters, and on each printed page, that it is an interim report', () => {
  const open = someClaim({ number: 2, status: 'unreviewed', reviewedBy: null, reviewedAt: null })
  const interim = reportHtml(someReport({ claims: [someClaim(), open], asked: { kind: 'interim' } }))
  expect(interim).toContain('<strong>Interim report</strong> The check is not finished.')
  expect(interim).toContain('<li>Claim 2 is not reviewed yet.</li>')
  expect(interim).toContain('@top-left { content: "Interim report"')
  expect(english).not.toContain('Interim')
  expect(english).toContain('<strong>Final report</strong>')
})

it('repeats number and digest on each printed page', () => {
  const report = someReport()
  const head = `2026-0001 · ${report.proof?.digest.slice(0, 16)}`
  expect(reportHtml(report)).toContain(`@top-right { content: "${head}"`)
  expect(arabic).toMatch(/@top-left \{ content: "\u20662026-0001 · [0-9a-f]{16}\u2069"/)
})

it('contains its proof, and a preview contains none', () => {
  const report = someReport()
  expect(proofIn(reportHtml(report))).toEqual(report.proof)
  const preview = reportHtml({ ...report, proof: null })
  expect(proofIn(preview)).toBeNull()
  expect(preview).toContain('<strong>Preview, not issued</strong>')
})

it('is set from right to left in Arabic, with each quote in the language of its article', () => {
  expect(arabic).toContain('<html lang="ar" dir="rtl">')
  expect(arabic).toMatch(/<blockquote class="quote typed" lang="en" dir="ltr">/)
  const quoted = reportHtml(
    someReport({ claims: [someClaim({ quote: 'جسر' })], article: { language: 'ar' } }),
  )
  expect(quoted).toContain('<html lang="en" dir="ltr">')
  expect(quoted).toMatch(/<blockquote class="quote typed" lang="ar" dir="rtl">جسر</)
  expect(quoted).toContain('<h1 lang="ar" dir="rtl">')
})

it('gives language names in the reader’s language', () => {
  const inPersian = (language: 'en' | 'ar') =>
    reportHtml(someReport({ article: { language: 'fa' }, asked: { language } }))
  expect(inPersian('en')).toContain('<dd><bdi>Persian</bdi></dd>')
  expect(inPersian('ar')).toContain('<dd><bdi>الفارسية</bdi></dd>')
})

it('gives times in the newsroom’s zone, with Western digits even in Arabic', () => {
  expect(english).toContain('26 November 2026 at 01:30')
  expect(arabic).toMatch(/26 نوفمبر 2026[^<]*1:30/)
  expect(arabic).not.toMatch(/[٠-٩]/)
})

it('isolates names and days from the Arabic around them', () => {
  expect(arabic).toContain('\u2068Aigerim\u2069')
  expect(arabic).toContain('\u20662024-03-10\u2069')
  expect(english).not.toMatch(/[\u2066-\u2069]/)
})

it('never skips a heading level, and puts a sign beside each status', () => {
  const claims = [someClaim(), someClaim({ number: 2, status: 'disputed' })]
  const body = reportHtml(someReport({ claims }))
  const levels = [...body.matchAll(/<h([1-6])/g)].map((found) => Number(found[1]))
  expect(levels[0]).toBe(1)
  levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1))
  expect(body).toMatch(/✓<\/span> Verified/)
  expect(body).toMatch(/✕<\/span> Disputed/)
})

it('says that there are no claims if there are none', () => {
  expect(reportHtml(someReport({ claims: [] }))).toContain('<p>This article has no claims.</p>')
})

it('says which claims stand in the headline', () => {
  const text = 'Nobody counted.'
  const headline = { quote: 'The bridge', start: headlineStart(text), end: headlineStart(text) + 10 }
  const claims = [
    someClaim({ number: 1, ...headline }),
    someClaim({ number: 2, quote: text, end: text.length }),
    someClaim({ number: 3, ...headline, anchor: 'orphaned' }),
  ]
  const lines = (language: 'en' | 'ar') =>
    shownText(reportHtml(someReport({ text, claims, asked: { language } }))).split('\n')
  expect(lines('en')).toEqual(
    expect.arrayContaining(['1. Claim 1, in the headline', '2. Claim 2', '3. Claim 3']),
  )
  expect(lines('ar')).toEqual(
    expect.arrayContaining(['1. الادعاء 1، في العنوان', '2. الادعاء 2', '3. الادعاء 3']),
  )
})

it('numbers claims in the order of the text, with their own numbers beside', () => {
  const claims = [
    someClaim({ number: 9, quote: 'Nobody', start: 37, end: 43 }),
    someClaim({ number: 12 }),
    someClaim({ number: 2, quote: 'gone', start: null, end: null, anchor: 'orphaned' }),
  ]
  const headings = (language: 'en' | 'ar') =>
    [...reportHtml(someReport({ claims, asked: { language } })).matchAll(/<h3 [^>]*><span>([^<]*)</g)].map(
      ([, text]) => text,
    )
  expect(headings('en')).toEqual(['1. Claim 12', '2. Claim 9', '3. Claim 2'])
  expect(headings('ar')).toEqual(['1. الادعاء 12', '2. الادعاء 9', '3. الادعاء 2'])
})

it('does not call an article unfinished in a final report', () => {
  const text = (state: 'draft' | 'checking' | 'cleared' | 'published', kind: 'final' | 'interim') =>
    shownText(reportHtml(someReport({ article: { state }, asked: { kind } })))
  for (const state of ['draft', 'checking'] as const)
    expect(text(state, 'final')).not.toMatch(/\bState\b|Checking|Draft/)
  expect(text('checking', 'interim')).toMatch(/State\s+Checking/)
  expect(text('cleared', 'final')).toMatch(/State\s+Cleared/)
  expect(text('published', 'final')).toMatch(/State\s+Published/)
})
