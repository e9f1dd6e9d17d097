import { describe, expect, it } from 'vitest'
import { asked, PARTS } from './asked.mjs'

describe('the arguments of a run', () => {
  it.each([
    ['all of it', [], { parts: PARTS, words: [] }],
    ['one part', ['lint'], { parts: ['lint'], words: [] }],
    ['two parts', ['lint', 'types'], { parts: ['lint', 'types'], words: [] }],
    ['files of a part', ['unit', 'domain/claim'], { parts: ['unit'], words: ['domain/claim'] }],
    [
      'an option of its runner',
      ['browser', 'review', '-g', 'key'],
      { parts: ['browser'], words: ['review', '-g', 'key'] },
    ],
    ['parts, the last with words', ['lint', 'unit', 'fold'], { parts: ['lint', 'unit'], words: ['fold'] }],
    ['what differs from main', ['changed'], { parts: ['changed'], words: [] }],
  ])('%s', (_, given, wanted) => {
    expect(asked(given)).toEqual(wanted)
  })

  it.each([
    [['unti']],
    [['lint', 'domain/claim']],
    [['unit', 'lint', 'domain/claim']],
    [['changed', 'domain']],
  ])('reject %j and name the parts', (given) => {
    expect(() => asked(given)).toThrow(
      `There is no part "${given.at(-1)}": the parts are ${PARTS.join(', ')}, changed, properties.`,
    )
  })

  it('leave out no part of a whole run that tests', () => {
    expect(PARTS).toEqual(expect.arrayContaining(['unit', 'stress', 'browser']))
  })
})
