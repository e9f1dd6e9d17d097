import { describe, expect, it } from 'vitest'
import { blocksOf, type Block } from '@/text/blocks'
import { headlineSentences, sentencesToStore } from './rules'

const asHeading = (text: string): Block[] => [{ kind: 'heading', level: 2, start: 0, end: text.length }]

const STATING = [
  ['en', 'Rents rose 12 per cent'],
  ['en', 'The largest lake in the region'],
  ['ar', 'ارتفعت الأسعار 12 في المئة في عام 2025'],
  ['fr', 'Le plus grand pont du pays'],
] as const
const NAMING = [
  ['en', 'Who meets where: the calendar of the United Nations'],
  ['en', 'Background'],
  ['en', 'The road to Almaty'],
  ['ar', 'من ميدان التجارب إلى بنك الوقود'],
  ['ar', 'عضوية وحضور'],
] as const

describe('a heading and a headline', () => {
  it.each(STATING)(
    'ask to be decided when a cue says that they state something (%s): %s',
    (language, text) => {
      expect(sentencesToStore(text, asHeading(text), language)).toMatchObject([{ text }])
      expect(sentencesToStore(text, asHeading(text), language)[0]?.passed).toBeUndefined()
      expect(
        headlineSentences({ text: 'Rain fell.', headline: text }, language, 1)[0]?.passed,
      ).toBeUndefined()
    },
  )

  it.each(NAMING)('are passed when they name something at most (%s): %s', (language, text) => {
    expect(sentencesToStore(text, asHeading(text), language)).toMatchObject([{ text, passed: true }])
    expect(headlineSentences({ text: 'Rain fell.', headline: text }, language, 1)).toMatchObject([
      { text, passed: true, position: 1 },
    ])
  })

  it.each(NAMING)(
    'are otherwise than a paragraph of the same words, which stays open (%s): %s',
    (language, text) => {
      expect(sentencesToStore(text, blocksOf(text), language)[0]?.passed).toBeUndefined()
    },
  )
})

it('a byline is no sentence, and the sentences around it are counted without it', () => {
  const text = 'The bridge opened in 1932.\n\nBy Rana Haddad\n\nNobody paid.\n\nبقلم: رنا حداد'
  const stored = sentencesToStore(text, blocksOf(text), 'en')
  expect(stored.map(({ position, readFrom, text: words }) => [position, readFrom, words])).toEqual([
    [0, 0, 'The bridge opened in 1932.'],
    [1, 1, 'Nobody paid.'],
  ])
})
