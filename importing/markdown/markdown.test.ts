import { describe, expect, test } from 'vitest'
import { longInputs } from '@/tests/cases/load'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import type { Incoming } from '../incoming'
import { readMarkdown } from './markdown'

const textOf = (written: string) => readMarkdown(written).text
const counts = ({ notices }: Incoming) => Object.fromEntries(notices.map(({ kind, count }) => [kind, count]))

test('a document exported from Google Docs', () => {
  const found = readMarkdown(`# **The bridge**

The bridge has 42 arches\\.[^1] It was ~~not~~ paid, 10<sup>6</sup> tenge, see [the archive](https://www.google.com/url?q=https://x.test/a).

![][image1]

| Year | Cost |
| :---- | ----: |
| 1968 | 12 \\| 13 |
| ١٩٧٠ |  |

3. Third
4. Fourth

[^1]: City archive, [box 12](https://x.test/box).

[image1]: <data:image/png;base64,iVBORw0KGgo=>
`)
  expect(found.title).toBe('The bridge')
  expect(found.blocks.map(({ kind, start, end }) => [kind, found.text.slice(start, end)])).toEqual([
    ['paragraph', 'The bridge has 42 arches. It was paid, 10⁶ tenge, see the archive.'],
    ['table_cell', 'Year'],
    ['table_cell', 'Cost'],
    ['table_cell', '1968'],
    ['table_cell', '12 | 13'],
    ['table_cell', '١٩٧٠'],
    ['list_item', '3. Third'],
    ['list_item', '4. Fourth'],
  ])
  expect(
    found.notes.map(({ text, links, start, end }) => [text, links, found.text.slice(start, end)]),
  ).toEqual([['City archive, box 12.', ['https://x.test/box'], 'The bridge has 42 arches.']])
  expect(found.links?.map(({ url, start, end }) => [url, found.text.slice(start, end)])).toEqual([
    ['https://x.test/a', 'the archive'],
  ])
  expect(counts(found)).toEqual({ footnotes: 1, struck: 1, raised: 1, images: 1, tables: 1 })
})

describe('words of Markdown', () => {
  test.each([
    ['a ~~b~~ c', 'a c'],
    ['الضريبة ~~لا~~ يدفعها', 'الضريبة يدفعها'],
    ['a <s>b</s> <del>c</del> d', 'a d'],
    ['H<sub>2</sub>O, m<sup>2</sup>, ١٠<sup>٦</sup>', 'H₂O, m², ١٠^٦'],
    ['H~2~O, 10^6^ m^3^, CO~2~', 'H₂O, 10⁶ m³, CO₂'],
    ['١٠^٦^ و CO~2~', '١٠^٦ و CO₂'],
    ['10^−3^ and x^n^, 2^10^.', '10⁻³ and x^n, 2¹⁰.'],
    ['**m**^2^ and (a+b)^2^', 'm² and (a+b)²'],
    ['21^st^ of May, 1^er^ mai', '21st of May, 1er mai'],
    ['is ~not~ paid, ~a whole *clause*~ yes', 'is paid, yes'],
    ['الضريبة ~لا~ يدفعها', 'الضريبة يدفعها'],
    ['from ~10 to ~20 people', 'from ~10 to ~20 people'],
    ['x^2 and y^2, ^_^, a ^b^ c, 10\\^6\\^', 'x^2 and y^2, ^_^, a ^b^ c, 10^6^'],
    ['/~anna/ and ~/notes, a~b c~d', '/~anna/ and ~/notes, a~b c~d'],
    ['a ~~b~~ c~1~', 'a c₁'],
    ['<q>Yes</q> and <b>HTML</b>', '“Yes” and HTML'],
    ['<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>', '漢(kan)'],
    ['<sup>open and </sub>', '<sup>open and </sub>'],
    ['a <b>b *c</b> d* <sup>e</sup>', 'a <b>b c</b> d e'],
    ['<blink>HTML</blink> stays, A &amp; B', '<blink>HTML</blink> stays, A &amp; B'],
    ['[a][b] and [c]\n\n[b]: https://x.test/b "title"', 'a and [c]'],
    ['said so[1].\n\n[1]: https://x.test/1', 'said so.'],
    ['Nothing refers to it.\n\n[z]: https://x.test/z', 'Nothing refers to it.\n\n[z]: https://x.test/z'],
    ['Nor to this.\n\n[^z]: A note', 'Nor to this.\n\n[^z]: A note'],
    ['1. a\n1. b\n1. c', '1. a\n\n2. b\n\n3. c'],
    ['3) a\n4) b\n9) c', '3) a\n\n4) b\n\n9) c'],
    ['٧. أ\n٧. ب', '٧. أ\n\n٨. ب'],
    ['no | table\nhere | either', 'no | table here | either'],
  ])('%j', (given, text) => expect(textOf(given)).toBe(text))
})

