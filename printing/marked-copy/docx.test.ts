import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocx } from '@/importing/docx/docx'
import { descendants, textOf } from '@/importing/office/xml'
import { disputedAt, someCopy } from '@/tests/marked-copy'
import { misplaced } from '@/tests/docx-order'
import { officeParts } from '@/tests/office-parts'
import { runs } from '@/tests/properties'
import { someClaim, someSource } from '@/tests/report'
import { blocksOf, type Block } from '@/text/blocks'
import { wholeLetters } from '@/text/grapheme'
import { markedCopyDocx } from './docx'

const written = async (copy: Parameters<typeof markedCopyDocx>[0]) => Buffer.from(await markedCopyDocx(copy))
const PARTS = ['document', 'comments', 'styles', 'numbering', 'settings']

const ARABIC = 'ارتفعت الأسعار ٤٫٥٪ في مايو ٢٠٢٤.\n\nقال الوزير: «لن نرفعها» (WHO).\n\nوانتهى الاجتماع.'

describe('a marked copy as a Word document', () => {
  it('has each remark as a comment on exactly its words, by the checker', async () => {
    const text = 'The dam holds 12 km³ of water. It was built in 1956.'
    const claims = [
      disputedAt(text, '12 km³', {
        finding: 'The ministry says 9 km³.',
        sources: [someSource({ stance: 'refutes' })],
      }),
      disputedAt(text, 'built in 1956', { number: 2, status: 'needs_source', finding: '', sources: [] }),
      disputedAt(text, 'The dam', { number: 3, status: 'verified' }),
      disputedAt(text, 'holds', { number: 4, status: 'unreviewed', finding: 'Not finished.' }),
    ]
    const file = await written(someCopy({ text, claims }))
    const read = await readDocx(file)
    expect(read.text).toBe(text)
    expect(read.title).toBe('The bridge')
    expect(read.notes.map(({ author, start, end }) => [author, text.slice(start, end)])).toEqual([
      ['Aigerim', '12 km³'],
      ['Aigerim', 'built in 1956'],
    ])
    expect(read.notes[0]?.text.split('\n')).toEqual([
      'Claim 1 · ✕ Disputed',
      'The ministry says 9 km³.',
      '✕ Refutes: Census tables',
      'Nine thousand a day.',
      'Statistics office · p. 4 · Web page · primary source · published 2024-03-10 · read 2026-11-25',
      'https://example.org/tables',
      'Do you have a source that shows otherwise? If not, please change these words.',
    ])
    expect(read.notes[0]?.links).toEqual(['https://example.org/tables'])
    const [comment] = descendants(await (await officeParts(file)).xml('word/comments.xml'), 'w:comment')
    expect(comment?.attributes).toMatchObject({
      'w:author': 'Aigerim',
      'w:initials': 'A',
      'w:date': '2026-11-25T20:30:00.000Z',
    })
  })

  it.each([
    'By Priya Nair and Jonas Okafor\n\nThe county paid.',
    'إعداد: لبنى الحسن – وحدة التحقيقات\n\nتعاني المستشفيات.',
    'كتبت ريم الشامي\n\nقال الوزير.',
    'نوشتهٔ مریم\n\nنوشته مریم کریمی\n\nپایان.',
    'By the numbers',
    'بقلم: عمرو الخولي',
  ])('comes back with a first line that could be a byline: %j', async (text) => {
    const read = await readDocx(await written(someCopy({ text, claims: [] })))
    expect(read.text).toBe(text)
    expect(read.byline).toBe('')
  })

  it('says nothing of unfinished work, of sign-offs, and of who wrote which part', async () => {
    const text = 'One is so. Two is so.'
    const claims = [
      disputedAt(text, 'One is so.', {
        reviewedBy: null,
        reviewedAt: null,
        signOff: { by: 'Secret Signer', at: '2026-11-25T20:30:00.000Z' },
        writers: { status: ['Secret Writer'], finding: [], sources: [], words: [] },
      }),
      disputedAt(text, 'Two is so.', {
        number: 2,
        status: 'unreviewed',
        finding: 'Secret doubt',
        proposal: { kind: 'correction', replacement: 'Secret words.', reason: '' },
      }),
    ]
    const parts = await officeParts(await written(someCopy({ text, claims })))
    const all = (await Promise.all(parts.names.map((name) => parts.text(name)))).join('')
    expect(all).not.toContain('Secret')
    expect(all).toContain('w:author="Test Newsroom"')
  })

  it('has a proposed wording as a tracked change of only the words that differ', async () => {
    const text = 'It closed in May 1994, say officials.'
    const claims = [
      disputedAt(text, 'It closed in May 1994', {
        proposal: { kind: 'correction', replacement: 'It closed in April 1995', reason: 'Wrong date' },
      }),
    ]
    const file = await written(someCopy({ text, claims }))
    const body = await (await officeParts(file)).xml('word/document.xml')
    expect(descendants(body, 'w:delText').map(textOf)).toEqual(['May 1994'])
    const [inserted] = descendants(body, 'w:ins')
    expect(inserted && textOf(inserted)).toBe('April 1995')
    expect(inserted?.attributes).toMatchObject({ 'w:author': 'Aigerim', 'w:date': '2026-11-25T20:30:00Z' })
    const read = await readDocx(file)
    expect(read.text).toBe('It closed in April 1995, say officials.')
    expect(read.tracked).toEqual({
      base: text,
      changes: [{ old: { start: 13, end: 21 }, fresh: { start: 13, end: 23 } }],
    })
    const [note] = read.notes
    expect(read.text.slice(note?.start, note?.end)).toBe('It closed in April 1995')
    expect(note?.text).toContain('Reason: Wrong date')
  })

  it('keeps a wording in the comment where changes would overlap or cross paragraphs', async () => {
    const text = 'It rose by 12 percent.\n\nThen it fell.'
    const to = (replacement: string) => ({ proposal: { kind: 'correction', replacement, reason: '' } })
    const claims = [
      disputedAt(text, 'rose by 12 percent', to('rose by 15 percent')),
      disputedAt(text, '12 percent', { number: 2, ...to('14 percent') }),
      disputedAt(text, 'percent.\n\nThen it', { number: 3, ...to('percent, and it') }),
    ]
    const read = await readDocx(await written(someCopy({ text, claims })))
    expect(read.text).toBe('It rose by 15 percent.\n\nThen it fell.')
    expect(read.notes.map(({ start, end }) => read.text.slice(start, end))).toEqual([
      'rose by 15 percent',
      '15 percent',
      'percent.\n\nThen it',
    ])
    expect(read.notes[1]?.text).toContain('Proposed wording: 14 percent')
    expect(read.notes[2]?.text).toContain('Proposed wording: percent, and it')
  })

  it('runs from right to left, in the language and the letters of its article', async () => {
    const claims = [disputedAt(ARABIC, '٤٫٥٪ في مايو', { finding: 'النسبة ٣٫٩٪.' })]
    const copy = someCopy({
      text: ARABIC,
      claims,
      article: { language: 'ar', title: 'الأسعار' },
      asked: { language: 'ar' },
    })
    const parts = await officeParts(await written(copy))
    const body = await parts.xml('word/document.xml')
    const paragraphs = descendants(body, 'w:p')
    expect(paragraphs).toHaveLength(4)
    for (const one of paragraphs) expect(descendants(one, 'w:bidi')).toHaveLength(1)
    for (const run of descendants(body, 'w:r').filter((one) =>
      /(?=\p{L})\p{Script=Arabic}/u.test(textOf(one)),
    )) {
      expect(descendants(run, 'w:rtl')).toHaveLength(1)
      expect(descendants(run, 'w:lang')[0]?.attributes['w:bidi']).toBe('ar')
    }
    const defaults = descendants(await parts.xml('word/styles.xml'), 'w:rPrDefault')[0]
    expect(defaults && descendants(defaults, 'w:rFonts')[0]?.attributes['w:cs']).toBe('Times New Roman')
    const read = await readDocx(await written(copy))
    expect([read.text, read.language, read.title]).toEqual([ARABIC, 'ar', 'الأسعار'])
    expect(read.notes[0]?.text.split('\n')[0]).toBe('الادعاء 1 · ✕ متنازع عليه')
  })

  it('keeps every kind of block', async () => {
    const lines: [Block['kind'], string, number?][] = [
      ['standfirst', 'What happened'],
      ['heading', 'First', 2],
      ['paragraph', 'Words\twith a tab\nand a second line'],
      ['list_item', 'an item'],
      ['list_item', '1. a numbered item'],
      ['list_item', '٢) ثانيًا'],
      ['quote', 'Quoted'],
      ['pull_quote', 'Pulled'],
      ['caption', 'A picture'],
      ['table_cell', 'One'],
      ['table_cell', 'Two'],
    ]
    let at = 0
    const blocks = lines.map(([kind, words, level]): Block => {
      const cell = kind === 'table_cell' && { cell: { row: 0, column: words === 'One' ? 0 : 1 } }
      const form = { kind, ...(level !== undefined && { level }), ...cell }
      const block = { ...form, start: at, end: at + words.length }
      at = block.end + 2
      return block
    })
    const text = lines.map(([, words]) => words).join('\n\n')
    const claims = [disputedAt(text, 'One\n\nTwo')]
    const read = await readDocx(await written(someCopy({ text, blocks, claims })))
    expect(read.text).toBe(text)
    expect(read.blocks).toEqual(blocks)
    expect(text.slice(read.notes[0]?.start, read.notes[0]?.end)).toBe('One\n\nTwo')
  })

  it('has a table in its rows and columns, with gaps, and each comment on its cell', async () => {
    const cells: [number, number, string][] = [
      ...[[0, 0, 'Year'] as const, [0, 1, 'Wells'] as const, [0, 2, 'Note'] as const],
      ...[[1, 0, '2023'] as const, [1, 1, '12'] as const],
      ...[[2, 0, '٢٠٢٤'] as const, [2, 2, 'counted twice'] as const, [2, 2, 'by hand'] as const],
    ].map(([row, column, words]) => [row, column, words])
    const lines = ['Before.', ...cells.map(([, , words]) => words), 'One more.', 'Other']
    let at = 0
    const blocks = lines.map((words, index): Block => {
      const [row, column] = cells[index - 1] ?? [0, 0]
      const isCell = (index > 0 && index <= cells.length) || words === 'Other'
      const form = isCell
        ? { kind: 'table_cell' as const, cell: { row, column } }
        : { kind: 'paragraph' as const }
      const block = { ...form, start: at, end: at + words.length }
      at = block.end + 2
      return block
    })
    const text = lines.join('\n\n')
    for (const language of ['en', 'ar']) {
      const claims = [disputedAt(text, '12'), disputedAt(text, 'by hand', { number: 2 })]
      const file = await written(someCopy({ text, blocks, claims, article: { language } }))
      const body = await (await officeParts(file)).xml('word/document.xml')
      const grid = descendants(body, 'w:tbl').map((table) =>
        descendants(table, 'w:tr').map((row) => descendants(row, 'w:tc').map((cell) => textOf(cell))),
      )
      expect(grid).toEqual([
        [
          ['Year', 'Wells', 'Note'],
          ['2023', '12', ''],
          ['٢٠٢٤', '', 'counted twiceby hand'],
        ],
        [['Other']],
      ])
      const read = await readDocx(file)
      expect([read.text, read.blocks]).toEqual([text, blocks])
      expect(read.notes.map(({ start, end }) => text.slice(start, end))).toEqual(['12', 'by hand'])
      expect(misplaced(body)).toEqual([])
    }
  })

  it('follows the order of elements in the schema, and gives the same bytes each time', async () => {
    const claims = [
      disputedAt(ARABIC, 'في مايو ٢٠٢٤.\n\nقال', { finding: 'WHO: لا' }),
      disputedAt(ARABIC, '٢٠٢٤', {
        number: 2,
        proposal: { kind: 'correction', replacement: '٢٠٢٣', reason: 'x' },
        sources: [someSource()],
      }),
    ]
    for (const article of [{ language: 'ar' }, { language: 'en' }]) {
      const copy = someCopy({ text: ARABIC, claims, article })
      const file = await written(copy)
      const parts = await officeParts(file)
      for (const part of PARTS) expect(misplaced(await parts.xml(`word/${part}.xml`)), part).toEqual([])
      expect((await written(copy)).equals(file)).toBe(true)
    }
  })

  it('marks claims in the headline', async () => {
    const text = 'Nobody counted.'
    const title = 'The bridge carries nine thousand'
    const start = text.length + 1 + 'The bridge carries '.length
    const claims = [
      someClaim({ status: 'disputed', quote: 'nine thousand', start, end: start + 'nine thousand'.length }),
    ]
    const body = await (
      await officeParts(await written(someCopy({ text, claims, article: { title } })))
    ).text('word/document.xml')
    expect(body).toMatch(
      /carries <\/w:t><\/w:r><w:commentRangeStart w:id="0"\/><w:r>.*nine thousand<\/w:t><\/w:r><w:commentRangeEnd w:id="0"\/>/,
    )
  })
})

