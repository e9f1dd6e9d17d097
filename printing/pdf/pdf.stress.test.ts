import { describe, expect, it } from 'vitest'
import { proofIn } from '@/domain/report/proof'
import { demoClaims, manyClaims } from '@/tests/demo-claims'
import { copiedLetters, letters, readPdf } from '@/tests/pdf'
import { someClaim, someReport, someSource, type Given } from '@/tests/report'
import type { Cell } from '@/text/blocks'
import { lettersWithoutFont, printPdf } from './pdf'

const printed = async (given: Given = {}) => readPdf(await printPdf(someReport(given)))
const open = someClaim({ number: 2, status: 'unreviewed', reviewedBy: null, reviewedAt: null })
/** The letters that a reader sees in a text. */
const fold = (text: string) => letters(text.normalize('NFKD').replace(/\p{M}/gu, ''))

it('contains everything that the outline says, in its order', async () => {
  const { pages } = await printed()
  const text = pages.join('\n').replace(/\s+/g, ' ')
  const parts = [
    'Fact-check report The bridge Final report',
    'Report number 2026-0001 Issued 26 November 2026 at 02:00. Times are those of Asia/Almaty. Issued by Dana',
    'Byline A. Writer',
    '✓ Verified At least one source supports what the text says. 1',
    'Claim 1 ✓ Verified It carries nine thousand cars a day Finding Counted at the toll. Sources ✓ Supports · Census tables',
    'Nine thousand a day. Statistics office · p. 4 · Web page · primary source · published 2024-03-10',
    'Reviewed: Aigerim · 26 November 2026 at 01:30',
    'How to check this report',
  ]
  let at = 0
  for (const part of parts) {
    const found = text
      .replaceAll(/ ?Page \d\/\d Test Newsroom · Fact-check report \S+ · \S+/g, '')
      .indexOf(part, at)
    expect({ part, found }).toEqual({ part, found: expect.any(Number) as number })
    expect(found, part).toBeGreaterThanOrEqual(at)
    at = found
  }
})

it('is tagged, has bookmarks, links, a language and properties', async () => {
  const report = someReport()
  const { marked, bookmarks, links, info } = await readPdf(await printPdf(report))
  expect(marked).toBe(true)
  expect(bookmarks).toEqual([
    '1 The bridge',
    '2 This report',
    '2 The article',
    '2 Summary',
    '2 Claims',
    '3 1. Claim 1 ✓ Verified',
    '2 How to check this report',
  ])
  expect(links).toEqual(['https://example.org/tables', 'https://desk.example/verify'])
  expect(info).toMatchObject({
    Language: 'en',
    Title: 'The bridge – fact-check report, Test Newsroom',
    Author: 'Test Newsroom',
    CreationDate: 'D:20261125210000Z',
  })
})

it.each(['en', 'ar'])(
  'draws and tags a table of the text as a table, merged cells too (%s)',
  async (language) => {
    const cells: [string, Cell][] = [
      ['Town', { row: 0, column: 0, rows: 2, head: true }],
      ['Wells', { row: 0, column: 1, columns: 2, head: true }],
      ['dug', { row: 1, column: 1, head: true }],
      ['dry', { row: 1, column: 2, head: true }],
      ['الوادي', { row: 2, column: 0, head: true }],
      ['412', { row: 2, column: 1 }],
      ['long '.repeat(30).trim(), { row: 3, column: 2, rows: 9 }],
    ]
    const text = cells.map(([words]) => words).join('\n\n')
    let at = 0
    const blocks = cells.map(([words, cell]) => {
      const start = at
      at += words.length + 2
      return { kind: 'table_cell' as const, cell, start, end: start + words.length }
    })
    const start = text.indexOf('412')
    const claims = [someClaim({ quote: '412', start, end: start + 3 })]
    const article = { language }
    const given = { text, blocks, claims, article, asked: { text: true } }
    const { tags, pages } = await printed(given)
    const summary = (await printed({ ...given, asked: { text: false } })).tags
    const more = (role: string) =>
      tags.filter((one) => one === role).length - summary.filter((one) => one === role).length
    expect([more('Table'), more('TH')]).toEqual([1, 4])
    expect(more('TD')).toBeGreaterThanOrEqual(3)
    expect(letters(pages.join(''))).toContain(letters('long '.repeat(20)))
  },
)

