import { expect, test } from 'vitest'
import { wordsOf } from '../words'
import { obstacleSentence } from './outline'

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

test.each([
  ['en', 1, 'Claim 1 is not reviewed yet.'],
  ['en', 2, '2 claims are not reviewed yet: 1, 2.'],
  ['en', 40, `40 claims are not reviewed yet: ${upTo(40).join(', ')}.`],
  ['en', 2_000, `2,000 claims are not reviewed yet: ${upTo(40).join(', ')}, ….`],
  ['ar', 2_000, `${upTo(40).join('، ')}، ….`],
] as const)('%s: an obstacle of %i claims names the first of them', (language, count, sentence) => {
  expect(obstacleSentence({ kind: 'unreviewed', claims: upTo(count) }, wordsOf(language))).toContain(sentence)
})
