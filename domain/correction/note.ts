import { foldSearch } from '@/text/fold'
import { withFullStop, withoutFullStop } from '@/text/full-stop'
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
type Placeholder = (typeof PLACEHOLDERS)[number]

const ANY = new RegExp(`\\{(${PLACEHOLDERS.join('|')})\\}`, 'gu')
const PLACEHOLDER_NEXT = new RegExp(`^\\{(?:${PLACEHOLDERS.join('|')})\\}`, 'u')
/** After these a sentence may begin. */
const OPENING = /(?:^|[\p{Sentence_Terminal}…:：—–\n])[\p{Pe}\p{Pf}"']*[^\S\n]*$/u
/** Follows words of the same sentence, or ends it. */
const CLOSING = /^[^\S\n]*[\p{Sentence_Terminal}\p{Pe}\p{Pf}…,;:،؛、，；]/u

/**
 * Whether the words of a placeholder are a sentence of their own, by the wording before and after it. At its end and
 * before a capital letter they are. Before a script without capitals they are if a sentence can begin there.
 */
function standsAlone(before: string, after: string, followsSentence: boolean): boolean {
  if (CLOSING.test(after)) return false
  if (/^[^\S\n]*(?:$|\n|\p{Lu})/u.test(after)) return true
  const next = after.trimStart()
  return (followsSentence || OPENING.test(before)) && (/^\p{Lo}/u.test(next) || PLACEHOLDER_NEXT.test(next))
}

/**
 * Fills the placeholders of a wording; other braces stay. Each statement gets the full stop of the language where it
 * is a sentence of its own, and none in the middle of one.
 */
export function fillWording(wording: string, words: Record<Placeholder, string>, language: string): string {
  let follows = 0
  return wording.replace(ANY, (whole, name: Placeholder, at: number) => {
    if (name === 'date') return words.date.trim()
    const before = wording.slice(0, at)
    const behind = at + whole.length
    const alone = standsAlone(
      before,
      wording.slice(behind),
      follows > 0 && before.slice(follows).trim() === '',
    )
    follows = alone ? behind : 0
    return alone ? withFullStop(words[name], language) : withoutFullStop(words[name])
  })
}
