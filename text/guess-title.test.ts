import fc from 'fast-check'
import { expect, it } from 'vitest'
import { guessTitle } from './guess-title'

it.each([
  ['Ferries turn electric\n\nThe first one left on Monday.', 'Ferries turn electric'],
  ['  Ferries turn electric \r\nThe first one left.', 'Ferries turn electric'],
  ['كم يكلف الماء؟\n\nارتفع السعر.', 'كم يكلف الماء؟'],
  ['“Nobody knew”\nThe mayor said so.', '“Nobody knew”'],
  ['\n\nPrices rise!\nThey rose.', 'Prices rise!'],
])('finds the title of %j', (text, title) => expect(guessTitle(text)?.title).toBe(title))

it.each([
  'Ferries turn electric',
  'The first ferry left on Monday.\n\nIt was late.',
  'ارتفع السعر في مايو۔\nثم هبط.',
  '“The first ferry left on Monday.”\nIt was late.',
  `${'A long paragraph '.repeat(20)}\n\nMore.`,
  '- milk\n- bread',
  '1. milk\n2. bread',
  '# A heading\n\nText',
  '2026\n\nText',
  '',
])('finds none in %j', (text) => expect(guessTitle(text)).toBeNull())

it('is the first line, and what follows is the rest of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const found = guessTitle(text)
      if (!found) return
      const head = text.slice(0, found.bodyStart)
      expect(head.trim()).toBe(found.title)
      expect(head.trim()).not.toContain('\n')
    }),
  )
})
