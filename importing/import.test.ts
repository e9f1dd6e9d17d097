import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadCase } from '@/tests/cases/load'
import { formatOf } from './format'
import { paragraph, run, wordFile, zipOf } from '@/tests/office-files'
import { readFile } from './import'
import { ImportProblem } from './incoming'
import { MAX_FILE_BYTES } from '@/text/bounds'
import { readTextFile } from './text-file'

const fileOf = (name: string) => readFileSync(new URL(`../tests/cases/${name}`, import.meta.url))
const given = (name: string, content: string | Uint8Array, type = '') => ({
  name,
  type,
  bytes: Buffer.from(content as Uint8Array),
})
const problemOf = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof ImportProblem ? { code: error.code, ...error.params } : error),
  )

describe('a page in a zip', () => {
  const page = '<p class="c1 title">Free meals</p><p>One. <img src="images/image1.png"></p>'
  const read = (files: Record<string, string>, name = 'Export.zip') =>
    readFile({ name, type: 'application/zip', bytes: zipOf(files) })

  test('is read, with its pictures counted and other files named', async () => {
    const { title, text, notices } = await read({
      'Freemeals.html': page,
      'images/image1.png': 'x',
      'a/notes.pdf': 'x',
      '__MACOSX/._Freemeals.html': 'x',
    })
    expect([title, text]).toEqual(['Free meals', 'One.'])
    expect(notices).toEqual([
      { kind: 'images', as: 'left_out', count: 1 },
      { kind: 'attachments', as: 'left_out', count: 1, names: ['a-notes.pdf'] },
    ])
  })

  test('must be the only one', async () => {
    const refused = { code: 'unsupported', format: 'zip', file: 'Export.zip' }
    expect(await problemOf(read({ 'a.html': page, 'b.html': page }))).toEqual(refused)
    expect(await problemOf(read({ 'a.png': 'x' }))).toEqual(refused)
    expect(await problemOf(read({ '../a.html': page }))).toMatchObject({ code: 'bad_path' })
  })
})

describe('plain text', () => {
  test('keeps its paragraphs and gets one kind of line end', async () => {
    const { stored_text } = loadCase<{ stored_text: string }>('C06_mixed_eol')
    expect(await readFile(given('a.txt', fileOf('C06_mixed_eol.txt')))).toMatchObject({
      title: '',
      text: stored_text,
      language: 'en',
      blocks: [{ kind: 'paragraph', start: 0, end: stored_text.length - 1 }],
      encoding: { name: 'utf-8', guessed: false },
      notices: [],
    })
  })

  test('in an old code page is guessed, and decoded otherwise when the reader chooses', async () => {
    const [{ text = '' } = {}] = loadCase<{ files: { text: string }[] }>('C39_encodings').files
    const file = given('a.txt', fileOf('C39_windows1256.txt'))
    expect(await readFile(file)).toMatchObject({ text, encoding: { name: 'windows-1256', guessed: true } })
    const chosen = await readFile(file, { encoding: 'windows-1252' })
    expect(chosen.encoding).toEqual({ name: 'windows-1252', guessed: false })
    expect(chosen.text).toContain('ÇáÚäæÇä')
  })

  test('with Markdown marks keeps them', () => {
    expect(readTextFile('a.txt', Buffer.from('# not **bold**')).text).toBe('# not **bold**')
  })
})

describe('Markdown', () => {
  test('with front matter', async () => {
    const file = given(
      'a.md',
      '---\ntitle: مياه\nauthor: Noor\nlanguage: ar\ndateline: أستانا\n---\n# مياه\n\nقال **الوزير**',
    )
    expect(await readFile(file)).toMatchObject({
      title: 'مياه',
      byline: 'Noor',
      language: 'ar',
      dateline: 'أستانا',
      text: 'قال الوزير',
      blocks: [{ kind: 'paragraph', start: 0, end: 10 }],
    })
  })

  test('without front matter takes its main heading as the title', () => {
    expect(readTextFile('A.MD', Buffer.from('# Prices *rise*\n\nThey rose.\n\n## Bread'))).toMatchObject({
      title: 'Prices rise',
      text: 'They rose.\n\nBread',
      blocks: [
        { kind: 'paragraph', start: 0, end: 10 },
        { kind: 'heading', level: 2, start: 12, end: 17 },
      ],
    })
  })

  test('with broken front matter reports the fault', async () => {
    const problem = await problemOf(readFile(given('a.md', '---\ntitle: "open\n---\ntext')))
    expect(problem).toMatchObject({ code: 'damaged', file: 'a.md' })
    expect(problem).toHaveProperty('detail', expect.stringMatching(/\w/))
  })
})

test('a Word file without a declared language takes the language of its words', async () => {
  const bytes = wordFile({
    body: paragraph(run('The bridge opened to traffic in 1932 after eight years of work.')),
  })
  expect((await readFile({ name: 'bridge.docx', type: '', bytes })).language).toBe('en')
})

