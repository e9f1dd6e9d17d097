import { Stop } from './say.mjs'

/** The parts of a whole run, in order. */
export const PARTS = ['format', 'types', 'lint', 'imports', 'unit', 'stress', 'browser']
/** Parts that run only on request: the differences from main, and all properties on more cases. */
export const EXTRA = ['changed', 'properties']
/** Parts that take words after them. The words name files, as the part's runner reads them. */
const TAKES_WORDS = ['unit', 'stress', 'properties', 'browser']

/**
 * Parses the arguments of a run. Parts come first; the words after a part that takes words go to its runner.
 * @param {string[]} given
 * @returns {{parts: string[], words: string[]}} all parts of a whole run when none is named
 * @throws {Stop} naming the parts, when a word is no part and no runner takes it
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
