import { expect, it } from 'vitest'
import { bytesOf, exportedClaim, inBatches } from '@/tests/export'
import { claimsJsonLines } from './json-lines'

it('has a line for each claim with its sources, and a last line that marks the end', async () => {
  const claims = [1, 2, 3].map((number) =>
    exportedClaim({
      number,
      quote: `Line\none \u2028 ${number}`,
      sources: [
        {
          id: '0198c5f2-0000-7000-8000-000000000001',
          kind: 'link',
          title: 'كتاب',
          publisher: '',
          url: 'https://example.org/',
          stance: 'supports',
          primary: true,
          excerpt: '',
          locator: '',
          published: '2024-02-29',
          accessed: null,
        },
      ],
    }),
  )
  const text = (await bytesOf(claimsJsonLines(inBatches(claims)))).toString()
  expect(text.endsWith('\n')).toBe(true)
  const lines = text.trimEnd().split('\n')
  expect(lines).toHaveLength(4)
  expect(lines.slice(0, 3).map((line) => JSON.parse(line) as unknown)).toEqual(
    JSON.parse(JSON.stringify(claims)),
  )
  expect(lines[3]).toBe('{"end":true,"count":3}')
})
