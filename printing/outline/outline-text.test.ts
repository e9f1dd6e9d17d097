import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reportDocx } from '@/printing/report-docx'
import { reportHtml } from '@/printing/report-html'
import { officeParts } from '@/tests/office-parts'
import { someClaim, someReport } from '@/tests/report'
import { headlineStart } from '@/text/reading'
import { outlineOf } from './outline'
import type { OutlineParagraph, OutlineText } from './shape'

const joined = ({ pieces }: OutlineParagraph) => pieces.map(({ text }) => text).join('')
const linesOf = (text: OutlineText | null) =>
  text?.parts.flatMap((part) =>
    part.kind === 'table' ? part.rows.flatMap((row) => row.flatMap(({ lines }) => lines)) : [part],
  )
const spanned = (text: string, quote: string) => ({
  quote,
  start: text.indexOf(quote),
  end: text.indexOf(quote) + quote.length,
})

const TEXT =
  'The bridge opened in 1998.\n\nIt carries nine thousand cars a day, the mayor said.\nNobody counted.'
const claims = [
  someClaim({ number: 5, ...spanned(TEXT, 'opened in 1998'), status: 'disputed' }),
  someClaim({ number: 3, ...spanned(TEXT, 'It carries nine thousand cars a day') }),
  someClaim({ number: 4, ...spanned(TEXT, 'nine thousand'), status: 'unreviewed' }),
  someClaim({ number: 6, ...spanned(TEXT, 'said.\nNobody') }),
  someClaim({ number: 7, quote: 'bridge', start: headlineStart(TEXT) + 4, end: headlineStart(TEXT) + 10 }),
  someClaim({ number: 8, quote: 'gone', start: null, end: null, anchor: 'orphaned' }),
]
const report = (given: object = {}) =>
  someReport({ claims, text: TEXT, ...given, asked: { text: true, ...(given as { asked?: object }).asked } })

it('shows every claim in its sentence, by its place and its sign', () => {
  const { text } = outlineOf(report())
  expect(linesOf(text)?.map(joined)).toEqual(TEXT.split('\n').filter(Boolean))
  expect(
    text?.headline.map(({ text: words, status, ends }) => [
      words,
      status,
      ends.map(({ place, number }) => [place, number]),
    ]),
  ).toEqual([
    ['The ', null, []],
    ['bridge', 'verified', [[1, 7]]],
  ])
  const told = linesOf(text)?.map(({ pieces }) =>
    pieces.map(
      ({ text: words, status, ends }) =>
        `${words}|${status ?? ''}|${ends.map(({ place, sign }) => `${place}${sign}`).join(' ')}`,
    ),
  )
  expect(told).toEqual([
    ['The bridge ||', 'opened in 1998|disputed|2✕', '.||'],
    [
      'It carries |verified|',
      'nine thousand|unreviewed|4○',
      ' cars a day|verified|3✓',
      ', the mayor ||',
      'said.|verified|',
    ],
    ['Nobody|verified|5✓', ' counted.||'],
  ])
})

it('is left out unless it was asked for', () => {
  expect(outlineOf(report({ asked: { text: false } })).text).toBeNull()
  expect(outlineOf(someReport()).text).toBeNull()
  expect(JSON.stringify(someReport().content)).not.toContain('"text":')
  expect(reportHtml(someReport())).not.toContain('<mark')
})

it('keeps the kinds of blocks, for the page and the Word document', async () => {
  const headed = `In the shops\n\n${TEXT}\n\nبند`
  const blocks = [
    { kind: 'heading' as const, level: 2, start: 0, end: 12 },
    { kind: 'paragraph' as const, start: 14, end: 40 },
    { kind: 'list_item' as const, start: headed.length - 3, end: headed.length },
  ]
  const shown = report({ text: headed, blocks, claims: [] })
  expect(shown.content.revision.blocks?.map(({ kind }) => kind)).toEqual(['heading', 'list_item'])
  expect(linesOf(outlineOf(shown).text)?.map(({ kind }) => kind)).toEqual([
    'heading',
    'paragraph',
    'paragraph',
    'paragraph',
    'list_item',
  ])
  expect(reportHtml(shown)).toContain('<p class="marked-heading">In the shops</p>')
  const word = await (await officeParts(await reportDocx(shown))).text('word/document.xml')
  expect(word).toContain('w:val="MarkedHeading"')
  expect(word).toContain('w:val="MarkedItem"')
  const { blocks: held, ...older } = shown.content.revision
  expect(held).toBeDefined()
  const before = { ...shown, content: { ...shown.content, revision: older } }
  expect(linesOf(outlineOf(before).text)?.every(({ kind }) => kind === 'paragraph')).toBe(true)
})

it('loses no letter and no claim, however claims overlap', () => {
  const text = fc
    .array(fc.constantFrom('a', 'ب', ' ', '\n', '😀', '.', 'xyz'), { maxLength: 40 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(
      text,
      fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), { maxLength: 6 }),
      (words, spans) => {
        const given = spans
          .map(([start, length], index) => ({
            number: index + 1,
            start,
            end: Math.min(words.length, start + length),
          }))
          .filter(
            ({ start, end }) =>
              start < end &&
              words.slice(start, end).trim() === words.slice(start, end) &&
              words[end - 1] !== '\n',
          )
        const shown = outlineOf(
          someReport({
            text: words,
            claims: given.map((one) => someClaim({ ...one, quote: words.slice(one.start, one.end) })),
            asked: { text: true },
          }),
        ).text
        expect(linesOf(shown)?.map(joined)).toEqual(words.split('\n').filter((line) => line.trim() !== ''))
        const ends =
          linesOf(shown)
            ?.flatMap(({ pieces }) => pieces)
            .flatMap((piece) => piece.ends.map(({ number }) => number)) ?? []
        expect(ends.sort((a, b) => a - b)).toEqual(given.map(({ number }) => number))
      },
    ),
  )
})

it('is in the page and in the Word document, right to left for an Arabic article', async () => {
  const text = 'افتُتح الجسر عام 1998. وعليه <b>تسعة</b> آلاف سيارة.'
  const arabic = report({
    text,
    claims: [someClaim({ number: 2, ...spanned(text, 'تسعة</b> آلاف') })],
    article: { language: 'ar', title: 'الجسر' },
    asked: { language: 'en' },
  })
  const page = reportHtml(arabic)
  expect(page).toContain('<div class="marked" lang="ar" dir="rtl">')
  expect(page).toContain(
    '<mark data-status="verified">تسعة&lt;/b&gt; آلاف</mark><sup><a href="#claim-2" data-status="verified"><bdi>1</bdi> ✓</a></sup>',
  )
  const document = await (await officeParts(await reportDocx(arabic))).text('word/document.xml')
  const marked = document.slice(document.indexOf('The text with its claims'))
  expect(marked).toContain('w:fill="')
  expect(marked).toContain('<w:vertAlign w:val="superscript"/>')
  expect(marked).toContain('<w:pStyle w:val="Marked"/><w:bidi/>')
})
