import { quotationsOf } from '../quotations'
import type { Cue } from './cue'

const LINE = /[^\n\r\u2028\u2029]+/g
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’\u00ad\u200c\u200d\u0640]*/gu
/** Single quotation marks; a mark with a letter outside of it is an apostrophe. */
const SINGLE = /(?<![\p{L}\p{N}])‘[^‘]*?’(?![\p{L}\p{N}])/gu

/**
 * Quotations of at least two words within one line, with their marks and including nested ones. The line decides which
 * marks open (`quotationsOf`).
 */
export function quotationCues(text: string): Cue[] {
  return [...text.matchAll(LINE)].flatMap(({ 0: line, index }) => {
    const pairs = quotationsOf(text, index, index + line.length)
      .enclosures.filter(({ kind }) => kind === 'quotation')
      .map(({ open, close }) => ({ start: open, end: close + 1 }))
    const single = [...line.matchAll(SINGLE)].map(({ 0: quoted, index: at }) => ({
      start: index + at,
      end: index + at + quoted.length,
    }))
    return [...pairs, ...single]
      .filter(({ start, end }) => hasTwoWords(text.slice(start, end)))
      .map((span): Cue => ({ kind: 'quotation', ...span }))
  })
}

function hasTwoWords(quoted: string): boolean {
  const words = quoted.matchAll(WORD)
  return !words.next().done && !words.next().done
}