it('carries its proof as plain text, and a preview none', async () => {
  const report = someReport()
  const proofOf = async (given: Parameters<typeof printPdf>[0]) =>
    proofIn(Buffer.from(await printPdf(given)).toString('latin1'))
  expect(await proofOf(report)).toEqual(report.proof)
  expect(await proofOf({ ...report, proof: null })).toBeNull()
})

it('has the same bytes each time', async () => {
  const report = someReport({ claims: demoClaims('quiet-diplomacy.ar'), asked: { language: 'ar' } })
  const [once, again] = await Promise.all([printPdf(report), printPdf(report)])
  expect(Buffer.compare(once, again)).toBe(0)
})

it('shows on every page the report’s number, that it is interim, and the page number', async () => {
  const claims = [...manyClaims(40), { ...open, number: 41 }]
  const report = someReport({ claims, asked: { kind: 'interim' } })
  const { pages } = await readPdf(await printPdf(report))
  expect(pages.length).toBeGreaterThan(5)
  pages.forEach((page, index) => {
    expect(page).toContain('Interim report')
    expect(page).toContain(`2026-0001 · ${report.proof?.digest.slice(0, 16)}`)
    expect(page).toContain(`Page ${index + 1}/${pages.length}`)
  })
})

it('leaves no heading alone at the foot of a page', async () => {
  const { pages } = await printed({ claims: manyClaims(60) })
  for (const page of pages) {
    const lines = page.trim().split('\n')
    expect(lines.at(-2)).not.toMatch(/^(\d+\. Claim \d+|Finding|Sources|Claims)\b/)
  }
})

it('keeps every word of an Arabic report, in its order', async () => {
  const claims = demoClaims('quiet-diplomacy.ar')
  const article = { language: 'ar', title: 'كازاخستان بين الجوار والعالم' }
  const bytes = await printPdf(someReport({ claims, article, asked: { language: 'ar' } }))
  const copied = fold(copiedLetters(bytes))
  const quotes = claims.map(({ quote }) => quote).filter((quote) => !/[\p{M}\d]/u.test(quote))
  expect(quotes.length).toBeGreaterThan(5)
  for (const quote of quotes) for (const word of quote.split(' ')) expect(copied).toContain(fold(word))
  const { pages, info, bookmarks } = await readPdf(bytes)
  expect(info.Language).toBe('ar')
  expect(bookmarks[0]).toBe('1 كازاخستان بين الجوار والعالم')
  expect(pages.at(-1)).toMatch(new RegExp(`${pages.length}/${pages.length}`))
})

it('sets a Latin name within an Arabic quote in reading order', async () => {
  const quote = 'قال John Smith في عام الحرب'
  const bytes = await printPdf(
    someReport({ claims: [someClaim({ quote })], article: { language: 'ar' }, asked: { language: 'ar' } }),
  )
  expect(fold(copiedLetters(bytes))).toContain(fold(quote))
})

it.each([
  '#let x = 1',
  '#panic("no")',
  '$a^2$ [*bold*] _e_ `raw` @ref <label> \\n // c /* d */ ~ -- ---',
  '"quoted" \\"',
  '<script>alert(1)</script>',
])('shows %s as plain words', async (typed) => {
  const source = someSource({ title: typed, publisher: typed, excerpt: typed, locator: typed })
  const claim = someClaim({ quote: typed, finding: typed, reviewedBy: typed, sources: [source] })
  const { pages } = await printed({ claims: [claim], article: { title: typed, byline: typed } })
  const text = pages.join('\n').replace(/\s+/g, ' ')
  expect(text.split(typed).length - 1).toBe(9)
})

