import type { Person } from '@/domain/shape'
import type { Span } from '@/text/locate'
import { firstStrong } from '@/text/first-strong'
import { foldSearch } from '@/text/fold'

/** A letter, mark or digit: none may follow a name. */
const WORD = /[\p{L}\p{M}\p{N}]/u
/** What may stand before the sign of a name: no word, as in an e-mail address, but letters that Arabic joins in front. */
const BEFORE_SIGN = /(?:^|[^\p{L}\p{M}\p{N}])[وفبكل]{0,2}$/u
/** In UTF-16 units; longer than any letters that are joined in front, with the character before them. */
const SIGN_AFTER = 4

type Mention = Span & { person: Person }

/** The longest of the people's names that stands at this offset and ends there. */
function namedAt(text: string, start: number, people: readonly Person[]): Person | null {
  let found: Person | null = null
  for (const person of people) {
    const end = start + person.name.length
    if (!text.startsWith(person.name, start) || WORD.test(characterAt(text, end))) continue
    if (!found || person.name.length > found.name.length) found = person
  }
  return found
}

const characterAt = (text: string, at: number) => String.fromCodePoint(text.codePointAt(at) ?? 0x20)
const signMayStand = (text: string, at: number) =>
  BEFORE_SIGN.test(text.slice(Math.max(0, at - SIGN_AFTER), at))

/** Where a text names people: `@` at the beginning of a word, and a whole name. */
export function mentionsIn(text: string, people: readonly Person[]): Mention[] {
  const found: Mention[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (!signMayStand(text, at)) continue
    const person = namedAt(text, at + 1, people)
    if (person) found.push({ start: at, end: at + 1 + person.name.length, person })
  }
  return found
}

/** A text in pieces: its words, and the names in it. Together they are the text. */
export function piecesOf(text: string, people: readonly Person[]): { text: string; isName: boolean }[] {
  const named = mentionsIn(text, people)
  const pieces = named.flatMap(({ start, end }, index) => [
    { text: text.slice(named[index - 1]?.end ?? 0, start), isName: false },
    { text: text.slice(start, end), isName: true },
  ])
  return [...pieces, { text: text.slice(named.at(-1)?.end ?? 0), isName: false }].filter((one) => one.text)
}

/** The people whom a text names, each once. */
export const namedIn = (text: string, people: readonly Person[]): Person[] => [
  ...new Map(mentionsIn(text, people).map(({ person }) => [person.id, person])).values(),
]

/** The direction of a text by its words: a name in the other script does not turn it. `auto` for names alone. */
export const directionApart = (text: string, people: readonly Person[]): 'ltr' | 'rtl' | 'auto' =>
  firstStrong(
    piecesOf(text, people)
      .filter(({ isName }) => !isName)
      .map((one) => one.text)
      .join(' '),
  ) ?? 'auto'

/** In UTF-16 units; nobody types more of a name before choosing. */
const TYPED_MAX = 40

/** What was typed of a name behind the `@` before the caret; null when the caret is not in a name. */
export function nameBeingTyped(text: string, caret: number): { start: number; typed: string } | null {
  const start = text.lastIndexOf('@', caret - 1)
  if (start < 0 || caret - start > TYPED_MAX || !signMayStand(text, start)) return null
  const typed = text.slice(start + 1, caret)
  return /[\n@]/.test(typed) || /^\s/.test(typed) || /\s{2}/.test(typed) ? null : { start, typed }
}

/**
 * The people whose name, or a later part of it, begins with what was typed, as the desk's search folds letters. Those
 * whose whole name begins with it come first.
 */
export function peopleNamed(typed: string, people: readonly Person[], most: number): Person[] {
  const wanted = foldSearch(typed).folded.trim()
  const rankOf = ({ name }: Person) => {
    const folded = foldSearch(name).folded
    if (folded.startsWith(wanted)) return 0
    return folded.includes(` ${wanted}`) ? 1 : 2
  }
  return people
    .map((person) => ({ person, rank: rankOf(person) }))
    .filter(({ rank }) => rank < 2)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ person }) => person)
}

/** What stands in a text once a name is chosen: the words, and which they replace. The caret goes behind them. */
export function chosenName(text: string, typed: Span, name: string): Span & { words: string } {
  const end = text.charAt(typed.end) === ' ' ? typed.end + 1 : typed.end
  return { start: typed.start, end, words: `@${name} ` }
}

type Said = { id: string; threadId: string }

/** Comments, the newest first as a list reads them, in threads: the thread with the oldest beginning first. */
export function threadsOf<C extends Said>(newestFirst: readonly C[]): C[][] {
  const threads = new Map<string, C[]>()
  for (const comment of newestFirst.toReversed())
    threads.set(comment.threadId, [...(threads.get(comment.threadId) ?? []), comment])
  return [...threads.values()]
}

/** How many threads of these comments are not resolved. */
export const openThreads = (comments: readonly { threadId: string; resolved: object | null }[]): number =>
  new Set(comments.filter(({ resolved }) => !resolved).map(({ threadId }) => threadId)).size
