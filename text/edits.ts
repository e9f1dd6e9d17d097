import { diffArrays } from 'diff'

/** Other words for those of a half-open span. An empty span is an insertion, empty words are a deletion. */
export type WordEdit = { start: number; end: number; words: string }

/** With more changed words than this, a text counts as replaced as a whole. */
const MOST_CHANGES = 400

/** Words with the punctuation on them, and the white space between them. */
const tokensOf = (text: string): string[] => text.split(/(\s+)/u).filter((token) => token !== '')

/**
 * The changes that turn one text into the other, by whole words, in order and apart from each other. Changes with only
 * white space between them count as one.
 */
export function editsOf(before: string, after: string): WordEdit[] {
  if (before === after) return []
  // Undefined when it gave up, whatever its type says of the options given.
  const found: ReturnType<typeof diffArrays<string>> | undefined = diffArrays(
    tokensOf(before),
    tokensOf(after),
    { maxEditLength: MOST_CHANGES },
  )
  if (!found) return [{ start: 0, end: before.length, words: after }]
  const edits: WordEdit[] = []
  let at = 0
  for (const { added, removed, value } of found) {
    const words = value.join('')
    const last = edits.at(-1)
    if (!added && !removed) {
      at += words.length
      continue
    }
    const gap = last && before.slice(last.end, at)
    const length = removed ? words.length : 0
    const written = added ? words : ''
    if (last && gap !== undefined && gap.trim() === '') {
      last.end = at + length
      last.words += gap + written
    } else edits.push({ start: at, end: at + length, words: written })
    at += length
  }
  return edits
}

/** A text with edits made to it. They come in order and do not overlap. */
export function withEdits(text: string, edits: readonly WordEdit[]): string {
  let at = 0
  let written = ''
  for (const { start, end, words } of edits) {
    written += text.slice(at, start) + words
    at = end
  }
  return written + text.slice(at)
}