it.each([
  ['emoji', 'words 😀 👩‍👩‍👧 漢字'],
  ['control characters', 'words \u0000\u0001\u001b\u007f\uffff'],
  ['half a character', 'words \ud800'],
  ['marks of direction', 'words \u202eabc \u2066 \u2069\u2069\u202c'],
  ['a very long word', `words ${'x'.repeat(5000)}`],
  ['lines', 'words\n\n\r\nmore\u2028'],
])('is not broken by %s', async (_, typed) => {
  const source = someSource({ title: typed, publisher: typed, excerpt: typed, locator: typed, url: typed })
  const claim = someClaim({ quote: typed, finding: typed, reviewedBy: typed, sources: [source] })
  const { pages, marked } = await printed({
    claims: [claim],
    article: { title: typed, byline: typed, desk: typed, language: 'ar' },
    asked: { newsroom: typed },
  })
  expect(marked).toBe(true)
  expect(pages.join('\n')).toContain('words')
  expect(pages.at(-1)).toContain('How to check this report')
})

it('links only web addresses', async () => {
  const urls = ['javascript:alert(1)', 'file:///etc/passwd', 'https://example.org/مقال?x=١']
  const claims = [someClaim({ sources: urls.map((url) => someSource({ url })) })]
  const { links } = await printed({ claims })
  expect(links).toEqual([
    'https://example.org/%D9%85%D9%82%D8%A7%D9%84?x=%D9%A1',
    'https://desk.example/verify',
  ])
})

it('does not block the event loop while it sets 300 claims', async () => {
  const order: string[] = []
  const done = printPdf(someReport({ claims: manyClaims(300) })).then((bytes) => {
    order.push('printed')
    return readPdf(bytes)
  })
  setTimeout(() => order.push('timer'), 1)
  const { bookmarks } = await done
  expect(order).toEqual(['timer', 'printed'])
  expect(bookmarks.filter((one) => one.startsWith('3 '))).toHaveLength(300)
})

describe('letters of many scripts', () => {
  const quoted = '官方统计显示 山田太郎 ひらがな 한국어 ภาษาไทย हिन्दी 😀 👨‍👩‍👧'

  it.each(['en', 'ar'] as const)('are drawn and can be copied, in a report in %s', async (language) => {
    const given = {
      claims: [someClaim({ quote: quoted })],
      article: { title: '官方统计', byline: '山田太郎' },
      asked: { language },
    }
    expect(await lettersWithoutFont(someReport(given))).toEqual([])
    const { pages, marked } = await printed(given)
    expect(marked).toBe(true)
    const text = pages.join('\n').replace(/\s+/g, '')
    for (const word of ['官方统计显示', '山田太郎', 'ひらがな', '한국어']) expect(text).toContain(word)
  })

  it.each([
    ['Amharic', 'ሰላም', ['ሰ', 'ላ', 'ም']],
    ['Mongolian', 'ᠮᠣ', ['ᠮ', 'ᠣ']],
    ['hieroglyphs', 'a 𓀀 b', ['𓀀']],
    ['letters of private use', '\u{f0123}', ['\u{f0123}']],
    ['what the fonts have', 'Żółć Ελλάδα Қазақстан كازاخستان עברית – “x” … ½ → ₸ می‌خواهم', []],
    ['invisible signs', 'a\u200d\u2066b\u2069\u00ad c\ufe0f', []],
  ])('without a font are named before printing: %s', async (_name, quote, boxes) => {
    const found = await lettersWithoutFont(someReport({ claims: [someClaim({ quote })] }))
    expect(found.sort()).toEqual([...boxes].sort())
  })

  it('a file claims no standard that nobody has checked', async () => {
    for (const quote of ['words', quoted, 'ሰላም']) {
      const bytes = await printPdf(someReport({ claims: [someClaim({ quote })] }))
      expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/<pdf[ua]+id:(?:part|conformance)/)
      expect((await readPdf(bytes)).marked).toBe(true)
    }
  })
})
