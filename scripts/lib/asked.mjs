import { Stop } from './say.mjs'

/** The parts of a whole run, in their order. */
export const PARTS = ['format', 'types', 'lint', 'imports', 'unit', 'stress', 'browser']
/** Run only when they are asked for: what differs from main, and all properties on more cases. */
export const EXTRA = ['changed', 'properties']
/** Parts that take words after them: which files, as their runner understands it. */
const TAKES_WORDS = ['unit', 'stress', 'properties', 'browser']

/**
 * What a run was asked for. Parts come first; what follows one that takes words is for its runner.
 * @param {string[]} given
 * @returns {{parts: string[], words: string[]}} all parts of a whole run where none is named
 * @throws {Stop} naming the parts, where a word is none and is for nobody
 */
export function asked(given) {
  const known = [...PARTS, ...EXTRA]
  const after = given.findIndex((one) => !known.includes(one))
  const named = after === -1 ? given : given.slice(0, after)
  const words = after === -1 ? [] : given.slice(after)
  if (words.length && !TAKES_WORDS.includes(named.at(-1)))
    throw new Stop(
      `There is no part "${words[0]}": the parts are ${known.join(', ')}. ` +
        `Words that choose files come after ${TAKES_WORDS.join(', ')}.`,
    )
  return { parts: named.length ? named : PARTS, words }
}
