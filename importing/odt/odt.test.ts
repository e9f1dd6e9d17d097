import { expect, test } from 'vitest'
import { cpuTime, QUICK_MS } from '@/tests/cpu'
import { odtFile, wordFile, zipOf } from '@/tests/office-files'
import { ImportProblem, type Incoming } from '../incoming'
import { readOdt } from './odt'

const read = (text: string, parts: Partial<Parameters<typeof odtFile>[0]> = {}) =>
  readOdt(odtFile({ ...parts, text }))

async function problemOf(file: Buffer): Promise<string> {
  const error = await readOdt(file).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof ImportProblem ? error.code : String(error)
}

const p = (content: string, style = 'Standard') => `<text:p text:style-name="${style}">${content}</text:p>`
const shapes = ({ text, blocks }: Incoming) =>
  blocks.map(({ kind, level, start, end }) => [
    level === undefined ? kind : `${kind} ${level}`,
    text.slice(start, end),
  ])
const counts = ({ notices }: Incoming) =>
  Object.fromEntries(notices.map(({ kind, as, count }) => [`${kind} ${as}`, count]))
const quotes = ({ text, notes }: Incoming) =>
  notes.map((note) => [note.author, note.text, text.slice(note.start, note.end)])

test('a file that is not an OpenDocument text says why', async () => {
  const spreadsheet = 'application/vnd.oasis.opendocument.spreadsheet'
  const encrypted =
    '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
  expect(await problemOf(Buffer.from('words'))).toBe('not_a_zip')
  expect(await problemOf(zipOf({ 'a.txt': 'words' }))).toBe('not_this_format')
  expect(await problemOf(wordFile({ body: '' }))).toBe('not_this_format')
  expect(await problemOf(odtFile({ text: p('Words.'), mimetype: spreadsheet }))).toBe('not_this_format')
  expect(await problemOf(odtFile({ text: p('Words.'), manifest: encrypted }))).toBe('encrypted')
  expect(await problemOf(odtFile({ text: p(' ') }))).toBe('empty')
  expect(await problemOf(odtFile({ text: '<text:p>' }))).toBe('damaged')
  const mimetype = 'application/vnd.oasis.opendocument.text'
  const entity = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>'
  expect(await problemOf(zipOf({ mimetype, 'content.xml': entity }))).toBe('entities')
})

test('white space collapses as the format says, and breaks and tabs keep words apart', async () => {
  const found = await read(
    p(
      '  Rahma\n   Hind<text:tab/>Layan<text:line-break/>Noor<text:s text:c="2"/>and <text:span> more</text:span>',
    ) +
      p('co\u2011operate') +
      p('') +
      p('a<text:line-break/><text:line-break/>b'),
  )
  expect(found.text).toBe('Rahma Hind\tLayan\nNoor  and more\n\nco\u2011operate\n\na\n\nb')
  expect(counts(found)).toEqual({ 'line_breaks kept': 3 })
})

test('headings, lists, quotes and cells are recognised', async () => {
  const found = await read(
    [
      '<text:h text:style-name="Heading_20_2" text:outline-level="2">Two</text:h>',
      p('Derived', 'P1'),
      '<text:list><text:list-header><text:p>Before the list</text:p></text:list-header>' +
        '<text:list-item><text:p>Item</text:p><text:list><text:list-item><text:p>Nested</text:p></text:list-item></text:list></text:list-item></text:list>',
      p('Said so', 'Quotations'),
      p('What it is about', 'Subtitle'),
      p('The pier, 1998', 'P2'),
      '<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>السنة</text:p></table:table-cell></table:table-row></table:table-header-rows>' +
        '<table:table-row><table:table-cell><text:p>٢٠٢٤</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>',
      '<text:section><text:p>In a section</text:p></text:section>',
    ].join(''),
    {
      automaticStyles:
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_3"/>' +
        '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Caption"/>',
    },
  )
  expect(shapes(found)).toEqual([
    ['heading 2', 'Two'],
    ['heading 3', 'Derived'],
    ['paragraph', 'Before the list'],
    ['list_item', 'Item'],
    ['list_item', 'Nested'],
    ['quote', 'Said so'],
    ['standfirst', 'What it is about'],
    ['caption', 'The pier, 1998'],
    ['table_cell', 'السنة'],
    ['table_cell', '٢٠٢٤'],
    ['paragraph', 'In a section'],
  ])
  expect(counts(found)).toEqual({ 'tables kept': 1 })
})

