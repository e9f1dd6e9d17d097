import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import { runs } from '@/tests/properties'
import { readFile } from '../import'
import { readRtf } from './rtf'

const rtf = (body: string, head = '') => Buffer.from(`{\\rtf1\\ansi\\ansicpg1252${head} ${body}}`, 'latin1')
const read = (body: string, head = '') => readRtf(rtf(body, head))
const blocks = ({ text, blocks: all }: ReturnType<typeof read>) =>
  all.map(({ kind, start, end }) => [kind, text.slice(start, end)])
const counts = ({ notices }: ReturnType<typeof read>) =>
  Object.fromEntries(notices.map(({ kind, count }) => [kind, count]))
const escaped = (text: string) =>
  [...Array(text.length).keys()]
    .map((at) => {
      const unit = text.charCodeAt(at)
      return unit < 0x80
        ? text.charAt(at).replace(/[\\{}]/, '\\$&')
        : `\\u${unit > 0x7fff ? unit - 0x10000 : unit}?`
    })
    .join('')

describe('letters', () => {
  test.each([
    ['Unicode with a letter for older programs', '\\u1582?\\u1576?\\u1585?', 'خبر'],
    ['with two of them', "\\uc2\\u8217\\'a1\\'afs", '’s'],
    ['with none', '\\uc0\\u8217 s', '’s'],
    ['outside the basic plane', '\\u-10179?\\u-8704?', '😀'],
    ['a skipped word', 'a\\u8212\\emdash b', 'a—b'],
    ['the default code page', "d\\'e9j\\'e0 vu\\'85", 'déjà vu…'],
    ['escaped signs', 'a\\{b\\}c\\\\d', 'a{b}c\\d'],
    ['signs with names', 'a\\~b\\_c\\emdash d\\lquote e\\rquote', 'a\u00a0b\u2011c—d‘e’'],
    ['line ends in the source', 'one\r\n two', 'one two'],
  ])('%s', (_name, body, text) => {
    expect(read(body).text).toBe(text)
  })

  test('in the code page of their font, also in one for right-to-left letters', () => {
    const head = '{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset178 Arial;}{\\f2\\fcharset204 Arial;}}'
    expect(read("{\\f1 \\'ce\\'c8\\'d1} {\\f2 \\'d6\\'e5\\'ed\\'e0} \\'e9", head).text).toBe('خبر Цена é')
    expect(read("{\\rtlch\\af1\\f0 \\'ce\\'c8\\'d1}", head).text).toBe('خبر')
    expect(readRtf(Buffer.from("{\\rtf1\\ansi\\ansicpg1256 \\'ce\\'c8\\'d1}")).text).toBe('خبر')
  })

  test('any text comes back as it was', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abé{}\\بم漢😀5.'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        expect(read(words.map((one) => `${escaped(one)}\\par`).join('\n')).text).toBe(words.join('\n\n'))
      }),
      { numRuns: runs(200), seed: 9 },
    )
  })
})

