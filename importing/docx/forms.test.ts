import { describe, expect, test } from 'vitest'
import { paragraph, run, wordFile, type WordParts } from '@/tests/office-files'
import { readDocx } from './docx'

const read = (body: string, parts: Partial<WordParts> = {}) => readDocx(wordFile({ ...parts, body }))
const linesOf = async (body: string, parts: Partial<WordParts> = {}) =>
  (await read(body, parts)).text.split('\n\n')

const STYLES = [
  '<w:style w:type="character" w:styleId="Up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
  '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>',
  '<w:style w:type="character" w:styleId="Child"><w:basedOn w:val="Gone"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Old"><w:rPr><w:strike/></w:rPr></w:style>',
].join('')

describe('the form of runs', () => {
  test.each([
    [run('10') + run('6', '<w:vertAlign w:val="superscript"/>'), '10⁶'],
    [run('10') + run('6', '<w:rStyle w:val="Up"/>'), '10⁶'],
    [run('10') + run('6', '<w:rStyle w:val="Up"/><w:vertAlign w:val="baseline"/>'), '106'],
    [run('10') + run('6', '<w:position w:val="6"/>'), '10⁶'],
    [run('H') + run('2', '<w:position w:val="-6"/>') + run('O'), 'H₂O'],
    [
      run('10') +
        run('-', '<w:vertAlign w:val="superscript"/>') +
        run('3', '<w:vertAlign w:val="superscript"/>'),
      '10⁻³',
    ],
    [run('a ') + run('b', '<w:rStyle w:val="Child"/>') + run(' c'), 'a c'],
    [run('a ') + run('b', '<w:rStyle w:val="Gone"/><w:strike w:val="0"/>') + run(' c'), 'a b c'],
    [run('a ') + run('b', '<w:strike w:val="false"/>') + run(' c', '<w:dstrike w:val="0"/>'), 'a b c'],
    [run('الضريبة ') + run('لا', '<w:dstrike/>') + run(' يدفعها'), 'الضريبة يدفعها'],
    [
      `<w:r><w:ruby><w:rubyPr/><w:rt>${run('かん')}</w:rt><w:rubyBase>${run('漢')}</w:rubyBase></w:ruby></w:r>`,
      '漢(かん)',
    ],
    [
      run('unesco', '<w:smallCaps/>') + run(' Hidden on the web.', '<w:webHidden/>'),
      'unesco Hidden on the web.',
    ],
    [`<w:bdo w:val="rtl">${run('abc')}</w:bdo>`, '\u202eabc\u202c'],
  ])('%s', async (body, text) => {
    expect((await read(paragraph(body), { styles: STYLES })).text).toBe(text)
  })

  test('a style of the paragraph strikes its words, and a run or a second style switches that off', async () => {
    const old = '<w:pStyle w:val="Old"/>'
    const body =
      paragraph(run('gone ') + run('kept', '<w:strike w:val="0"/>'), old) +
      paragraph(run('kept too', '<w:rStyle w:val="Gone"/>'), old)
    const found = await read(body, { styles: STYLES })
    expect(found.text).toBe('kept\n\nkept too')
    expect(found.notices).toEqual([{ kind: 'struck', as: 'left_out', count: 1 }])
  })

  test('a figure set from left to right in an Arabic paragraph keeps its order', async () => {
    const rtl = '<w:rtl/>'
    const body = paragraph(
      run('هاتف ', rtl) + run('+7') + run(' 701 123') + run(' في ', rtl) + run('2014') + run('.', rtl),
      '<w:bidi/>',
    )
    expect((await read(body)).text).toBe('هاتف \u2066+7 701 123\u2069 في 2014.')
  })
})

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
const list = (id: number, levels: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
const num = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`
const item = (words: string, id: number, at = 0) =>
  paragraph(words, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`)

describe('list numbers', () => {
  const legal =
    level(0, 'upperRoman', '%1.') +
    level(1, 'decimal', '%1.%2.', '<w:isLgl/>') +
    level(2, 'lowerLetter', '(%3)')

  test('of several levels start again below the next item above', async () => {
    const body = [
      item('a', 1),
      item('b', 1, 1),
      item('c', 1, 1),
      item('d', 1, 2),
      item('e', 1),
      item('f', 1, 1),
    ].join('')
    expect(await linesOf(body, { numbering: list(0, legal) + num(1, 0) })).toEqual([
      'I. a',
      '1.1. b',
      '1.2. c',
      '(a) d',
      'II. e',
      '2.1. f',
    ])
  })

  test('go on in a second list of the same kind, unless it gives its own start', async () => {
    const numbering =
      list(0, level(0, 'decimal', '%1)')) +
      num(1, 0) +
      num(2, 0) +
      num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>')
    const body =
      item('a', 1) +
      item('b', 2) +
      paragraph('text') +
      item('c', 3) +
      item('d', 3) +
      item('', 3) +
      item('e', 3)
    expect(await linesOf(body, { numbering })).toEqual(['1) a', '2) b', 'text', '7) c', '8) d', '10) e'])
  })

  test.each([
    ['lowerLetter', 28, 'bb'],
    ['upperRoman', 14, 'XIV'],
    ['decimalZero', 3, '03'],
    ['ordinal', 22, '22nd'],
    ['arabicAlpha', 3, 'ت'],
    ['arabicAbjad', 3, 'ج'],
    ['hebrew1', 15, 'טו'],
    ['russianLower', 2, 'б'],
    ['unknown', 5, '5'],
  ])('in %s', async (format, number, shown) => {
    const lists =
      list(0, level(0, format, '%1.')) +
      num(1, 0, `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${number}"/></w:lvlOverride>`)
    expect(await linesOf(item('x', 1), { numbering: lists })).toEqual([`${shown}. x`])
  })

  test('of a style and of a heading are shown, bullets and deleted items are not', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const numbering =
      list(0, level(0, 'decimal', '%1.', '<w:pStyle w:val="H"/>')) +
      list(1, level(0, 'bullet', '•')) +
      num(1, 0) +
      num(2, 1)
    const gone = `<w:del w:id="1">${run('gone')}</w:del>`
    const body =
      paragraph('Text') +
      paragraph('First', '<w:pStyle w:val="H"/>') +
      item('dot', 2) +
      paragraph(gone + run('Second'), '<w:pStyle w:val="H"/>')
    expect(await linesOf(body, { styles, numbering })).toEqual(['Text', '1. First', 'dot', '2. Second'])
  })
})

test('a comment that its writers settled says so', async () => {
  const comment = (id: number, words: string) =>
    `<w:comment w:id="${id}" w:author="Noor"><w:p w14:paraId="0000000${id}">${run(words)}</w:p></w:comment>`
  const on = (id: number, words: string) =>
    `<w:commentRangeStart w:id="${id}"/>${run(words)}<w:commentRangeEnd w:id="${id}"/>`
  const { notes } = await read(paragraph(on(0, '42 arches') + run(' in ') + on(1, '1968')), {
    comments: comment(0, 'Count again') + comment(1, 'Not 1967?') + comment(2, 'The archive says 1968'),
    commentsExtended:
      '<w15:commentEx w15:paraId="00000000" w15:done="0"/><w15:commentEx w15:paraId="00000001" w15:done="1"/>' +
      '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="1"/>',
  })
  expect(notes.map(({ text, settled }) => [text, settled])).toEqual([
    ['Count again', undefined],
    ['Not 1967?\n\nNoor: The archive says 1968', true],
  ])
})
