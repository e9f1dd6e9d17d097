import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '@/tests/properties'
import {
  asDocx,
  asHtml,
  asMail,
  asMarkdown,
  asNewsml,
  asOdt,
  asRtf,
  type Inline,
  type Part,
  type Written,
} from '@/tests/same-document'
import { readFile } from './import'
import type { Incoming } from './incoming'

const WORDS = ['wells', 'ministry', 'Prices', 'الآبار', 'قالت', 'années', 'вода', '12', '3.5', '٢٤']
const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
  .map((found) => found.join(' '))
const plain: fc.Arbitrary<Inline> = words.map((one) => ({ kind: 'words', words: one }))
const figure = fc.constantFrom(
  ['10', 'raised', '6'],
  ['10', 'raised', '-3'],
  ['25 km', 'raised', '2'],
  ['CO', 'lowered', '2'],
  ['x', 'raised', 'n+1'],
  ['١٠', 'raised', '٦'],
  ['19', 'raised', 'th'],
  ['in 2014', 'raised', '1'],
)
/** What stands after plain words, and has plain words after it. */
const formed: fc.Arbitrary<Inline[]> = fc.oneof(
  plain.map((one) => [one]),
  words.map((one): Inline[] => [{ kind: 'bold', words: one }]),
  words.map((one): Inline[] => [{ kind: 'struck', words: one }]),
  fc
    .tuple(words, fc.integer({ min: 1, max: 99 }))
    .map(([one, page]): Inline[] => [{ kind: 'link', words: one, url: `https://example.org/${page}` }]),
  words.map((one): Inline[] => [{ kind: 'note', words: `Source: ${one}.` }]),
  figure.map(([base = '', kind = 'raised', up = '']): Inline[] => [
    { kind: 'words', words: base },
    { kind, words: up },
  ]),
)
const line = fc
  .tuple(plain, fc.array(fc.tuple(formed, plain), { maxLength: 4 }))
  .map(([first, rest]): Inline[] => [first, ...rest.flatMap(([one, after]) => [...one, after])])
const rows = (columns: number) =>
  fc.array(fc.array(words, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 3 })
const part: fc.Arbitrary<Part> = fc.oneof(
  line.map((one): Part => ({ kind: 'paragraph', line: one })),
  line.map((one): Part => ({ kind: 'heading', line: one })),
  fc
    .tuple(fc.option(fc.integer({ min: 1, max: 98 })), fc.array(line, { minLength: 1, maxLength: 4 }))
    .map(([start, items]): Part => ({ kind: 'list', start, items })),
  fc
    .integer({ min: 2, max: 3 })
    .chain(rows)
    .map((found): Part => ({ kind: 'table', rows: found })),
)
const between: Part = { kind: 'paragraph', line: [{ kind: 'words', words: 'Then.' }] }
const document = fc
  .array(part, { minLength: 1, maxLength: 5 })
  .map((parts): Written => [between, ...parts.flatMap((one) => [one, between])])

const read = (name: string, bytes: string | Buffer) =>
  readFile({ name, type: '', bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes })
const shape = ({ text, blocks, notes, links, notices }: Incoming) => ({
  blocks: blocks.map((block) => [block.kind, block.level, block.cell, text.slice(block.start, block.end)]),
  notes: notes.map((note) => [note.origin, note.text, text.slice(note.start, note.end)]),
  links: links?.map(({ url, start, end }) => [url, text.slice(start, end)]),
  notices: Object.fromEntries(notices.map(({ kind, as, count }) => [`${kind} ${as}`, count])),
})

/** The letters and figures of the source that its reader sees, without crossed-out ones. */
const lettersOf = (found: Written) => {
  const all = found.flatMap((one) =>
    one.kind === 'table'
      ? one.rows.flat()
      : (one.kind === 'list' ? one.items : [one.line])
          .flat()
          .filter(({ kind }) => kind !== 'struck')
          .map((inline) => inline.words),
  )
  return [
    ...all
      .join('')
      .normalize('NFKC')
      .matchAll(/[\p{L}\p{N}]/gu),
  ].length
}

test('a document reads the same from each format, and each of its letters is in the text or in a notice', async () => {
  await fc.assert(
    fc.asyncProperty(document, async (written) => {
      const html = await read('a.html', asHtml(written))
      for (const other of [
        await read('a.docx', asDocx(written)),
        await read('a.odt', asOdt(written)),
        await read('a.md', asMarkdown(written)),
        await read('a.xml', asNewsml(written)),
        await read('a.eml', asMail(written)),
        await read('a.rtf', asRtf(written)),
      ])
        expect(shape(other)).toEqual(shape(html))
      const numbers = written.flatMap((one) =>
        one.kind === 'list' && one.start !== null
          ? one.items.map((_, index) => String((one.start ?? 0) + index))
          : [],
      )
      const marks = html.notices.find(({ kind }) => kind === 'note_marks')?.count ?? 0
      const kept = [html.text, ...html.notes.map(({ text }) => text)].join('').normalize('NFKC')
      const letters = [...kept.matchAll(/[\p{L}\p{N}]/gu)].length
      expect(letters - numbers.join('').length + marks).toBe(lettersOf(written))
      const struck = written
        .flatMap((one) => (one.kind === 'table' ? [] : one.kind === 'list' ? one.items.flat() : one.line))
        .filter(({ kind }) => kind === 'struck').length
      expect(html.notices.find(({ kind }) => kind === 'struck')?.count ?? 0).toBe(struck)
    }),
    { numRuns: runs(150), seed: 13 },
  )
})