describe('blocks', () => {
  test('paragraphs, headings by style or level, lists and cells', () => {
    const head = '{\\stylesheet{\\s0 Normal;}{\\s1\\b heading 2;}{\\*\\cs3 Strong;}}'
    const body =
      '\\pard\\s1 In the shops\\par\\pard One\\line more.\\par{\\pard\\outlinelevel2 Then\\par}' +
      '\\pard{\\pntext 1.\\tab}\\ls1 Oil\\par\\trowd\\pard\\intbl A\\cell B\\cell\\row\\pard End.'
    const incoming = read(body, head)
    expect(blocks(incoming)).toEqual([
      ['heading', 'In the shops'],
      ['paragraph', 'One\nmore.'],
      ['heading', 'Then'],
      ['list_item', '1. Oil'],
      ['table_cell', 'A'],
      ['table_cell', 'B'],
      ['paragraph', 'End.'],
    ])
    expect(counts(incoming)).toEqual({ tables: 1 })
  })

  test('headings and titles of styles that are based on those, and the rows of one table', () => {
    const head =
      '{\\stylesheet{\\s1\\b heading 2;}{\\s2\\outlinelevel2 Level;}{\\s7\\sbasedon1 House crosshead;}{\\s8\\sbasedon7 Own;}{\\s9\\sbasedon9 Odd;}{\\s10\\sbasedon2 Small;}}'
    const row = '\\trowd\\pard\\intbl A\\cell B\\cell\\row'
    const incoming = read(
      `\\pard\\s8 In the shops\\par\\pard\\s9 One.\\par\\pard\\s10 Then\\par${row}${row}\\pard Two.\\par${row}\\pard End.`,
      head,
    )
    expect(incoming.blocks.map(({ kind, level }) => [kind, level]).slice(0, 3)).toEqual([
      ['heading', 2],
      ['paragraph', undefined],
      ['heading', 3],
    ])
    expect(counts(incoming)).toEqual({ tables: 2 })
  })

  test.each([
    ['a number', '{\\listtext\\pard\\plain  1.\\tab}\\ls1 Oil', '1. Oil'],
    ['a letter', '{\\listtext (b)\\tab}\\ls1 Oil', '(b) Oil'],
    ['an Arabic letter', '{\\listtext \\u1571?-\\tab}\\ls1 \\u1582?', 'أ- خ'],
    ['a bullet', "{\\listtext\\'b7\\tab}\\ls1 Oil", 'Oil'],
    ['in an old program', '{\\*\\pn\\pnlvlbody}{\\pntext 3)\\tab}\\ls1 Oil', '3) Oil'],
  ])('list items with %s', (_name, item, text) => {
    expect(blocks(read(`\\pard${item}\\par`))).toEqual([['list_item', text]])
  })

  test('the title and the author of the document', () => {
    const head = '{\\info{\\title Bread is dearer}{\\author Layan Noor}{\\company Post}}'
    expect(read('Bread is dearer\\par It rose.', head)).toMatchObject({
      title: 'Bread is dearer',
      byline: 'Layan Noor',
      text: 'It rose.',
    })
  })

  test('a line below the title is a byline, unless its style says that it is text of the article', () => {
    const head = '{\\info{\\title Bread is dearer}}{\\stylesheet{\\s1 Article Text;}{\\s2\\sbasedon1 Own;}}'
    const lineOf = (style: string) =>
      read(`Bread is dearer\\par\\pard${style} By Layan Noor\\par\\pard It rose.`, head)
    expect(lineOf('')).toMatchObject({ byline: 'Layan Noor', text: 'It rose.' })
    for (const style of ['\\s1', '\\s2'])
      expect(lineOf(style)).toMatchObject({ byline: '', text: 'By Layan Noor\n\nIt rose.' })
  })
})