test('title and byline appear once', async () => {
  const found = await read(p('Wells run dry', 'Title') + p('بقلم هند رحمة') + p('One.'), { title: 'Other' })
  expect(found).toMatchObject({ title: 'Wells run dry', byline: 'هند رحمة', text: 'One.' })
  const own = await read(p('Wells run dry', 'Title') + p('بقلم هند رحمة', 'Article_20_Text'))
  expect(own).toMatchObject({ title: 'Wells run dry', byline: '', text: 'بقلم هند رحمة' })
})

const region = (id: string, change: string) =>
  `<text:changed-region text:id="${id}">${change}</text:changed-region>`
const info =
  '<office:change-info><dc:creator>Editor</dc:creator><dc:date>2024-01-02T03:04:05</dc:date></office:change-info>'

test('tracked changes appear as accepted, and are counted', async () => {
  const found = await read(
    `<text:tracked-changes>${[
      region('c1', `<text:deletion>${info}${p('12')}</text:deletion>`),
      region('c2', `<text:insertion>${info}</text:insertion>`),
      region('c3', `<text:deletion>${info}${p('')}${p('')}</text:deletion>`),
      region('c4', `<text:deletion>${info}${p('A whole paragraph.')}${p('')}</text:deletion>`),
      region('c5', `<text:format-change>${info}</text:format-change>`),
    ].join('')}</text:tracked-changes>` +
      p(
        'The levy is <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>15<text:change-end text:change-id="c2"/> percent.',
      ) +
      p('First half, <text:change text:change-id="c3"/>second half.') +
      p('<text:change text:change-id="c4"/>Last <text:change-start text:change-id="c5"/>line.'),
  )
  expect(found.text).toBe('The levy is 15 percent.\n\nFirst half, second half.\n\nLast line.')
  expect(counts(found)).toEqual({
    'deletions accepted': 2,
    'insertions accepted': 1,
    'joined_paragraphs accepted': 1,
  })
})

test('notes and comments keep their words', async () => {
  const note = (kind: string, content: string) =>
    `<text:note text:note-class="${kind}"><text:note-citation>1</text:note-citation><text:note-body>${content}</text:note-body></text:note>`
  const annotation = (attributes: string, author: string, words: string) =>
    `<office:annotation ${attributes}><dc:creator>${author}</dc:creator><dc:date>2024-01-02T03:04:05</dc:date>${words}</office:annotation>`
  const found = await read(
    p(
      `One. The ${annotation('office:name="a1"', 'Hind', '<text:p>Who</text:p><text:p>counted?</text:p>')}` +
        `${annotation('loext:parent-name="a1"', 'Layan', p('The ministry.'))}forty wells`,
    ) +
      p(
        `بلغ العدد<office:annotation-end office:name="a1"/> ٩٠٠ موظف.` +
          note('footnote', p('See <text:a xlink:href="https://example.org/x">this</text:a>.')) +
          ' End.' +
          note('endnote', p('https://example.org/y, p. 3')),
      ) +
      p(`Here${annotation('', 'Noor', p('A point'))}.`),
  )
  expect(found.text).toBe('One. The forty wells\n\nبلغ العدد ٩٠٠ موظف. End.\n\nHere.')
  expect(quotes(found)).toEqual([
    ['Hind', 'Who\ncounted?\n\nLayan: The ministry.', 'forty wells\n\nبلغ العدد'],
    ['', 'See this.', 'بلغ العدد ٩٠٠ موظف.'],
    ['', 'https://example.org/y, p. 3', 'End.'],
    ['Noor', 'A point', ''],
  ])
  expect(found.notes.map(({ origin, links }) => [origin, links])).toEqual([
    ['comment', []],
    ['footnote', ['https://example.org/x']],
    ['endnote', ['https://example.org/y']],
    ['comment', []],
  ])
  expect(counts(found)).toEqual({ 'footnotes left_out': 2, 'comments left_out': 2 })
})

