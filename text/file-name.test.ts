import { expect, it } from 'vitest'
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
