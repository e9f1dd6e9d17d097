import { expect, test } from 'vitest'
import { cpuTime, QUICK_MS } from '@/tests/cpu'
import { paragraph, run, styled, wordFile } from '@/tests/office-files'
import type { Incoming } from '../incoming'
import { readDocx } from './docx'

const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
const footnote = (id: number, content: string) =>
  `<w:footnote w:id="${id}">${paragraph(`<w:r><w:footnoteRef/></w:r>${content}`)}</w:footnote>`
const comment = (id: number, author: string, words: string, paraId = `0000000${id}`) =>
  `<w:comment w:id="${id}" w:author="${author}"><w:p w14:paraId="${paraId}">${run(words)}</w:p></w:comment>`
const from = (id: number) => `<w:commentRangeStart w:id="${id}"/>`
const to = (id: number) => `<w:commentRangeEnd w:id="${id}"/>${reference('comment', id)}`

const quotes = ({ text, notes }: Incoming) =>
  notes.map((note) => [note.text, text.slice(note.start, note.end)])

test('a footnote is anchored to the words before its mark and is not in the text', async () => {
  const found = await readDocx(
    wordFile({
      body: paragraph(
        run('Wages fell. Prices rose by 3.5 percent') +
          reference('footnote', 2) +
          run(', and rents by 9 percent.') +
          reference('footnote', 3) +
          reference('footnote', 4) +
          run(' Dr. Noor agreed.') +
          reference('endnote', 2),
      ),
      footnotes:
        '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>' +
        footnote(2, run(' Bureau, May, see https://example.org/prices.')) +
        footnote(
          3,
          run(' See ') + '<w:hyperlink r:id="L1">' + run('the table') + '</w:hyperlink>' + run('.'),
        ) +
        footnote(4, run(' Rents only.')),
      endnotes: `<w:endnote w:id="2">${paragraph('Said on the phone.')}</w:endnote>`,
      links: { L1: 'https://example.org/rents' },
    }),
  )
  expect(found.text).toBe('Wages fell. Prices rose by 3.5 percent, and rents by 9 percent. Dr. Noor agreed.')
  expect(quotes(found)).toEqual([
    ['Bureau, May, see https://example.org/prices.', 'Prices rose by 3.5 percent'],
    ['See the table.', 'and rents by 9 percent.'],
    ['Rents only.', 'and rents by 9 percent.'],
    ['Said on the phone.', 'Dr. Noor agreed.'],
  ])
  expect(found.notes.map(({ origin }) => origin)).toEqual(['footnote', 'footnote', 'footnote', 'endnote'])
  expect(found.notes.map(({ links }) => links)).toEqual([
    ['https://example.org/prices'],
    ['https://example.org/rents'],
    [],
    [],
  ])
  expect(found.notices).toEqual([{ kind: 'footnotes', as: 'left_out', count: 4 }])
})

test('a footnote stays within its block, in Arabic too, and a custom mark is not text', async () => {
  const found = await readDocx(
    wordFile({
      body:
        paragraph('الفقرة الأولى.') +
        paragraph(
          run('قال الوزير كذا. بلغ العدد ٩٠٠ موظف؟') +
            '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>' +
            run(' انتهى.'),
        ) +
        paragraph(reference('footnote', 3) + run('بداية.')),
      footnotes: footnote(2, run('بيان الوزارة')) + footnote(3, run('بلا كلمات')),
    }),
  )
  expect(found.text).toBe('الفقرة الأولى.\n\nقال الوزير كذا. بلغ العدد ٩٠٠ موظف؟ انتهى.\n\nبداية.')
  expect(quotes(found)).toEqual([
    ['بيان الوزارة', 'بلغ العدد ٩٠٠ موظف؟'],
    ['بلا كلمات', ''],
  ])
})

test('replies follow their comment, with their authors', async () => {
  const found = await readDocx(
    wordFile({
      body: paragraph(from(0) + from(1) + from(2) + run('Forty wells') + to(0) + to(1) + to(2) + run('.')),
      comments:
        comment(0, 'Hind', 'Who counted?') +
        comment(1, 'Layan', 'The ministry: https://example.org/wells') +
        comment(2, 'هند', 'شكرًا'),
      commentsExtended:
        '<w15:commentEx w15:paraId="00000000"/>' +
        '<w15:commentEx w15:paraId="00000001" w15:paraIdParent="00000000"/>' +
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001"/>',
    }),
  )
  expect(found.notes).toEqual([
    {
      origin: 'comment',
      author: 'Hind',
      text: 'Who counted?\n\nLayan: The ministry: https://example.org/wells\n\nهند: شكرًا',
      links: ['https://example.org/wells'],
      start: 0,
      end: 11,
    },
  ])
  expect(found.notices).toEqual([{ kind: 'comments', as: 'left_out', count: 1 }])
})

test('comments cover whole letters, and keep their words through composing and trimming', async () => {
  const found = await readDocx(
    wordFile({
      body:
        paragraph(run('   E\u0301te\u0301 a\u0300 ') + from(0) + run(' Que\u0301')) +
        paragraph('') +
        paragraph(run(' bec ') + to(0) + run('ne') + from(1) + run('\u0301e') + to(1)),
      comments: comment(0, 'A', 'first') + comment(1, 'B', 'second'),
    }),
  )
  expect(found.text).toBe('Été à  Qué\n\nbec née')
  expect(quotes(found)).toEqual([
    ['first', 'Qué\n\nbec'],
    ['second', 'ée'],
  ])
})

test('a comment on words left out of the text stands at their place', async () => {
  const found = await readDocx(
    wordFile({
      body:
        styled('Title', 'A title')
          .replace('<w:r>', `${from(3)}<w:r>`)
          .replace('</w:p>', `${to(3)}</w:p>`) +
        paragraph(run('One ') + from(0) + `<w:del w:id="9">${run('gone')}</w:del>` + to(0) + run('two.')) +
        paragraph(run('Noted.') + reference('footnote', 2)) +
        paragraph(run('Three') + reference('comment', 1)),
      footnotes: footnote(2, from(2) + run('A note.') + to(2)),
      comments:
        comment(0, 'A', 'on a deletion') +
        comment(1, 'A', 'on a point') +
        comment(2, 'A', 'on a footnote') +
        comment(3, 'A', 'on the title') +
        comment(4, 'A', 'on nothing'),
    }),
  )
  expect(found.title).toBe('A title')
  expect(found.text).toBe('One two.\n\nNoted.\n\nThree')
  const comments = found.notes.filter(({ origin }) => origin === 'comment')
  expect(Object.fromEntries(comments.map((one) => [one.text, [one.start, one.end]]))).toEqual({
    'on the title': [0, 0],
    'on nothing': [0, 0],
    'on a deletion': [4, 4],
    'on a footnote': [10, 16],
    'on a point': [23, 23],
  })
})

test('ten thousand comments on one paragraph are read fast', async () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => index)
  const file = wordFile({
    body: paragraph(
      ids.map((id) => `${from(id)}${run('word ')}${to(id)}${reference('footnote', 2)}`).join(''),
    ),
    comments: ids.map((id) => comment(id, 'A', 'why', String(id))).join(''),
    footnotes: footnote(2, run('once')),
  })
  expect(await cpuTime(() => readDocx(file))).toBeLessThan(QUICK_MS)
  const found = await readDocx(file)
  expect(found.notes).toHaveLength(20_000)
  expect(found.text.slice(found.notes.at(-1)?.start, found.notes.at(-1)?.end)).toBe('word')
})
