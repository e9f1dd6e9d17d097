import { expect, test } from 'vitest'
import { cpuTime, QUICK_MS } from '@/tests/cpu'
import { paragraph, run, styled, wordFile, zipOf } from '@/tests/office-files'
import { ImportProblem, type Incoming } from '../incoming'
import { readDocx } from './docx'

const read = (body: string, parts: Partial<Parameters<typeof wordFile>[0]> = {}) =>
  readDocx(wordFile({ ...parts, body }))

async function problemOf(file: Buffer): Promise<string> {
  const error = await readDocx(file).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof ImportProblem ? error.code : String(error)
}

const shapes = ({ text, blocks }: Incoming) =>
  blocks.map(({ kind, level, start, end }) => [
    level === undefined ? kind : `${kind} ${level}`,
    text.slice(start, end),
  ])

const counts = ({ notices }: Incoming) =>
  Object.fromEntries(notices.map(({ kind, as, count }) => [`${kind} ${as}`, count]))

test('a file that is not a Word file says why', async () => {
  expect(await problemOf(Buffer.from('words'))).toBe('not_a_zip')
  expect(await problemOf(zipOf({ 'a.txt': 'words' }))).toBe('not_this_format')
  expect(await problemOf(wordFile({ body: '' }))).toBe('empty')
  expect(await problemOf(wordFile({ body: paragraph('') + paragraph(run('  ')) }))).toBe('empty')
  expect(await problemOf(wordFile({ body: '<w:p><w:r>' }))).toBe('damaged')
  expect(await problemOf(wordFile({ body: '<w:p>'.repeat(5000) + '</w:p>'.repeat(5000) }))).toBe('damaged')
})

test('a document type is refused in every part, with or without an entity', async () => {
  const rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
  const declared = [
    '<!DOCTYPE r>',
    '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
    '<!DOCTYPE r SYSTEM "file:///etc/passwd">',
  ]
  for (const doctype of declared)
    expect(await problemOf(zipOf({ '_rels/.rels': doctype + rels }))).toBe('entities')
  expect(await problemOf(wordFile({ body: paragraph('&undeclared;') }))).toBe('damaged')
})

test('an expansion bomb as a body is stopped', async () => {
  const swollen = wordFile({ body: paragraph(run(' '.repeat(12_000_000))) })
  expect(await problemOf(swollen)).toBe('unpacks_too_large')
})

const STYLES = [
  '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="H2"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Bullets"><w:name w:val="Bullets"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>',
  '<w:style w:type="character" w:styleId="Unseen"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>',
].join('')

test('styles, outline levels and numbering tell headings, lists and quotes', async () => {
  const found = await read(
    [
      styled('H2', 'Two'),
      styled('Mine', 'Also two'),
      styled('Heading3', 'Three'),
      styled('عنوان 1', 'أول'),
      paragraph('Outlined', '<w:outlineLvl w:val="4"/>'),
      paragraph('Running', '<w:pStyle w:val="H2"/><w:outlineLvl w:val="9"/>'),
      styled('Bullets', 'An item'),
      paragraph('Not an item', '<w:pStyle w:val="Bullets"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      paragraph('Another item', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'),
      styled('Zitat', 'Said so'),
      styled('Subtitle', 'What it is about'),
      styled('عنوان فرعي', 'عن ماذا'),
      styled('Caption', 'The pier, 1998'),
      styled('PullQuote', 'They rose'),
    ].join(''),
    { styles: STYLES },
  )
  expect(shapes(found)).toEqual([
    ['heading 2', 'Two'],
    ['heading 2', 'Also two'],
    ['heading 3', 'Three'],
    ['heading 1', 'أول'],
    ['heading 5', 'Outlined'],
    ['paragraph', 'Running'],
    ['list_item', 'An item'],
    ['paragraph', 'Not an item'],
    ['list_item', 'Another item'],
    ['quote', 'Said so'],
    ['standfirst', 'What it is about'],
    ['standfirst', 'عن ماذا'],
    ['caption', 'The pier, 1998'],
    ['pull_quote', 'They rose'],
  ])
})

