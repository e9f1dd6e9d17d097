import { expect, it } from 'vitest'
import { loadCase } from '@/tests/cases/load'
import { someClaim, someReport, someSource } from '@/tests/report'
import { reportHtml } from './report-html'

type Links = { source_urls: { in: string; link: 0 | 1 | string }[]; notes: string[] }
const { source_urls, notes } = loadCase<Links>('C66_link_schemes')

/** Eight around the claim, of which two are in the title of the window, and nine of it. */
const PLACES = 17

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }

/** The text of a page as a reader gets it. */
const shownText = (body: string) =>
  body.replace(/<[^>]*>/g, '\n').replace(/&([a-z]+|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole)

const tags = (body: string) => body.match(/<[a-z][^>]*>/gi) ?? []
const hrefs = (body: string) => [...body.matchAll(/<a [^>]*href="([^"]*)"/g)].map((found) => found[1] ?? '')

it.each(notes)('shows %s as the words it is, wherever it was typed', (note) => {
  const claim = someClaim({
    quote: note,
    finding: note,
    proposal: { kind: note, replacement: note, reason: note },
    reviewedBy: note,
    sources: [someSource({ title: note, publisher: note, excerpt: note, locator: note })],
  })
  const plain = reportHtml(someReport([someClaim()]), 'en').body
  const article = { title: note, byline: note, dateline: note, desk: note, canonicalUrl: note }
  const { body } = reportHtml({ ...someReport([claim], article), newsroom: note }, 'en')
  expect(body).not.toMatch(/<(script|img|svg)/i)
  expect(tags(body).filter((tag) => /\son\w+\s*=|javascript:/i.test(tag))).toEqual([])
  expect(hrefs(body)).toEqual(hrefs(plain))
  expect(shownText(body).split(note).length - 1).toBe(PLACES)
})

it.each(source_urls)('$in becomes a link only if it is an address of the web', ({ in: url, link }) => {
  const { body } = reportHtml(someReport([someClaim({ sources: [someSource({ url })] })]), 'en')
  expect(hrefs(body)).toHaveLength(link === 1 ? 1 : 0)
  for (const href of hrefs(body)) expect(href).toMatch(/^https?:\/\//)
  if (link === 1) expect(body).toContain('rel="noopener noreferrer nofollow"')
})

it('has no script but the one that carries the nonce, and none without it', () => {
  const report = someReport([someClaim()])
  const toolbar = { articleHref: '/a', csvHref: '/c', jsonHref: '/j' }
  const scripts = (body: string) => body.match(/<script[^>]*>/g) ?? []
  expect(scripts(reportHtml(report, 'en').body)).toEqual([])
  expect(scripts(reportHtml(report, 'en', { toolbar }).body)).toEqual([])
  const printed = reportHtml(report, 'en', { toolbar: { ...toolbar, nonce: 'abc+/=' } }).body
  expect(scripts(printed)).toEqual(['<script nonce="abc+/=">'])
  expect(hrefs(printed).slice(0, 3)).toEqual(['/a', '/c', '/j'])
})

it('says in large letters, and on each printed page, that an interim report is one', () => {
  const open = someClaim({ number: 2, status: 'unreviewed', reviewedBy: null, reviewedAt: null })
  const interim = reportHtml(someReport([someClaim(), open]), 'en').body
  expect(interim).toContain('<strong>Interim report</strong> 1 claim is not reviewed yet.')
  expect(interim).toContain('@top-center { content: "Interim report"')
  const complete = reportHtml(someReport([someClaim()]), 'en').body
  expect(complete).not.toContain('Interim')
  expect(complete).toContain('<strong>Complete report</strong>')
})

it('is set from right to left in Arabic, with each quote in the language of its article', () => {
  const { body } = reportHtml(someReport([someClaim()]), 'ar')
  expect(body).toContain('<html lang="ar" dir="rtl">')
  expect(body).toMatch(/<blockquote class="quote typed" lang="en" dir="ltr">/)
  const arabic = reportHtml(someReport([someClaim({ quote: 'جسر' })], { language: 'ar' }), 'en').body
  expect(arabic).toContain('<html lang="en" dir="ltr">')
  expect(arabic).toMatch(/<blockquote class="quote typed" lang="ar" dir="rtl">جسر</)
  expect(arabic).toContain('<h1 lang="ar" dir="rtl">')
})

it('calls languages by their names in the language of the reader', () => {
  const report = someReport([someClaim()], { language: 'fa' })
  expect(reportHtml(report, 'en').body).toContain('<dd><bdi>Persian</bdi></dd>')
  expect(reportHtml(report, 'ar').body).toContain('<dd><bdi>الفارسية</bdi></dd>')
})

it('calls no report complete in which nothing was checked', () => {
  const { body } = reportHtml(someReport([]), 'en')
  expect(body).toContain('<strong>Interim report</strong> No claims were made in this article.')
})

it('tells times by the clock of the newsroom, in Western digits in Arabic too', () => {
  const report = someReport([someClaim()])
  expect(reportHtml(report, 'en').body).toContain('<bdi>26 November 2026 at 01:30</bdi>')
  const { body } = reportHtml(report, 'ar')
  expect(body).toMatch(/<bdi>26 نوفمبر 2026[^<]*1:30[^<]*<\/bdi>/)
  expect(body).toContain('datetime="2026-11-25T20:30:00.000Z"')
  expect(body).not.toMatch(/[٠-٩]/)
})

it('has headings that never skip a level, and a sign beside each status', () => {
  const { body } = reportHtml(someReport([someClaim(), someClaim({ number: 2, status: 'disputed' })]), 'en')
  const levels = [...body.matchAll(/<h([1-6])/g)].map((found) => Number(found[1]))
  expect(levels[0]).toBe(1)
  levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1))
  expect(body).toMatch(/✓<\/span> Verified/)
  expect(body).toMatch(/✕<\/span> Disputed/)
})
