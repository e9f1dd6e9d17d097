import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { messagesOf } from '@/services/messages'
import type { Locale } from '@/text/locale'

type Messages = { [key: string]: string | Messages }

function* wordsIn(messages: Messages, path: string): Generator<[string, string]> {
  for (const [key, message] of Object.entries(messages)) {
    if (typeof message === 'string') yield [`${path}.${key}`, message]
    else yield* wordsIn(message, `${path}.${key}`)
  }
}

const said = (locale: Locale) => [...wordsIn(messagesOf(locale), locale)]
const [english, arabic] = [said('en'), said('ar')]

const rows = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|[\s|-]+$/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
const terms = rows.filter((row) => row.length === 4 && row[0] !== 'English') as [
  string,
  string,
  string,
  string,
][]
const replaced = rows.filter((row) => row.length === 2 && row[0] !== 'not') as [string, string][]

const isArabic = (words: string) => /\p{Script=Arabic}/u.test(words)

/** Whether a message holds these words as whole words. Arabic words may have the article or a preposition before them. */
function holds(message: string, words: string): boolean {
  const escaped = words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const before = isArabic(words)
    ? String.raw`(?<![\p{L}\p{M}])(?:[وفبلك]?ال|[وفبك]|لل)?`
    : String.raw`(?<![\p{L}])`
  return new RegExp(`${before}${escaped}(?![\\p{L}])`, isArabic(words) ? 'u' : 'iu').test(message)
}

const holding = (words: string) =>
  (isArabic(words) ? arabic : english).filter(([, message]) => holds(message, words)).map(([path]) => path)

describe('a whole word', () => {
  it.each([
    ['طلبات تصحيح', 'تصحيح', true],
    ['التصحيح', 'تصحيح', true],
    ['ما يلزم تصحيحه', 'تصحيح', false],
    ['Nobody yet', 'Nobody', true],
    ['remade', 'made', false],
  ])('“%s” holds “%s”: %s', (message, words, does) => expect(holds(message, words)).toBe(does))
})

it('the glossary has both languages', () => {
  expect(terms.length).toBeGreaterThan(35)
  expect(terms.filter(([en, ar]) => isArabic(en) || !isArabic(ar))).toEqual([])
  expect(new Set(terms.map(([en]) => en)).size).toBe(terms.length)
  expect(new Set(terms.map(([, ar]) => ar)).size).toBe(terms.length)
})

it.each(terms)('the interface says %s and %s', (en, ar) => {
  expect(holding(en.replace(/^the /, ''))).not.toEqual([])
  expect(holding(ar.replace(/^ال/, ''))).not.toEqual([])
})

const unused = [
  ...terms.flatMap(([, , , not]) => not.split(/[,،]/).map((words) => words.trim())),
  ...replaced.map(([not]) => not),
].filter(Boolean)

it.each(unused)('the interface never says %s', (words) => {
  expect(holding(words)).toEqual([])
})