test('title and byline appear once', async () => {
  const styledTitle = await read(
    styled('T', 'Wells run dry') + styled('X', 'By Layan Noor') + paragraph('One.'),
    {
      styles: STYLES,
      title: 'Document1',
    },
  )
  expect(styledTitle).toMatchObject({ title: 'Wells run dry', byline: 'Layan Noor', text: 'One.' })
  const property = await read(paragraph('ملف المياه') + paragraph('بقلم: هند رحمة') + paragraph('نص.'), {
    title: 'ملف المياه',
  })
  expect(property).toMatchObject({ title: 'ملف المياه', byline: 'هند رحمة', text: 'نص.' })
  const sentence = await read(
    styled('Title', 'عنوان') + paragraph('كتب الوزير رسالة طويلة إلى البرلمان أمس.'),
  )
  expect(sentence).toMatchObject({
    title: 'عنوان',
    byline: '',
    text: 'كتب الوزير رسالة طويلة إلى البرلمان أمس.',
  })
  const house = await read(
    paragraph('slug/upd2') +
      styled('HL', 'Wells run dry') +
      paragraph('By Layan Noor, Astana') +
      paragraph('One.'),
    {
      title: 'house template 2019',
      styles:
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>' +
        '<w:style w:type="paragraph" w:styleId="HL"><w:name w:val="House headline"/><w:basedOn w:val="H1"/></w:style>',
    },
  )
  expect(house).toMatchObject({
    title: 'Wells run dry',
    byline: 'Layan Noor, Astana',
    text: 'slug/upd2\n\nOne.',
  })
  for (const [style, words] of [
    ['heading 2', 'By the numbers'],
    ['Subtitle', 'By Layan Noor'],
    ['List Bullet', 'بقلم الرصاص'],
    ['Article Text', 'By Layan Noor'],
  ] as const)
    expect(
      await read(styled('Title', 'Wells run dry') + styled('S', words) + paragraph('One.'), {
        styles: `<w:style w:type="paragraph" w:styleId="S"><w:name w:val="${style}"/></w:style>`,
      }),
    ).toMatchObject({ title: 'Wells run dry', byline: '', text: `${words}\n\nOne.` })
  const elsewhere = await read(paragraph('One.'), { title: 'Not in the text' })
  expect(elsewhere).toMatchObject({ title: 'Not in the text', byline: '', text: 'One.' })
  const alone = await read(styled('Title', 'Nothing else'))
  expect(alone).toMatchObject({ title: 'Nothing else', text: 'Nothing else' })
})

test('a soft break stays in the block; two soft breaks or a page break end it', async () => {
  const found = await read(
    [
      paragraph(`${run('a')}<w:r><w:br/></w:r>${run('b')}`),
      paragraph(`${run('c')}<w:r><w:br/><w:br/></w:r>${run('d')}`, '<w:numPr><w:numId w:val="1"/></w:numPr>'),
      paragraph(`${run('e ')}<w:r><w:br w:type="page"/></w:r>${run(' f')}`),
    ].join(''),
  )
  expect(shapes(found)).toEqual([
    ['paragraph', 'a\nb'],
    ['list_item', 'c'],
    ['list_item', 'd'],
    ['paragraph', 'e'],
    ['paragraph', 'f'],
  ])
  expect(found.text).toBe('a\nb\n\nc\n\nd\n\ne\n\nf')
  expect(counts(found)).toEqual({ 'line_breaks kept': 3 })
})

test('a text box appears once, after its paragraph', async () => {
  const inside = `<w:txbxContent>${paragraph('In the box.')}</w:txbxContent>`
  const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${inside}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  const found = await read(paragraph(run('Before ') + box + run('after.')) + paragraph('Next.'))
  expect(found.text).toBe('Before after.\n\nIn the box.\n\nNext.')
  expect(counts(found)).toEqual({ 'text_boxes kept': 1 })
})

test('pictures, embedded objects, headers, macros and hidden words are left out and counted', async () => {
  const found = await read(
    [
      paragraph(
        `${run('Seen.')}<w:r><w:drawing><pic:pic/></w:drawing><w:pict><v:imagedata/></w:pict></w:r>` +
          '<w:r><w:object/><w:drawing><c:chart/></w:drawing></w:r>',
      ),
      paragraph(
        `${run('Hidden ', '<w:vanish/>')}${run('words. ', '<w:rStyle w:val="Unseen"/>')}${run('Shown.')}`,
      ),
      paragraph(run('Not hidden.', '<w:vanish w:val="0"/>')),
    ].join(''),
    { styles: STYLES, header: paragraph('Our paper'), macros: true },
  )
  expect(found.text).toBe('Seen.\n\nShown.\n\nNot hidden.')
  expect(counts(found)).toEqual({
    'images left_out': 2,
    'embedded left_out': 2,
    'hidden_text left_out': 1,
    'headers left_out': 1,
    'scripts left_out': 1,
  })
})

const fieldMark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const code = (words: string) => `<w:r><w:instrText>${words}</w:instrText></w:r>`

test('the result of a field stays, also in nested fields, and a broken field swallows nothing', async () => {
  const nested =
    fieldMark('begin') +
    code(' IF ') +
    fieldMark('begin') +
    code(' PAGE ') +
    fieldMark('separate') +
    run('7') +
    fieldMark('end') +
    fieldMark('separate') +
    run('seven') +
    fieldMark('end')
  const found = await read(
    paragraph(`<w:fldSimple w:instr=" DATE ">${run('3 May')}</w:fldSimple>${run(', ')}${nested}`) +
      paragraph(fieldMark('begin') + code(' XE "index entry" ') + fieldMark('end') + run('Plain.')) +
      paragraph(run('Open ') + fieldMark('begin') + code(' PAGE ')) +
      paragraph('Still here.'),
  )
  expect(found.text).toBe('3 May, seven\n\nPlain.\n\nOpen\n\nStill here.')
  expect(counts(found)).toEqual({ 'fields kept': 2 })
})

