import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '@/tests/properties'
import { longInputs } from '@/tests/cases/load'
import { newsText } from '@/tests/cases/news-text'
import { blocksOf } from './blocks'
import { TEXT_BOUNDS } from './bounds'
import { canonicalText } from './canonical'
import { parseDraft } from './draft'
import { wholeLetters } from './grapheme'

const pieces = (input: string) => {
  const { text, blocks } = parseDraft(input, 'markdown')
  return blocks.map((block) => [
    block.level ? `${block.kind} ${block.level}` : block.kind,
    text.slice(block.start, block.end),
  ])
}

test('an article in Markdown with front matter', () => {
  const input = `---\r
title: "مياه آسيا: ملف"\r
author: [Layan, Noor]\r
language: ar\r
dateline: "أستانا"\r
---\r
\r
First **paragraph**,\r
second line.\r
\r
## A *heading* ##\r
- one [link](https://example.org/a_(b) "title")\r
- two\r
1. three\r
\r
> said \`**so**\`\r
> and so\r
`
  expect(parseDraft(input, 'markdown')).toMatchObject({
    title: 'مياه آسيا: ملف',
    byline: 'Layan, Noor',
    language: 'ar',
    dateline: 'أستانا',
    text: 'First paragraph, second line.\n\nA heading\n\none link\n\ntwo\n\n1. three\n\nsaid **so** and so',
  })
  expect(parseDraft(input, 'markdown').problem).toBeUndefined()
  expect(pieces(input)).toEqual([
    ['paragraph', 'First paragraph, second line.'],
    ['heading 2', 'A heading'],
    ['list_item', 'one link'],
    ['list_item', 'two'],
    ['list_item', '1. three'],
    ['quote', 'said **so** and so'],
  ])
})

test.each([
  ['**a** *b* ***c*** __d__ _e_', 'a b c d e'],
  ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
  ['**open and a*b', '**open and a*b'],
  ['\\*kept\\* and \\#', '*kept* and #'],
  ['![a map](https://x.test/m.png) <https://x.test/a>', 'a map https://x.test/a'],
  ['[a] (b) and [c][d]', '[a] (b) and [c][d]'],
  ['`` a`b `` and `c', 'a`b and `c'],
  ['line\\\nbroken', 'line\nbroken'],
  ['<b>HTML</b> stays', '<b>HTML</b> stays'],
  ['قال **الوزير** إن', 'قال الوزير إن'],
  ['**قال:**إن', 'قال:إن'],
  ['他说**「今天」**是', '他说「今天」是'],
  ['a_b_c and _d_', 'a_b_c and d'],
  ['A &amp; B &copy; C', 'A &amp; B &copy; C'],
  ['[a](javascript:alert(1)) <https://x.test/%d9%85?a&b>', 'a https://x.test/%d9%85?a&b'],
  ['![a *map* of `x`](m.png)', 'a map of x'],
])('the words of %j are %j', (given, words) => expect(parseDraft(given, 'markdown').text).toBe(words))

test('headings, rules and code', () => {
  expect(pieces('Title\n=====\nText\n***\n#hashtag\n\n```js\n# not *this*\n```\n###### Six')).toEqual([
    ['heading 1', 'Title'],
    ['paragraph', 'Text'],
    ['paragraph', '#hashtag'],
    ['paragraph', '# not *this*'],
    ['heading 6', 'Six'],
  ])
})

describe('broken front matter is reported and the text kept', () => {
  test.each([['title: "open'], ['a: [1'], ['- list'], ['just words'], ['a: &x 1\nb: *x'], ['a: *none']])(
    '%j',
    (yaml) => {
      const draft = parseDraft(`---\n${yaml}\n---\nBody`, 'markdown')
      expect(draft.problem).toMatchObject({
        code: 'front_matter',
        message: expect.stringMatching(/./) as string,
      })
      expect(draft.text).toBe('Body')
    },
  )

  test('front matter that never ends', () => {
    expect(parseDraft('---\ntitle: a\n\nBody', 'markdown').problem).toMatchObject({ code: 'front_matter' })
  })

  test('a rule at the top is not front matter', () => {
    expect(parseDraft('---\nBody', 'markdown')).toEqual({
      text: 'Body',
      blocks: [{ kind: 'paragraph', start: 0, end: 4 }],
    })
  })
})