test('HTML is decoded in the charset that it declares', async () => {
  const [, { text = '' } = {}] = loadCase<{ files: { text: string }[] }>('C39_encodings').files
  const incoming = await readFile(given('a.html', fileOf('C39_windows1256.html')))
  expect(incoming.text).toContain(text)
  expect(incoming.encoding).toEqual({ name: 'windows-1256', guessed: false })
})

describe('the format of a file', () => {
  const zip = (...names: string[]) => `PK\x03\x04${'\0'.repeat(26)}${names.join('\0')}`
  test.each([
    ['markup named as text', 'a.txt', '\ufeff <!DOCTYPE html><p>a', 'html'],
    ['markup named as a document', 'a.docx', '<html><p>a', 'html'],
    ['XHTML', 'a', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC ""><p>a', 'html'],
    ['a piece of markup by its name', 'a.HTM', '<p>a', 'html'],
    ['Markdown', 'a.markdown', 'a', 'markdown'],
    ['a PDF', 'a.txt', '%PDF-1.7 text', 'pdf'],
    ['a name without ending', 'README', 'a', 'text'],
    ['talk of markup', 'a.txt', 'The <html> element', 'text'],
    ['a text that begins with a mark', 'a.txt', '<note> to all\nWords', 'text'],
    ['markup in Markdown', 'a.md', '<div>a</div>', 'markdown'],
    ['a piece of markup named as text', 'a.txt', '<p>a <b>b</b></p>', 'html'],
    ['a Word document', 'a.bin', zip('[Content_Types].xml', 'word/document.xml'), 'docx'],
    ['an OpenDocument text', 'a.docx', zip('mimetypeapplication/vnd.oasis.opendocument.text'), 'odt'],
    ['a zip named as a Word document', 'a.docx', zip('x'), 'docx'],
  ])('%s', (_name, name, content, format) => {
    expect(formatOf(given(name, content))).toBe(format)
  })

  test('the media type helps where name and content do not', () => {
    expect(formatOf(given('blob', '<p>a', 'text/html'))).toBe('html')
    expect(formatOf(given('blob', '# a', 'text/markdown'))).toBe('markdown')
  })

  test.each([
    ['a spreadsheet', 'a.xlsx', zip('[Content_Types].xml', 'xl/workbook.xml'), 'unsupported', 'xlsx'],
    ['a web archive', 'a.mhtml', 'MIME-Version: 1.0', 'unsupported', 'mhtml'],
    [
      'an SVG named as text',
      'a.txt',
      '<svg xmlns="http://www.w3.org/2000/svg"><text>a</text></svg>',
      'unsupported',
      'svg',
    ],
    [
      'a drawing',
      'a.svg',
      '<?xml version="1.0"?><!-- x --><!DOCTYPE svg><svg><text>a</text></svg>',
      'unsupported',
      'svg',
    ],
    ['a feed', 'a.xml', '<?xml version="1.0"?><rss><channel/></rss>', 'unsupported', 'xml'],
    ['markup without a declaration', 'a.txt', '<note to="b"><p>words</p></note>\n', 'unsupported', 'xml'],
    [
      'XML in UTF-16',
      'a',
      Buffer.from('\ufeff<?xml version="1.0"?><feed/>', 'utf16le'),
      'unsupported',
      'xml',
    ],
    ['words named as a drawing', 'a.svg', 'words', 'unsupported', 'svg'],
    [
      'an Outlook message',
      'a.msg',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('__substg1.0_0037', 'utf16le')]),
      'unsupported',
      'msg',
    ],
    ['an old Word document', 'a.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'unsupported', 'doc'],
    [
      'a Word document with a password',
      'a.docx',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
      undefined,
    ],
    ['text named as a Word document', 'a.docx', 'text', 'not_a_zip', undefined],
  ])('%s is refused', async (_name, name, content, code, format) => {
    expect(await problemOf(readFile(given(name, content)))).toEqual({
      code,
      file: name,
      ...(format && { format }),
    })
  })
})

describe('files that cannot be read', () => {
  test('a file that is too large is not opened', async () => {
    const file = given('a.txt', Buffer.alloc(MAX_FILE_BYTES + 1, 97))
    expect(await problemOf(readFile(file))).toMatchObject({ code: 'too_large', bytes: MAX_FILE_BYTES })
  })

  test.each([
    ['no bytes', '', 'empty'],
    ['blanks', ' \r\n\u00a0', 'empty'],
    ['more text than the desk accepts', 'a'.repeat(1_000_001), 'too_large'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 0, 2]), 'not_text'],
    ['letters of no known encoding', Uint8Array.from(Buffer.from('cff0e8e2e5f220ece8f0', 'hex')), 'encoding'],
  ])('%s', async (_name, content, code) => {
    expect(await problemOf(readFile(given('a.txt', content)))).toMatchObject({ code, file: 'a.txt' })
  })

  test.each(loadCase<{ file_names: { in: string; shown: string }[] }>('C13_bidi_controls').file_names)(
    'their names are shown safely: $shown',
    async ({ in: name, shown }) => {
      expect(await problemOf(readFile(given(name, '')))).toEqual({ code: 'empty', file: shown })
    },
  )
})
