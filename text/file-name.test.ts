import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { runs } from '@/tests/properties'
import { loadCase } from '@/tests/cases/load'
import { contentDisposition, safeFileName } from './file-name'

const { titles } = loadCase<{ titles: { name: string; header_has?: string }[] }>('C70_file_names')

const decoded = (header: string) => decodeURIComponent(header.split("filename*=UTF-8''")[1] ?? '')

it.each(titles)('a file named $name fits one header, complete and harmless', ({ name, header_has }) => {
  const header = contentDisposition(name || '.csv', 'attachment')
  expect(new Headers({ 'content-disposition': header }).get('content-disposition')).toBe(header)
  expect(header).toMatch(
    /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[^;"'()*\s]+$/,
  )
  expect(decoded(header)).not.toMatch(/[\r\n"/\\\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/)
  expect(header).toMatch(/\.(csv|xlsx)"/)
  expect(header).toMatch(/\.(csv|xlsx)$/)
  if (header_has) expect(header).toContain(header_has)
})

it('a long name is cut between whole characters and keeps its extension', () => {
  for (const character of ['ا', '👨‍👩‍👧', 'e\u0301', '🇰🇿', 'x']) {
    const name = safeFileName(`${character.repeat(300)}.csv`)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
    expect(name.endsWith('.csv')).toBe(true)
    const stem = name.slice(0, -4)
    expect(stem).toBe(character.normalize('NFC').repeat(stem.length / character.normalize('NFC').length))
    expect(stem.length).toBeGreaterThan(50)
  }
})

it('a name is never empty, and never a device’s', () => {
  expect(safeFileName('\u202e../.html')).toBe('export.html')
  expect(safeFileName('')).toBe('export')
  expect(safeFileName('CON.csv')).toBe('_CON.csv')
  expect(safeFileName('a\ud800b.csv')).toBe('ab.csv')
})

const FORBIDDEN = /["/\\:<>|?\p{Cc}]|[. ]$/u

test.each([
  ['Correction: The bridge.pdf', 'Correction - The bridge.pdf'],
  ['تصويب: جسر النهر؟.pdf', 'تصويب - جسر النهر؟.pdf'],
  ['بين الساعة 10:30 و 11:45.csv', 'بين الساعة 10-30 و 11-45.csv'],
  ['News | World | The bridge.html', 'News - World - The bridge.html'],
  ['a<b>c.csv', 'a-b-c.csv'],
  ['5 < 6.csv', '5 - 6.csv'],
  ['Who pays? Nobody.docx', 'Who pays Nobody.docx'],
  ['The end . . .pdf', 'The end.pdf'],
  ['The end...', 'The end'],
  ['CON.tar.gz', '_CON.tar.gz'],
  ['nul .csv', '_nul.csv'],
  ['LPT¹.csv', '_LPT¹.csv'],
  ['CONtract.csv', 'CONtract.csv'],
  [':::.csv', 'export.csv'],
  ['???', 'export'],
  ['tab\there\u0007.csv', 'tab here.csv'],
])('%j is saved as %j', (given, right) => expect(safeFileName(given)).toBe(right))

it('both names of a header are names that Windows takes, whatever the title', () => {
  const awkward = fc.constantFrom(
    ...'":/\\<>|?*. -\t\u0000：＜／…？ＣＯＮcon¹ش٣'.split(''),
    'CON',
    'com1',
    ' .',
    'x',
  )
  const title = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(awkward).map((signs) => signs.join('')),
  )
  fc.assert(
    fc.property(title, fc.constantFrom('', '.csv'), (given, extension) => {
      const header = contentDisposition(`${given}${extension}`, 'attachment')
      const plain = /filename="([^"]*)"/.exec(header)?.[1] ?? ''
      for (const name of [plain, decoded(header)]) {
        expect(name).not.toMatch(FORBIDDEN)
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])\s*(?:\.|$)/i)
        expect(name).not.toBe('')
      }
      expect(plain).not.toContain('*')
    }),
    { numRuns: runs(500) },
  )
})
