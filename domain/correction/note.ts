import { foldSearch } from '@/text/fold'
import { isSpoken, wordsOf } from '@/text/words'

/** Possible weaknesses of a note to readers. They are only hints, because the words are for an editor to judge. */
export const NOTE_HINTS = ['repeatsError', 'notAlone'] as const
export type NoteHint = (typeof NOTE_HINTS)[number]

/** In words. A note needs to repeat a shorter quote to make sense. */
const WHOLE_SENTENCE = 5
/** A note of fewer words says too little for readers who do not have the article. */
const SHORT_NOTE = 8
/** Shorter words occur in almost any text. */
const TELLING_LETTERS = 4
const NUMBER = /\p{N}/u

type Noted = { note: string; quote: string; wrong: string; right: string }

const spoken = (text: string) => wordsOf(text).filter(({ key }) => isSpoken(key))

/**
 * Whether a note repeats the wrong words in full, and whether it is hard to understand without the article. It is hard
 * to understand when it is short, or when it contains no number and none of the longer words of what was wrong and
 * right. An empty note gets no hints.
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

/** The placeholders of a wording, which the words of one correction replace. */
export const PLACEHOLDERS = ['wrong', 'right', 'date'] as const

/** Fills the placeholders of a wording; other braces stay. */
export const fillWording = (wording: string, words: Record<(typeof PLACEHOLDERS)[number], string>): string =>
  wording.replace(/\{(wrong|right|date)\}/g, (_, name: (typeof PLACEHOLDERS)[number]) => words[name].trim())
