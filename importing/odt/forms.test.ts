import { describe, expect, test } from 'vitest'
import { odtFile } from '@/tests/office-files'
import { readOdt } from './odt'

const style = (name: string, properties: string, family = 'text', more = '') =>
  `<style:style style:name="${name}" style:family="${family}" ${more}><style:text-properties ${properties}/></style:style>`
const STYLES = [
  style('Up', 'style:text-position="super 58%"'),
  style('Raised', 'style:text-position="33% 58%"'),
  style('Down', 'style:text-position="-25% 58%"'),
  style('Line', 'style:text-position="0% 100%" style:text-line-through-style="none"'),
  style('Gone', 'style:text-line-through-style="solid"'),
  style('Twice', 'style:text-line-through-type="double"'),
  style('Child', 'fo:color="#ff0000"', 'text', 'style:parent-style-name="Gone"'),
  style('Old', 'style:text-line-through-style="solid"', 'paragraph'),
].join('')
const span = (name: string, words: string) => `<text:span text:style-name="${name}">${words}</text:span>`
const read = (text: string, lists = '') => readOdt(odtFile({ text, automaticStyles: STYLES + lists }))

test.each([
  [`10${span('Up', '6')}`, '10⁶'],
  [`10${span('Raised', '-3')}, H${span('Down', '2')}O`, '10⁻³, H₂O'],
  [`10${span('Up', span('Line', '6'))}`, '106'],
  [`3${span('Up', '1')}/${span('Down', '2')}`, '3 1/2'],
  [`a ${span('Gone', 'b')} c ${span('Twice', 'd')} ${span('Child', 'e')}.`, 'a c .'],
  [`a ${span('Gone', `b ${span('Line', 'c')}`)} d`, 'a c d'],
  [
    '<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>かん</text:ruby-text></text:ruby>',
    '漢(かん)',
  ],
])('%s', async (content, text) => expect((await read(`<text:p>${content}</text:p>`)).text).toBe(text))

test('a paragraph style strikes its words, and a span switches that off', async () => {
  const found = await read(
    `<text:p>One.</text:p><text:p text:style-name="Old">gone ${span('Line', 'kept')}</text:p>`,
  )
  expect(found.text).toBe('One.\n\nkept')
  expect(found.notices).toEqual([{ kind: 'struck', as: 'left_out', count: 1 }])
})

describe('list numbers', () => {
  const level = (at: number, format: string, more = '') =>
    `<text:list-level-style-number text:level="${at}" style:num-format="${format}" style:num-suffix="." ${more}/>`
  const listStyle = (name: string, levels: string) =>
    `<text:list-style style:name="${name}">${levels}</text:list-style>`
  const item = (words: string, start?: number, inside = '') =>
    `<text:list-item${start === undefined ? '' : ` text:start-value="${start}"`}><text:p>${words}</text:p>${inside}</text:list-item>`
  const list = (items: string, attributes = 'text:style-name="L"') =>
    `<text:list ${attributes}>${items}</text:list>`
  const linesOf = async (text: string, styles: string) => (await read(text, styles)).text.split('\n\n')

  test('start, jump, nest and go on', async () => {
    const styles = listStyle(
      'L',
      level(1, '1', 'text:start-value="3"') + level(2, 'a', 'text:display-levels="2"'),
    )
    const text =
      list(
        item('x') + item('y', undefined, list(item('z') + item('w'), '')) + item('v', 9),
        'text:style-name="L" xml:id="one"',
      ) +
      '<text:p>Text</text:p>' +
      list(item('u'), 'text:style-name="L" text:continue-numbering="true"') +
      list(item('t')) +
      list(item('s'), 'text:style-name="L" text:continue-list="one"')
    expect(await linesOf(text, styles)).toEqual([
      '3. x',
      '4. y',
      '4.a. z',
      '4.b. w',
      '9. v',
      'Text',
      '10. u',
      '3. t',
      '11. s',
    ])
  })

  test.each([
    ['I', 4, 'IV'],
    ['١, ٢, ٣, ...', 12, '١٢'],
    ['أ, ب, ت, ...', 3, 'ت'],
    ['أ, ب, ج, ...', 3, 'ج'],
    ['А, Б, .., Аа, Бб, ...', 2, 'Б'],
  ])('in %s', async (format, number, shown) => {
    expect(await linesOf(list(item('x', number)), listStyle('L', level(1, format)))).toEqual([`${shown}. x`])
  })

  test('only the first paragraph of an item has its number, and bullets have none', async () => {
    const styles =
      listStyle('L', level(1, '1')) +
      listStyle('B', '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>')
    const two = '<text:list-item><text:p>x</text:p><text:p>y</text:p></text:list-item>'
    expect(await linesOf(list(two) + list(item('z'), 'text:style-name="B"'), styles)).toEqual([
      '1. x',
      'y',
      'z',
    ])
  })
})

test('a comment that its writers settled says so', async () => {
  const { notes } = await read(
    '<text:p><office:annotation office:name="a" loext:resolved="true"><text:p>Not 1967?</text:p></office:annotation>1968<office:annotation-end office:name="a"/></text:p>',
  )
  expect(notes.map(({ text, settled }) => [text, settled])).toEqual([['Not 1967?', true]])
})