test('known symbols become letters, and equations become one line', async () => {
  const sym = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`
  const fraction =
    '<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>' +
    '<m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>'
  const found = await read(
    paragraph(
      sym('Symbol', 'F061') + sym('Symbol', 'F0B3') + sym('Wingdings', 'F0FC') + sym('Wingdings', 'F021'),
    ) + paragraph(fraction),
  )
  expect(found.text).toBe('α≥✓\ufffd\n\n(a+b)/2c^2')
  expect(counts(found)).toEqual({ 'equations kept': 1 })
})

test('a drop cap belongs to its word, and a placeholder prompt is not text', async () => {
  const found = await read(
    paragraph('T', '<w:framePr w:dropCap="drop"/>') +
      paragraph('he ministry spoke.') +
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph('Click here.')}</w:sdtContent></w:sdt>`,
  )
  expect(found.text).toBe('The ministry spoke.')
  expect(counts(found)).toEqual({})
})

test('inserted and deleted rows and marks are counted once', async () => {
  const row = (words: string, change: string) =>
    `<w:tr><w:trPr>${change}</w:trPr><w:tc>${paragraph(words)}</w:tc></w:tr>`
  const found = await read(
    `<w:tbl>${row('old', '<w:del w:id="1"/>')}${row('new', '<w:ins w:id="2"/>')}</w:tbl>` +
      paragraph('First.', '<w:rPr><w:ins w:id="3"/></w:rPr>') +
      paragraph('', '<w:rPr><w:del w:id="4"/></w:rPr>') +
      paragraph('Second.'),
  )
  expect(found.text).toBe('new\n\nFirst.\n\nSecond.')
  expect(counts(found)).toEqual({ 'deletions accepted': 2, 'insertions accepted': 2, 'tables kept': 1 })
})

test('the language is known when most words are marked with it and its script agrees', async () => {
  const lang = (value: string, bidi: string) => `<w:lang w:val="${value}" w:bidi="${bidi}"/>`
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${lang('en-US', 'ar-SA')}</w:rPr></w:rPrDefault></w:docDefaults>`
  const languageOf = async (words: string, marked = '') =>
    (await read(paragraph(run(words, marked)), { styles: defaults })).language
  expect(await languageOf('The wells are dry.')).toBe('en')
  expect(await languageOf('الآبار جافة.')).toBe('ar')
  expect(await languageOf('Les puits sont à sec.', lang('fr-CA', 'ar-SA'))).toBe('fr-CA')
  expect(await languageOf('چاه‌ها خشک شده‌اند و مردم می‌گویند کمک نیست.')).toBeNull()
  expect(await languageOf('Le débit du fleuve est en baisse et les puits sont à sec.')).toBeNull()
  expect(await languageOf('Колодцы высохли.')).toBeNull()
  expect((await read(paragraph('No mark.'))).language).toBeNull()
})

test('other prefixes and the strict variant are read the same', async () => {
  const strict = 'http://purl.oclc.org/ooxml'
  const file = zipOf({
    '_rels/.rels': `<x:Relationships xmlns:x="http://schemas.openxmlformats.org/package/2006/relationships"><x:Relationship Id="a" Type="${strict}/officeDocument/relationships/officeDocument" Target="/doc/main.xml"/></x:Relationships>`,
    'doc/main.xml': `<q:document xmlns:q="${strict}/wordprocessingml/main"><q:body><q:p><q:r><q:t>Strict.</q:t></q:r></q:p></q:body></q:document>`,
  })
  expect((await readDocx(file)).text).toBe('Strict.')
})

test('a thousand paragraphs, and a million letters, are read fast', async () => {
  const sentence = 'The ministry hired 900 people in May, and the levy is 15 percent. '
  const many = wordFile({
    body: Array.from({ length: 1000 }, (_, index) =>
      paragraph(run(`${index} `) + run(sentence.repeat(15), '<w:b/>')),
    ).join(''),
  })
  expect(await cpuTime(() => readDocx(many))).toBeLessThan(QUICK_MS)
  const { text, blocks } = await readDocx(many)
  expect(blocks).toHaveLength(1000)
  expect(text.length).toBeGreaterThan(990_000)
})

test('a text over the desk’s limit is refused', async () => {
  let state = 7
  const words = Array.from({ length: 2_100_000 }, () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return String.fromCharCode(97 + ((state >> 16) % 26))
  }).join('')
  expect(await problemOf(wordFile({ body: paragraph(words) }))).toBe('too_large')
})
