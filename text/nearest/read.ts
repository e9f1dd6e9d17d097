import { foldSearchWord } from '../fold-word'
import { bareWord } from '../likeness/terms'
import type { Span } from '../locate'
import { isSpoken, wordsOf } from '../words'
import { alikeIn } from './spelled-alike'

/** For how many words of the quote that the text does not have, words spelled alike are looked up. */
const MOST_MISSPELLED = 12
/** How much a word spelled alike counts, compared with the same word. */
const ALIKE = 0.7
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

export type Token = Span & { key: string }

/** In scripts without blanks between words, each letter counts as a word. */
export function tokensOf(text: string): Token[] {
  return wordsOf(text).flatMap(({ start, end, key }): Token[] => {
    if (!isSpoken(key)) return []
    const written = text.slice(start, end)
    if (!UNSPACED.test(written)) return [{ start, end, key: bareWord(foldSearchWord(written)) }]
    let at = start
    return [...written].map((letter) => ({ start: at, end: (at += letter.length), key: letter }))
  })
}

/** Each spelling has a number. `ids` has the number of each token, and `positions` the tokens of each number. */
export type ReadText = {
  text: string
  tokens: Token[]
  ids: Int32Array
  positions: number[][]
  idOf: Map<string, number>
}

export function readText(text: string): ReadText {
  const tokens = tokensOf(text)
  const idOf = new Map<string, number>()
  const positions: number[][] = []
  const ids = Int32Array.from(tokens, ({ key }, at) => {
    const id = idOf.get(key) ?? positions.length
    idOf.set(key, id)
    const own = positions[id]
    if (own) own.push(at)
    else positions.push([at])
    return id
  })
  return { text, tokens, ids, positions, idOf }
}

/** The weight of a spelling by its number of positions in the text. */
export const weightOf = (positions: readonly unknown[] | undefined) =>
  1 / (1 + Math.log(positions?.length ?? 1))

/** A word of the quote: its weight, and how much each spelling of the text counts as the same word. */
export type Wanted = { weight: number; sameness: ReadonlyMap<number, number> }

export function wantedIn({ idOf, positions }: ReadText, quote: readonly Token[]): Wanted[] {
  const known = new Map<string, Wanted>()
  let misspelled = 0
  return quote.map(({ key }) => {
    const before = known.get(key)
    if (before) return before
    const id = idOf.get(key)
    const sameness = new Map<number, number>()
    if (id !== undefined) sameness.set(id, 1)
    else if (misspelled++ < MOST_MISSPELLED)
      for (const one of alikeIn(idOf.keys(), key)) sameness.set(idOf.get(one) ?? -1, ALIKE)
    const wanted = { weight: weightOf(id === undefined ? undefined : positions[id]), sameness }
    known.set(key, wanted)
    return wanted
  })
}
