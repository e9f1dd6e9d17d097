import { describe, expect, test } from 'vitest'
import { readHtml } from '../html'
import { readMarkdown } from '../markdown/markdown'

const named = ({ notices }: ReturnType<typeof readHtml>) =>
  notices.flatMap(({ kind, as, count, names }) =>
    kind === 'other_addresses' ? [[as, count, ...(names ?? [])]] : [],
  )

describe('a link that leads to no web address is counted and named', () => {
  test.each([
    ['mailto:a@example.org', 'Write to her', 'a@example.org'],
    ['mailto:a@example.org?subject=x', 'اكتب إليها', 'a@example.org?subject=x'],
    ['tel:+442079460000', 'the press office', '+442079460000'],
    ['/news/2026/05', 'as before', '/news/2026/05'],
    ['ftp://example.org/table.csv', 'الجدول', 'ftp://example.org/table.csv'],
  ])('%s on %j', (address, words, name) => {
    expect(named(readHtml(`<p>See <a href="${address}">${words}</a>.</p>`, { kind: 'file' }))).toEqual([
      ['left_out', 1, name],
    ])
    expect(named(readMarkdown(`See [${words}](${address}).`))).toEqual([['left_out', 1, name]])
  })

  test.each([
    ['mailto:a@example.org', 'a@example.org'],
    ['mailto:A@example.org?subject=x', 'Ada (a@example.org)'],
    ['tel:+442079460000', '+44 20 7946 0000'],
    ['#part', 'above'],
    ['javascript:void(0)', 'more'],
    ['//example.org/a', 'there'],
  ])('but not %s on %j, which says it, says nothing or is one', (address, words) => {
    const read = readHtml(`<p>See <a href="${address}">${words}</a>.</p>`, { kind: 'file' })
    expect(named(read)).toEqual([])
    expect(read.links?.length).toBe(address.startsWith('//') ? 1 : 0)
  })
})
