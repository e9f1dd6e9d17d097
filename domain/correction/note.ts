import { foldSearch } from '@/text/fold'
import { isSpoken, wordsOf } from '@/text/words'

/** What may be wrong with a note to readers: only hints, since words are an editor's to judge. */
export const NOTE_HINTS = ['repeatsError', 'notAlone'] as const
export type NoteHint = (typeof NOTE_HINTS)[number]

/** A shorter quote has to be named for a note to be understood. */
const WHOLE_SENTENCE = 5
/** A note of fewer words says too little to be read away from its article. */
const SHORT_NOTE = 8
/** Shorter words are mostly those that any text has. */
const TELLING_LETTERS = 4
const NUMBER = /\p{N}/u

type Noted = { note: string; quote: string; wrong: string; right: string }

const spoken = (text: string) => wordsOf(text).filter(({ key }) => isSpoken(key))

/**
 * Whether a note repeats the erroneous words in full, and whether it seems not to be understood without the article:
 * it is short, or it has no number and no longer word of what was wrong and right. An empty note has no hints.
 */
export function noteHints({ note, quote, wrong, right }: Noted): NoteHint[] {
  const words = spoken(note)
  if (words.length === 0) return []
  const hints: NoteHint[] = []
  const error = foldSearch(quote).folded.trim()
  if (spoken(quote).length >= WHOLE_SENTENCE && foldSearch(note).folded.includes(error))
    hints.push('repeatsError')
  const matter = new Set(spoken(`${quote}\n${wrong}\n${right}`).map(({ key }) => key))
  const named = words.some(
    ({ key }) => NUMBER.test(key) || (key.length >= TELLING_LETTERS && matter.has(key)),
  )
  if (words.length < SHORT_NOTE || (matter.size > 0 && !named)) hints.push('notAlone')
  return hints
}

/** What stands in a wording for the words of one correction. */
export const PLACEHOLDERS = ['wrong', 'right', 'date'] as const

/** A wording with the words of one correction put in; other braces stay as they are. */
export const fillWording = (wording: string, words: Record<(typeof PLACEHOLDERS)[number], string>): string =>
  wording.replace(/\{(wrong|right|date)\}/g, (_, name: (typeof PLACEHOLDERS)[number]) => words[name].trim())
