import { describe, expect, it, test } from 'vitest'
import { bestOf, excerptOf, statementsIn } from './message'
import { differencesTold, type SimilarPassage } from './rules'

describe('the statements of a message', () => {
  it('are the message itself where it is one sentence', () => {
    expect(statementsIn('The dam lost 12% of its water', 'en')).toEqual(['The dam lost 12% of its water'])
  })

  it.each([
    [
      'en',
      'Hello everyone. The dam lost 12% of its water in 2023. What do you think?',
      'The dam lost 12% of its water in 2023.',
    ],
    [
      'ar',
      'السلام عليكم جميعًا. فقد السد ١٢٪ من مياهه عام ٢٠٢٣. ما رأيكم؟',
      'فقد السد ١٢٪ من مياهه عام ٢٠٢٣.',
    ],
    [
      'fr',
      'Bonjour à tous. Le barrage a perdu 12 % de son eau en 2023. Qu’en pensez-vous ?',
      'Le barrage a perdu 12 % de son eau en 2023.',
    ],
  ])('are all of it first, then what most asks to be checked: %s', (language, said, first) => {
    const statements = statementsIn(said, language)
    expect(statements.slice(0, 2)).toEqual([said, first])
  })

  it('are few, however long the message is', () => {
    const said = Array.from({ length: 200 }, (_, at) => `In ${1800 + at} the mill burned down.`).join(' ')
    expect(statementsIn(said, 'en')).toHaveLength(7)
    expect(statementsIn('The mill burned down. '.repeat(3), 'en')).toHaveLength(2)
  })
})

const passage = (given: Partial<SimilarPassage>): SimilarPassage => ({
  kind: 'claim',
  id: 'a',
  quote: 'The mill burned',
  context: 'The mill burned',
  version: 1,
  number: 1,
  status: 'verified',
  at: new Date(0),
  article: { id: 'one', title: 'One', language: 'en' },
  score: 0.5,
  reasons: [],
  differences: [],
  isSame: true,
  ...given,
})

it.each([
  ['en', 'The mill in Karsan burned down. So sad. Karsan Mill'],
  ['en', 'Hello! The mill in Karsan burned down. Is it true?'],
  ['ar', 'السلام عليكم. احترقت الطاحونة القديمة في كرسان. شكرا'],
  ['fr', 'Merci. Le moulin de Karsan a brûlé hier. Vraiment ?'],
  ['ar', 'احترقت الطاحونة القديمة في كرسان. صحيح؟ كرسان'],
])('a sentence of one or two words is not looked for by itself: %s, %s', (language, said) => {
  expect(statementsIn(said, language)).toHaveLength(2)
})

describe('what was found for several statements', () => {
  it('is one list, each passage once by its best match', () => {
    const found = bestOf([
      [passage({ score: 0.2 }), passage({ id: 'b', score: 0.4 })],
      [passage({ score: 0.9 }), passage({ id: 'c', score: 0.6 })],
    ])
    expect(found.map(({ id, score }) => [id, score])).toEqual([
      ['a', 0.9],
      ['c', 0.6],
      ['b', 0.4],
    ])
  })

  it('has no sentence beside the claim that stands in it', () => {
    const sentence = { kind: 'sentence' as const, text: 'The mill burned down.', status: null, version: null }
    const found = bestOf([
      [passage({ ...sentence, id: 's' })],
      [passage({}), passage({ ...sentence, id: 't', article: { id: 'two', title: 'Two', language: 'en' } })],
    ])
    expect(found.map(({ id }) => id)).toEqual(['a', 't'])
  })
})

test('of what is only near, other words and another order are not told', () => {
  const differences = (['words', 'date', 'order'] as const).map((kind) => ({ kind, here: 'a', there: 'b' }))
  expect(differencesTold(passage({ isSame: true, differences }))).toEqual(differences)
  expect(differencesTold(passage({ isSame: false, differences })).map(({ kind }) => kind)).toEqual(['date'])
})

describe('the excerpt of a finding', () => {
  it.each([
    ['Short.', 'Short.'],
    ['Two\n\nlines', 'Two lines'],
    [`${'word '.repeat(80)}`, `${'word '.repeat(56).trimEnd()}…`],
    ['😀'.repeat(200), `${'😀'.repeat(140)}…`],
    [`x${'😀'.repeat(200)}`, `x${'😀'.repeat(139)}…`],
  ])('ends at a word: %j', (finding, excerpt) => {
    expect(excerptOf(finding)).toBe(excerpt)
  })
})
