import { describe, expect, it } from 'vitest'
import { caseFile } from '@/tests/office-files'
import { type Annotated, type Painted, pdfFile } from '@/tests/pdf-file'
import type { ImportProblem, Incoming } from '../incoming'
import { readPdf } from './pdf'

const linked = ({ text, links = [] }: Incoming) =>
  links.map(({ url, start, end }) => [url, text.slice(start, end)])
const noted = ({ text, notes }: Incoming) =>
  notes.map(({ author, text: said, start, end }) => [author, said, text.slice(start, end)])
const read = (page: Painted[], annotations: Annotated[]) => readPdf(pdfFile([page], { annotations }))
const at = (x: number, y: number, text: string): Painted => ({ x, y, text })

describe('links and comments of a PDF', () => {
  it('written by LibreOffice are links on their words, in both directions', async () => {
    const found = await readPdf(caseFile('pdf-links.pdf'))
    expect(linked(found)).toEqual([
      ['https://example.org/report', 'report of the ministry'],
      [
        'https://example.org/long',
        'answer that the ministry gave to the members of the house in the spring of last year',
      ],
      ['https://example.org/ar', 'تقرير الوزارة'],
    ])
    expect([found.notices, found.allKept]).toEqual([[], true])
    expect(found.blocks.map(({ start }) => found.text.slice(start, start + 9))).toEqual([
      'The repor',
      'قال تقرير',
    ])
  })

  it('written by LibreOffice are notes behind their words, each once and without the day', async () => {
    const found = await readPdf(caseFile('pdf-comments.pdf'))
    expect(noted(found)).toEqual([['Hind', 'Who counted?', '']])
    const [note] = found.notes
    expect(found.text.slice(0, note?.start)).toMatch(/and that 900 people$/)
    expect(found.notices).toContainEqual({ kind: 'comments', as: 'left_out', count: 1 })
  })

  it('that highlight words are notes on them, with their addresses', async () => {
    const [first, middle, last] = [
      at(60, 700, 'The fare was'),
      at(125, 700, '900 dinars'),
      at(180, 700, 'in the spring.'),
    ]
    const comment = 'من عدّهم؟ https://example.org/a'
    const found = await read([first, middle, last], [{ over: middle, comment, author: 'هند' }])
    expect(noted(found)).toEqual([['هند', comment, '900 dinars']])
    expect(found.notes[0]?.links).toEqual(['https://example.org/a'])
  })

  it('over the end of a line are one link', async () => {
    const [start, first, second, rest] = [
      at(60, 700, 'They answered in the'),
      at(165, 700, 'long report'),
      at(60, 687, 'of the ministry'),
      at(140, 687, 'of trade on Monday.'),
    ]
    const url = 'https://example.org/report'
    const found = await read(
      [start, first, second, rest],
      [first, second].map((over) => ({ over, url })),
    )
    expect(linked(found)).toEqual([[url, 'long report of the ministry']])
  })

  it('on words that stand twice are told with their addresses', async () => {
    const [once, again] = [at(60, 700, 'Prices rose.'), at(60, 660, 'Prices rose.')]
    const url = 'https://example.org/prices'
    const found = await read([once, again], [{ over: once, url }])
    expect(linked(found)).toEqual([])
    expect(found.notices).toContainEqual({ kind: 'links', as: 'left_out', count: 1, names: [url] })
    expect(found.allKept).toBeUndefined()
  })

  it('make no link to anything but the web', async () => {
    const words = at(60, 700, 'Write to us today.')
    const found = await read([words], [{ over: words, url: 'mailto:a@example.org' }])
    expect([linked(found), found.notices]).toEqual([[], []])
  })
})

it('a PDF with a password is refused with that reason', async () => {
  const refused = await readPdf(caseFile('pdf-password.pdf')).catch((error: unknown) => error)
  expect((refused as ImportProblem).code).toBe('encrypted')
})
