import { expect, test } from 'vitest'
import type { Incoming } from '@/importing/incoming'
import { asksFirst, offersEncoding, tellingWords } from './queue'

const read = (encoding: Incoming['encoding']) => ({ encoding }) as Incoming
const failure = (key: string) => ({
  ok: false as const,
  code: 'invalid',
  key: 'invalid',
  params: {},
  issues: [{ path: 'file', key }],
})

test('a file asks before it is saved when its encoding was guessed, and after another was chosen', () => {
  expect(asksFirst(read({ name: 'windows-1256', guessed: true }), null)).toBe(true)
  expect(asksFirst(read({ name: 'windows-1252', guessed: false }), 'windows-1252')).toBe(true)
  expect(asksFirst(read({ name: 'utf-8', guessed: false }), null)).toBe(false)
  expect(asksFirst(read(null), null)).toBe(false)
})

test('a file that was not taken in offers other encodings only where they may help', () => {
  expect(offersEncoding({ failure: failure('importEncoding'), chosen: null })).toBe(true)
  expect(offersEncoding({ failure: failure('importEmpty'), chosen: 'utf-16le' })).toBe(true)
  expect(offersEncoding({ failure: failure('importEmpty'), chosen: null })).toBe(false)
})

test.each([
  ['Plain words only.', 'Plain words only.'],
  ['', ''],
  ['One.\n\nTwo: a café in Nîmes.', 'Two: a café in Nîmes.'],
  [`${'x'.repeat(90)} and then at the very end of a long line a café`, 'very end of a long line a café'],
  [`${'x'.repeat(90)}é and so on`, 'é and so on'],
  ['قالت الوزارة إن السعر ارتفع.', 'قالت الوزارة إن السعر ارتفع.'],
])('the words that tell a wrong encoding in %j', (text, words) => {
  expect(tellingWords(text).endsWith(words)).toBe(true)
  expect(tellingWords(`${text}${' يوم'.repeat(100)}`).length).toBeLessThanOrEqual(200)
})