describe('what carries meaning', () => {
  test('raised figures stay raised, crossed-out, deleted and hidden words go and are counted', () => {
    const incoming = read(
      '10{\\super 6} is {\\strike not }paid {\\deleted never }{\\revised soon}{\\v secret}{\\striked1 x}.',
    )
    expect(incoming.text).toBe('10⁶ is paid soon.')
    expect(counts(incoming)).toEqual({ raised: 1, struck: 2, deletions: 1, insertions: 1, hidden_text: 1 })
  })

  test.each([
    ['It covers 5{\\up6\\fs14 2}.', 'It covers 5².'],
    ['CO{\\dn4 2}, x{\\up8 n}', 'CO₂, x^n'],
    ['10\\up6 6\\up0  tonnes', '10⁶ tonnes'],
    ['10\\up 9\\up0\\dn0  and 3', '10⁹ and 3'],
    ['40\\up2 1\\up0 2', '4012'],
    ['10{\\super\\dn0 6}', '10⁶'],
  ])('words off the baseline are raised or lowered: %s', (written, text) => {
    expect(read(written).text).toBe(text)
  })

  test('footnotes, endnotes and comments become notes on their words', () => {
    const body =
      'It rose by 5 percent.{\\super\\chftn{\\footnote\\pard\\plain\\super\\chftn\\nosupersub  See https://example.org/a.}} ' +
      'Then {\\*\\atrfstart 7}it fell{\\*\\atrfend 7}{\\*\\atnid LN}{\\*\\atnauthor Layan}\\chatn' +
      '{\\*\\annotation{\\*\\atnref 7}Who says so?} again.{\\super\\chftn{\\footnote\\ftnalt The end.}}'
    const { text, notes } = read(body)
    expect(text).toBe('It rose by 5 percent. Then it fell again.')
    expect(
      notes.map(({ origin, author, text: said, links, start, end }) => [
        origin,
        author,
        said,
        links,
        text.slice(start, end),
      ]),
    ).toEqual([
      ['footnote', '', 'See https://example.org/a.', ['https://example.org/a'], 'It rose by 5 percent.'],
      ['endnote', '', 'The end.', [], 'Then it fell again.'],
      ['comment', 'Layan', 'Who says so?', [], 'it fell'],
    ])
  })

  test('a mark whose footnote is empty is counted', () => {
    const incoming = read('It rose.{\\super\\chftn{\\footnote\\chftn }} More.')
    expect(incoming.text).toBe('It rose. More.')
    expect(counts(incoming)).toEqual({ note_marks: 1 })
  })

  test('links in notes are links of the notes', () => {
    const field = '{\\field{\\*\\fldinst HYPERLINK "https://example.org/n"}{\\fldrslt the minutes}}'
    const { notes, links } = read(`It rose.{\\footnote See ${field}.}`)
    expect(notes.map(({ text, links: found }) => [text, found])).toEqual([
      ['See the minutes.', ['https://example.org/n']],
    ])
    expect(links).toEqual([])
  })

  test('links stay on their words; pictures, objects, headers and unknown groups are counted or silent', () => {
    const body =
      '{\\header Page head\\par}{\\field{\\*\\fldinst HYPERLINK "https://example.org/x"}{\\fldrslt the paper}} ' +
      'says.{\\*\\shppict{\\pict\\pngblip 89504e47}}{\\nonshppict{\\pict 00}}{\\object{\\*\\objdata 00}{\\result x}}{\\*\\unknown no}'
    const incoming = read(body)
    expect(incoming.text).toBe('the paper says.')
    expect(incoming.links).toEqual([{ url: 'https://example.org/x', start: 0, end: 9 }])
    expect(counts(incoming)).toEqual({ headers: 1, images: 1, embedded: 1 })
  })

  test('binary data is no text', () => {
    expect(
      readRtf(
        Buffer.concat([Buffer.from('{\\rtf1 a{\\pict\\bin4 '), Buffer.from('}{\\x'), Buffer.from('}b}')]),
      ).text,
    ).toBe('ab')
  })
})

test('an RTF is told by its content', async () => {
  expect((await readFile({ name: 'a.doc', type: '', bytes: rtf('Words.') })).text).toBe('Words.')
  await expect(readFile({ name: 'a.rtf', type: '', bytes: Buffer.from('words') })).rejects.toMatchObject({
    code: 'not_this_format',
  })
})

test('hostile files end in a refusal or in their text, and take no time', () => {
  expect(() => read('{'.repeat(5_000))).toThrow('import: damaged')
  expect(() => read('')).toThrow('import: empty')
  expect(() => read('a}}}}} b')).toThrow('import: damaged')
  expect(() => readRtf(rtf('{\\b a}').subarray(0, -2))).toThrow('import: damaged')
  expect(readRtf(Buffer.concat([rtf('a'), Buffer.from('\n\0}')])).text).toBe('a')
  expect(cpuTimeOf(() => read('\\u1576?{\\b a}\\par '.repeat(9_000)))).toBeLessThan(QUICK_MS)
  expect(cpuTimeOf(() => read(`${"\\'e9".repeat(400_000)}`))).toBeLessThan(QUICK_MS)
})
