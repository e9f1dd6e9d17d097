import { foldWord } from './fold-word'
import type { Span } from './locate'

/** `key` is the word in the anchor fold: words with one key differ only in typography. */
export type Word = Span & { key: string }

const WORD =
  /\p{N}(?:[\p{N}\p{M}.,:/٫٬\u066a%-]*[\p{N}%\u066a])?|\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}]*\p{N}|[\p{L}\p{M}\p{Cf}\u0640]+(?:['’-][\p{L}\p{M}\p{Cf}\u0640]+)*|[^\s\p{L}\p{N}]/gu

/**
 * The words of a span. A number and its signs are one word, and so is `G20`; every other mark is a word of its own.
 * Marks that the fold drops are not words.
 */
export function wordsOf(text: string, start = 0, end = text.length): Word[] {
  const words: Word[] = []
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const key = foldWord(match[0])
    if (key === '') continue
    const from = start + match.index
    words.push({ start: from, end: from + match[0].length, key })
  }
  return words
}

/** Whether a key has letters or digits, not just a mark. */
export const isSpoken = (key: string) => /[\p{L}\p{N}]/u.test(key)
