import { expect, test } from 'vitest'
import { loadCase } from '@/tests/cases/load'
import { caseFile } from '@/tests/office-files'
import { readDocx } from './docx'

test('tracked changes appear as accepted, and are counted', async () => {
  const expected = loadCase<{ expect_text_all_accepted: string }>('word-tracked-changes')
  const { text, notices } = await readDocx(caseFile('word-tracked-changes.docx'))
  expect(text).toBe(expected.expect_text_all_accepted)
  expect(notices).toHaveLength(4)
  expect(notices).toEqual(
    expect.arrayContaining([
      { kind: 'insertions', as: 'accepted', count: 2 },
      { kind: 'deletions', as: 'accepted', count: 2 },
      { kind: 'moves', as: 'accepted', count: 1 },
      { kind: 'joined_paragraphs', as: 'accepted', count: 1 },
    ]),
  )
})

test('smart tags, content controls, links and fields keep their words', async () => {
  type Expected = {
    expect_text: string
    expect_links: { text: string; url: string }[]
    must_not_contain: string[]
  }
  const expected = loadCase<Expected>('word-wrappers')
  const { text, blocks, links, notices } = await readDocx(caseFile('word-wrappers.docx'))
  expect(text).toBe(expected.expect_text)
  expect(blocks).toHaveLength(6)
  expect(links.map(({ url, start, end }) => ({ text: text.slice(start, end), url }))).toEqual(
    expected.expect_links,
  )
  for (const code of expected.must_not_contain) expect(text).not.toContain(code)
  expect(notices).toEqual([{ kind: 'fields', as: 'kept', count: 1 }])
})

test('breaks, tabs and cells keep words apart, and a word split over two runs stays whole', async () => {
  type Expected = { must_match_regex: string[]; must_not_contain: string[] }
  const expected = loadCase<Expected>('word-breaks-and-tables')
  const { text, blocks, notices } = await readDocx(caseFile('word-breaks-and-tables.docx'))
  for (const pattern of expected.must_match_regex) expect(text).toMatch(new RegExp(pattern))
  for (const glued of expected.must_not_contain) expect(text).not.toContain(glued)
  expect(blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['paragraph', 'Rahma\tHind\nLayan\nNoor'],
    ['table_cell', '35\n40'],
    ['table_cell', 'North'],
    ['table_cell', 'South'],
    ['table_cell', 'السنة'],
    ['table_cell', '٢٠٢٤'],
    ['paragraph', 'co\u2011operate and super\u00advision'],
    ['paragraph', 'Hello world.'],
    ['paragraph', 'End.'],
  ])
  expect(notices).toEqual([
    { kind: 'line_breaks', as: 'kept', count: 3 },
    { kind: 'tables', as: 'kept', count: 1 },
  ])
})

test('comments keep their words after empty paragraphs and page breaks', async () => {
  type Expected = {
    expect_text: string
    expect_comments: { author: string; text: string; quote: string }[]
    spans: { start_utf16: number; end_utf16: number }[]
  }
  const expected = loadCase<Expected>('word-comments')
  const { text, notes, notices } = await readDocx(caseFile('word-comments.docx'))
  expect(text).toBe(expected.expect_text)
  expect(
    notes.map((note) => ({
      author: note.author,
      text: note.text,
      quote: text.slice(note.start, note.end),
    })),
  ).toEqual(expected.expect_comments)
  expect(notes.map(({ start, end }) => ({ start, end }))).toEqual(
    expected.spans.map((span) => ({ start: span.start_utf16, end: span.end_utf16 })),
  )
  expect(notices).toEqual([{ kind: 'comments', as: 'left_out', count: 3 }])
})