it('any text with any claims comes back with its words and its claims', async () => {
  const piece = fc.constantFrom(
    'one',
    'two',
    'مئة',
    'ثلاثة',
    'e\u0301',
    '👩‍🔬',
    '🇰🇿',
    '12',
    ' ',
    ' ',
    '\n',
    '\n\n',
    '.',
    'می\u200cرود',
  )
  const span = fc.record({ from: fc.nat(), length: fc.nat({ max: 40 }) })
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { minLength: 3, maxLength: 40 }).map((all) => `so ${all.join('')} end`),
      fc.array(span, { maxLength: 6 }),
      fc.constantFrom('en', 'ar', 'fa'),
      async (given, spans, language) => {
        const text = blocksOf(given.normalize('NFC'))
          .map(({ start, end }) => given.normalize('NFC').slice(start, end))
          .join('\n\n')
        const claims = spans.flatMap(({ from, length }, index) => {
          const start = from % text.length
          const whole = wholeLetters(text, { start, end: Math.min(start + length, text.length) })
          const quote = text.slice(whole.start, whole.end).trim()
          if (quote === '') return []
          const at = text.indexOf(quote, whole.start)
          return [
            someClaim({ number: index + 1, status: 'disputed', quote, start: at, end: at + quote.length }),
          ]
        })
        const read = await readDocx(await written(someCopy({ text, claims, article: { language } })))
        expect(read.text).toBe(text)
        const spansOf = (all: readonly { start: number; end: number }[]) =>
          all.map(({ start, end }) => `${start}-${end}`).sort()
        expect(spansOf(read.notes)).toEqual(
          spansOf(claims.map(({ start, end }) => ({ start: start ?? 0, end: end ?? 0 }))),
        )
      },
    ),
    { numRuns: runs(60), seed: 5 },
  )
})
