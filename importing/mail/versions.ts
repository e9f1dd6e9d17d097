import { saidInHtml } from '../account'
import { bodyOfText } from './body'

/** Addresses, and the names of pictures, which mail programs write into a plain version on their own. */
const OF_PROGRAMS = /<?\b(?:https?:\/\/|mailto:|www\.)\S+|\[(?:image|cid|صورة)[^\]\n]*\]/giu
const NEITHER = /[^\p{L}\p{M}\p{N}]+/u

/** The words and figures of a text; 0.61 and 0.59 are different ones. */
const wordsIn = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(OF_PROGRAMS, ' ')
    .replace(/(?<=\p{N})[.,٫٬](?=\p{N})/gu, '\ue000')
    .split(NEITHER)
    .filter((word) => word !== '')

/**
 * The paragraphs of a message in plain text that say words or figures which stand nowhere in its version in HTML. A
 * signature is left out of both.
 */
export function onlyInPlain(text: string, html: string): string[] {
  // A tag may part two paragraphs, or stand within a word.
  const said = new Set(['', ' '].flatMap((between) => wordsIn(saidInHtml(html, between))))
  return bodyOfText(text)
    .pieces.map((piece) => piece.text)
    .filter((paragraph) => wordsIn(paragraph).some((word) => !said.has(word)))
}