/** The text, its links on their words, and its notes. */
function marked(written: string) {
  const { text, links = [], notes } = readMarkdown(written)
  return [text, ...links.map(({ url, start, end }) => `${text.slice(start, end)} → ${url}`), notes.length]
}

test.each([
  ['the [October hearing][1].', 'the October hearing.', 'October hearing'],
  ['قالت [الوزارة][١] أمس.', 'قالت الوزارة أمس.', 'الوزارة'],
  ['[one *loud*\nword][1] here', 'one loud word here', 'one loud word'],
  ['see [2019][1] too', 'see [2019] too', null],
  ['[a [b] c][1]', 'a [b] c', 'a [b] c'],
])('a number behind the words of a link is its address: %j', (written, text, words) => {
  const label = written.includes('١') ? '١' : '1'
  const found = marked(`${written}\n\n[${label}]: https://x.test/1`)
  expect(found).toEqual(words === null ? [text, 1] : [text, `${words} → https://x.test/1`, 0])
})

test('a number may be the address of a link and a note elsewhere', () => {
  expect(marked('[He][1] said so[1].[^2]\n\n[1]: https://x.test/1\n\n[^2]: A note')).toEqual([
    'He said so.',
    'He → https://x.test/1',
    2,
  ])
})

test('a note of several paragraphs, and two marks of it', () => {
  const found = readMarkdown('One.[^n] Two.[^n]\n\n[^n]: First\n    line.\n\n    Second.\n\nEnd.')
  expect(found.text).toBe('One. Two.\n\nEnd.')
  expect(found.notes.map(({ text }) => text)).toEqual(['First line.\nSecond.', 'First line.\nSecond.'])
})

test.each([
  ...longInputs().map(({ text }) => text),
  '[^1]'.repeat(50_000),
  '~~a '.repeat(50_000),
  'a~1'.repeat(60_000),
  ' ~a'.repeat(60_000),
  'a^1^'.repeat(50_000),
  '<s>'.repeat(60_000),
  '| a '.repeat(50_000) + '\n' + '|-'.repeat(50_000),
])('a long text is read to its end', (text) => {
  expect(
    cpuTimeOf(() => {
      try {
        readMarkdown(`a ${text} b\n\n[^1]: c`)
      } catch (error) {
        expect(error).toHaveProperty('code')
      }
    }),
  ).toBeLessThan(QUICK_MS)
})

test.each([
  ['byline: Salma Idris', 'Salma Idris', []],
  ['Author: هدى الراوي\nlang: ar', 'هدى الراوي', []],
  ['authors: [A. One, B. Two]\ndraft: false', 'A. One, B. Two', ['draft']],
  ['author: A. One\nbyline: By A. One in Karst\ntags: [water, towns]\nempty:', 'A. One', ['byline', 'tags']],
  ['title: T\ndescription: كل ما يقال', '', ['description']],
])('each field of the front matter is read or named: %j', (fields, byline, named) => {
  const read = readMarkdown(`---\n${fields}\n---\n\nThe text has some words.`)
  expect(read.byline).toBe(byline)
  expect(read.notices.flatMap(({ kind, names }) => (kind === 'front_matter' ? names : []))).toEqual(named)
  expect(read.allKept ?? false).toBe(named.length === 0)
})