test('plain text stays the same', () => {
  const draft = parseDraft('\ufeff# One *a*\r\nline\r\n\r\n \r\n  Two', 'text')
  expect(draft.text).toBe('# One *a*\nline\n\n \n  Two')
  expect(draft.blocks.map(({ start, end }) => draft.text.slice(start, end))).toEqual([
    '# One *a*\nline',
    'Two',
  ])
})

test('problems of the text', () => {
  expect(parseDraft(' ', 'text').problem).toEqual({ code: 'empty' })
  expect(parseDraft('---\ntitle: a\n---\n', 'markdown')).toMatchObject({
    title: 'a',
    problem: { code: 'empty' },
  })
  expect(parseDraft('a\0', 'markdown').problem).toEqual({ code: 'nul', at: 1 })
  expect(parseDraft('a'.repeat(TEXT_BOUNDS.units + 1), 'text')).toEqual({
    text: '',
    blocks: [],
    problem: { code: 'too_long' },
  })
})

test('blocks hold all the words, in order, and the text is canonical', () => {
  const markup = fc.constantFrom(
    '# ',
    '- ',
    '> ',
    '1. ',
    '**',
    '_',
    '`',
    '[a](b)',
    '\n',
    '\n\n',
    '---',
    '```\n',
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(newsText, markup), { maxLength: 8 }),
      fc.constantFrom('text', 'markdown'),
      (parts, as) => {
        const { text, blocks } = parseDraft(parts.join(''), as)
        expect(canonicalText(text)).toBe(text)
        let at = 0
        for (const block of blocks) {
          expect(text.slice(at, block.start).trim()).toBe('')
          // White space with a combining mark is a letter.
          const written = text.slice(block.start, block.end).trim()
          const start = text.indexOf(written, block.start)
          const { start: from, end: to } = block
          expect(wholeLetters(text, { start, end: start + written.length })).toEqual({ start: from, end: to })
          expect(block.end).toBeGreaterThan(block.start)
          at = block.end
        }
        expect(text.slice(at).trim()).toBe('')
      },
    ),
    { numRuns: runs(2000) },
  )
})

test.each(longInputs())('a draft of $name is read to its end', ({ text }) => {
  parseDraft(text, 'text')
  parseDraft(text, 'markdown')
  parseDraft(`---\n${text}\n---\nx`, 'markdown')
  parseDraft(`a ${text} b\n> ${text}`, 'markdown')
  blocksOf(text)
})

test.each([
  '[](',
  '[a](',
  '![a](',
  '[ (](',
  '[a](b "',
  '](',
  '*',
  '*a **',
  'a***',
  '*a_ ',
  '\\``',
  '`a',
  '> ',
])('unpaired marks, %j, are read to their end', (piece) => {
  parseDraft(`a ${piece.repeat(200_000 / piece.length)}`, 'markdown')
})

test.each([
  ['images', '![', '](b)'],
  ['links', '[', '](b)'],
  ['links and images', '![[', '](b)](c)'],
  ['emphasis', '*a ', '*'],
])('nested %s are read to their end', (_, open, close) => {
  const times = 16_000
  expect(parseDraft(`a ${open.repeat(times)}word${close.repeat(times)}`, 'markdown').text).toContain('word')
})

test('a paragraph with more marks than words stays the same', () => {
  const stars = `a ${'*b* '.repeat(25_001)}`.trim()
  expect(parseDraft(`*c*\n\n${stars}\n\n*d*`, 'markdown').text).toBe(`c\n\n${stars}\n\nd`)
})