test('links keep their words', async () => {
  const { text, links } = await read(
    p('See the <text:a xlink:href="https://example.org/r">full <text:span>report</text:span></text:a>.') +
      p('<text:a xlink:href="#inside">Inside</text:a>.'),
  )
  expect(text).toBe('See the full report.\n\nInside.')
  expect(links.map(({ url, start, end }) => [url, text.slice(start, end)])).toEqual([
    ['https://example.org/r', 'full report'],
  ])
})

test('text boxes follow their paragraph, and omitted content is counted', async () => {
  const frame = (inside: string) => `<draw:frame>${inside}</draw:frame>`
  const found = await read(
    [
      p(`Before ${frame(`<draw:text-box>${p('In the box.')}</draw:text-box>`)}after.`),
      p(`Shape.<draw:custom-shape>${p('On a shape.')}</draw:custom-shape>`),
      p(
        `${frame('<draw:image/><draw:image/>')}${frame('<draw:object xlink:href="./Object 1"/><draw:image/>')}`,
      ),
      p(frame('<draw:object xlink:href="./Object 2"/>')),
      p('Gone ', 'Hidden') + p('<text:span text:style-name="T1">gone </text:span>Seen.'),
      p(
        '<text:date>3 May</text:date>, page <text:page-number>7</text:page-number>.<text:bookmark text:name="b"/>',
      ),
      '<office:forms><text:p>Form</text:p></office:forms>',
    ].join(''),
    {
      automaticStyles:
        '<style:style style:name="Hidden" style:family="paragraph"><style:text-properties text:display="none"/></style:style>' +
        '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>',
      styles: `<office:master-styles><style:master-page><style:header>${p('Our paper')}</style:header><style:footer>${p('')}</style:footer></style:master-page></office:master-styles>`,
      manifest:
        '<manifest:file-entry manifest:full-path="Object 1/" manifest:media-type="application/vnd.oasis.opendocument.formula"/>',
      scripts: '<office:scripts><office:script/></office:scripts>',
    },
  )
  expect(found.text).toBe('Before after.\n\nIn the box.\n\nShape.\n\nOn a shape.\n\nSeen.\n\n3 May, page 7.')
  expect(counts(found)).toEqual({
    'text_boxes kept': 2,
    'images left_out': 1,
    'equations left_out': 1,
    'embedded left_out': 1,
    'hidden_text left_out': 1,
    'fields kept': 2,
    'headers left_out': 1,
    'scripts left_out': 1,
  })
})

test('the language is the one that most words are marked with', async () => {
  const language = (name: string, code: string) =>
    `<style:style style:name="${name}" style:family="text"><style:text-properties fo:language="${code}" fo:country="CA"/></style:style>`
  const styles =
    '<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="US" style:language-complex="ar" style:country-complex="SA"/></style:default-style></office:styles>'
  const french = await read(p('<text:span text:style-name="T1">Les puits sont à sec.</text:span>'), {
    styles,
    automaticStyles: language('T1', 'fr'),
  })
  expect(french.language).toBe('fr-CA')
  expect((await read(p('The wells are dry.'), { styles })).language).toBe('en')
  expect((await read(p('الآبار جافة.'), { styles })).language).toBe('ar')
  expect((await read(p('The wells are dry.'))).language).toBeNull()
})

test('a million letters are read fast', async () => {
  const sentence = 'The ministry hired 900 people in May, and the levy is 15 percent. '
  const file = odtFile({
    text: Array.from({ length: 1000 }, (_, index) =>
      p(`${index} <text:span>${sentence.repeat(15)}</text:span>`),
    ).join(''),
  })
  expect(await cpuTime(() => readOdt(file))).toBeLessThan(QUICK_MS)
  expect((await readOdt(file)).blocks).toHaveLength(1000)
})
