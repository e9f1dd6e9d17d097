import { describe, expect, it, vi } from 'vitest'
import { proofIn } from '@/domain/report/proof'
import type { PrintableReport } from '@/domain/report/schema'
import { readDocx } from '@/importing/docx/docx'
import { child, descendants, elements, textOf, type XmlNode } from '@/importing/office/xml'
import { loadCase } from '@/tests/cases/load'
import { DEMO_ARTICLES, demoReview } from '@/tests/demo-report'
import { caseFile } from '@/tests/office-files'
import { officeParts } from '@/tests/office-parts'
import { someClaim, someContent, someReport, someSource } from '@/tests/report'
import { reportDocx } from './report-docx'

const BODY = 'word/document.xml'

async function paragraphsOf(report: PrintableReport): Promise<XmlNode[]> {
  const parts = await officeParts(await reportDocx(report))
  return descendants(await parts.xml(BODY), 'w:p')
}

const wordsOf = (node: XmlNode) => descendants(node, 'w:t').map(textOf).join('')
const styleOf = (node: XmlNode) => descendants(node, 'w:pStyle')[0]?.attributes['w:val']
const has = (node: XmlNode, name: string) => descendants(node, name).length > 0
const propertiesOf = (run: XmlNode) => child(run, 'w:rPr')

const withQuote = (text: string, language: string) =>
  someReport({
    text,
    article: { language },
    claims: [someClaim({ quote: text, start: 0, end: text.length })],
  })

async function quoteOf(report: PrintableReport): Promise<XmlNode> {
  const quote = (await paragraphsOf(report)).find((one) => styleOf(one) === 'Quote')
  if (!quote) throw new Error('No quote')
  return quote
}

describe('direction in a Word document', () => {
  const { paragraphs } = loadCase<{ paragraphs: { lang: string; text: string }[] }>('C36_rtl_export')

  it.each(paragraphs)(
    'of $lang follows its language, with all letters in their logical order',
    async (given) => {
      const language = given.lang === 'mixed' ? 'ar' : given.lang
      const rtl = language !== 'en'
      const quote = await quoteOf(withQuote(given.text, language))
      expect(wordsOf(quote)).toBe(given.text)
      expect(has(quote, 'w:bidi')).toBe(rtl)
      expect(has(quote, 'w:jc')).toBe(false)
      const runs = descendants(quote, 'w:r')
      for (const run of runs.filter((one) => /\p{Script=Arabic}/u.test(wordsOf(one)))) {
        const properties = propertiesOf(run)
        expect(properties && has(properties, 'w:rtl')).toBe(true)
        expect(properties && descendants(properties, 'w:lang')[0]?.attributes['w:bidi']).toBe(language)
      }
      for (const run of runs.filter((one) => /\p{Script=Latin}/u.test(wordsOf(one))))
        expect(has(run, 'w:rtl')).toBe(false)
      expect(runs.some((run) => has(run, 'w:rtl'))).toBe(rtl)
    },
  )

  it('adds no complex-script properties to an English report', async () => {
    const xml = await (await officeParts(await reportDocx(someReport()))).text(BODY)
    expect(xml).not.toMatch(/<w:(?:bidi|rtl|bidiVisual|bCs|szCs|jc)\b|w:lang w:bidi/)
  })

  it('runs from right to left in an Arabic report, including tables and page head', async () => {
    const parts = await officeParts(await reportDocx(someReport({ asked: { language: 'ar' } })))
    const body = await parts.xml(BODY)
    for (const table of descendants(body, 'w:tbl')) expect(has(table, 'w:bidiVisual')).toBe(true)
    for (const heading of descendants(body, 'w:p').filter((one) => /^Heading/.test(styleOf(one) ?? '')))
      expect(has(heading, 'w:bidi')).toBe(true)
    for (const name of ['word/header1.xml', 'word/footer1.xml'])
      expect(has(await parts.xml(name), 'w:bidi')).toBe(true)
    expect(await parts.text(BODY)).not.toMatch(/<w:jc\b/)
  })

  it('follows the first strong letter if the language is unknown', async () => {
    const findings = ['12%: النسبة', 'WHO: وزارة الصحة', '2024', '(المزيد) WHO']
    const claims = findings.map((finding, index) => someClaim({ number: index + 1, start: index, finding }))
    const found = (await paragraphsOf(someReport({ claims, asked: { language: 'ar' } }))).filter(
      (one) => styleOf(one) === 'Finding',
    )
    expect(found.map((one) => [wordsOf(one), has(one, 'w:bidi')])).toEqual([
      [findings[0], true],
      [findings[1], false],
      [findings[2], true],
      [findings[3], true],
    ])
  })

  it('comes with sizes, fonts and weights for complex scripts in every style', async () => {
    const styles = descendants(
      await (await officeParts(await reportDocx(someReport()))).xml('word/styles.xml'),
      'w:style',
    ).filter((style) =>
      ['Title', 'Heading1', 'Heading2', 'Heading3', 'Quote', 'Finding', 'TableText'].includes(
        style.attributes['w:styleId'] ?? '',
      ),
    )
    expect(styles).toHaveLength(7)
    for (const style of styles) {
      expect(has(style, 'w:szCs')).toBe(true)
      expect(has(style, 'w:bCs')).toBe(has(style, 'w:b'))
      expect(descendants(style, 'w:rFonts')[0]?.attributes['w:cs']).toBeTruthy()
    }
  })
})

describe('a Word document of a report', () => {
  it.each(DEMO_ARTICLES)('can be imported again with everything that %s says', async (name) => {
    const given = demoReview(name)
    const { content } = someReport(given)
    for (const language of ['en', 'ar'] as const) {
      const { text } = await readDocx(
        Buffer.from(await reportDocx(someReport({ ...given, asked: { language } }))),
      )
      let from = 0
      for (const claim of content.claims)
        for (const words of [claim.quote, claim.finding ?? '', ...claim.sources.map(({ title }) => title)]) {
          const at = text.indexOf(words, from)
          expect(at, words).toBeGreaterThanOrEqual(from)
          from = at
        }
    }
  })

  it('has headings, a summary with a repeated first row, a page head and page numbers', async () => {
    const report = someReport()
    const parts = await officeParts(await reportDocx(report))
    const body = await parts.xml(BODY)
    const headings = descendants(body, 'w:p')
      .filter((one) => /^(?:Title|Heading\d)$/.test(styleOf(one) ?? ''))
      .map((one) => [styleOf(one), wordsOf(one)])
    expect(headings).toEqual([
      ['Title', 'The bridge'],
      ['Heading1', 'This report'],
      ['Heading1', 'The article'],
      ['Heading1', 'Summary'],
      ['Heading1', 'Claims'],
      ['Heading2', '1. Claim 1 · ✓ Verified'],
      ['Heading3', 'Finding'],
      ['Heading3', 'Sources'],
      ['Heading1', 'How to check this report'],
    ])
    const repeated = descendants(body, 'w:tr').filter((row) => has(row, 'w:tblHeader'))
    expect(repeated.map(wordsOf)).toEqual(['StatusWhat it meansClaims'])
    expect(wordsOf(await parts.xml('word/header1.xml'))).toBe(
      `2026-0001 · ${report.proof?.digest.slice(0, 16)}`,
    )
    const foot = await parts.xml('word/footer1.xml')
    expect(wordsOf(foot)).toContain('Page ')
    expect(descendants(foot, 'w:instrText').map((one) => textOf(one).trim())).toEqual(['PAGE', 'NUMPAGES'])
  })

  it('says on each page that it is interim, or a preview', async () => {
    const head = async (report: PrintableReport) =>
      wordsOf(await (await officeParts(await reportDocx(report))).xml('word/header1.xml'))
    expect(await head(someReport({ asked: { kind: 'interim' } }))).toMatch(/^Interim report · 2026-0001 · /)
    expect(await head({ content: someContent(), proof: null })).toBe('Preview, not issued')
  })

  it('links only web addresses', async () => {
    const urls = [
      'https://example.org/a?b=1&c="2"',
      'javascript:alert(1)',
      'java\tscript:alert(1)',
      'file:///etc/passwd',
    ]
    const sources = urls.map((url) => someSource({ url }))
    const parts = await officeParts(await reportDocx(someReport({ claims: [someClaim({ sources })] })))
    const links = elements(await parts.xml('word/_rels/document.xml.rels'))
      .filter(({ attributes }) => attributes.TargetMode === 'External')
      .map(({ attributes }) => [attributes.Id, attributes.Target])
    expect(links.map(([, target]) => target)).toEqual([
      'https://example.org/a?b=1&c=%222%22',
      'https://desk.example/verify',
    ])
    const used = descendants(await parts.xml(BODY), 'w:hyperlink').map(({ attributes }) => attributes['r:id'])
    expect(used).toEqual(links.map(([id]) => id))
  })

  it('carries title, language and proof among its properties', async () => {
    const report = someReport({ asked: { language: 'ar' }, article: { title: 'A <b> & "c"\u0001' } })
    const parts = await officeParts(await reportDocx(report))
    const core = await parts.xml('docProps/core.xml')
    const property = (name: string) => textOf(child(core, name) ?? { name: '', attributes: {}, children: [] })
    expect(property('dc:title')).toContain('A <b> & "c" –')
    expect(property('dc:language')).toBe('ar')
    expect(property('dcterms:created')).toBe('2026-11-25T21:00:00.000Z')
    const [custom] = elements(await parts.xml('docProps/custom.xml'))
    expect(custom?.attributes.name).toBe('factdesk-proof')
    expect(proofIn(custom ? textOf(custom) : '')).toEqual(report.proof)
    const preview = await officeParts(await reportDocx({ content: someContent(), proof: null }))
    expect(elements(await preview.xml('docProps/custom.xml'))).toEqual([])
  })

  it('is complete with a long note, and lacks only characters that XML forbids', async () => {
    const long = caseFile('C27_long_note.txt').toString()
    const hostile = 'a\u0000\u0001\u000b\ud800b\ufffe\uffff</w:t>&amp;]]>\u200c😀'
    const claims = [long, hostile].map((finding, index) =>
      someClaim({ number: index + 1, start: index, finding }),
    )
    const found = (await paragraphsOf(someReport({ claims }))).filter((one) => styleOf(one) === 'Finding')
    expect(wordsOf(found[0] as XmlNode)).toBe(long.replaceAll('\n', ''))
    expect(descendants(found[0] as XmlNode, 'w:br')).toHaveLength(long.split('\n').length - 1)
    expect(wordsOf(found[1] as XmlNode)).toBe('ab</w:t>&amp;]]>\u200c😀')
  })

  it('leaves out what an outside edition must not show', async () => {
    const claims = [someClaim({ finding: 'Only for us' })]
    const paragraphs = await paragraphsOf(someReport({ claims, asked: { internal: false } }))
    const words = paragraphs.map(wordsOf).join('\n')
    expect(words).toContain('It carries nine thousand cars a day')
    expect(words).not.toMatch(/Only for us|Aigerim|Dana/)
  })

  it('is the same file each time it is printed', async () => {
    const report = someReport(demoReview('quiet-diplomacy.ar'))
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T21:00:00Z') })
    try {
      const once = await reportDocx(report)
      vi.setSystemTime(new Date('2031-04-01T09:30:07Z'))
      expect(Buffer.from(await reportDocx(report)).equals(Buffer.from(once))).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })
})
