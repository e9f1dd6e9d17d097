import { verbForms, withoutAttached } from './attached'
import type { CueLanguage } from './cue'
import { type Reading, foldedWords } from './reading'
import { BOOKS, type Book } from './words/books'

/** The most words that a gap `…` in a phrase may stand for. */
const MAX_GAP = 4
const GAP = '…'

/** A phrase under its first word. A verb takes no particle except و and ف. */
type Entry = { book: Book; verb: boolean; rest: readonly string[] }
type Index = Map<string, Entry[]>

const indexes = new Map<CueLanguage, Index>()

/** For each book and each word of a text: the length in words of the longest phrase that starts there; 0 for none. */
export type Found = Readonly<Record<Book, Uint8Array>>

export const BOOK_NAMES = Object.keys(BOOKS) as Book[]

function indexOf(language: CueLanguage): Index {
  const known = indexes.get(language)
  if (known) return known
  const index: Index = new Map()
  for (const book of BOOK_NAMES) {
    for (const phrase of (BOOKS[book][language] ?? '').split(/[,\n]/)) {
      const { verb, phrases } = phraseWords(phrase.trim())
      for (const [first, ...rest] of phrases) {
        if (first === undefined) continue
        const entries = index.get(first)
        if (entries) entries.push({ book, verb, rest })
        else index.set(first, [{ book, verb, rest }])
      }
    }
  }
  indexes.set(language, index)
  return index
}

/** `past/present` at the start of a phrase stands for all third-person forms of an Arabic verb. */
function phraseWords(phrase: string): { verb: boolean; phrases: string[][] } {
  const verb = /^([^/ ]+)\/([^/ ]*)(.*)$/.exec(phrase)
  if (verb) {
    const [, past = '', present = '', rest = ''] = verb
    const tail = tailWords(rest)
    const phrases = verbForms(past, present).map((form) => [foldedWords(form)[0] ?? '', ...tail])
    return { verb: true, phrases }
  }
  return { verb: false, phrases: [tailWords(phrase)] }
}

function tailWords(phrase: string): string[] {
  return phrase.split(GAP).flatMap((part, at) => (at === 0 ? foldedWords(part) : [GAP, ...foldedWords(part)]))
}

/** Looks up every word of a text in all books of its language at once. */
export function lookUp(reading: Reading): Found {
  const { words, language } = reading
  const found = Object.fromEntries(BOOK_NAMES.map((book) => [book, new Uint8Array(words.length)])) as Record<
    Book,
    Uint8Array
  >
  if (language === null) return found
  const index = indexOf(language)
  const entriesOf = WITH_ATTACHED[language] ?? plainEntries
  const seen = new Map<string, readonly Entry[]>()
  words.forEach((word, at) => {
    let entries = seen.get(word.folded)
    if (entries === undefined) {
      entries = entriesOf(index, word.folded)
      seen.set(word.folded, entries)
    }
    for (const { book, rest } of entries) {
      const count = followed(reading, at, rest)
      if (count > (found[book][at] ?? 0)) found[book][at] = count
    }
  })
  return found
}

const plainEntries = (index: Index, word: string): readonly Entry[] => index.get(word) ?? []

function arabicEntries(index: Index, word: string): Entry[] {
  const withoutAnd = /^[وف]/.test(word) ? word.slice(1) : word
  return withoutAttached(word).flatMap((form) => {
    const entries = index.get(form) ?? []
    return form === word || form === withoutAnd ? entries : entries.filter(({ verb }) => !verb)
  })
}

/** Languages that attach small words to the next word. */
const WITH_ATTACHED: Partial<Record<CueLanguage, typeof plainEntries>> = { ar: arabicEntries }

/** The number of words of the phrase that begins at `at` and continues with `rest`; 0 when it does not. */
function followed(reading: Reading, at: number, rest: readonly string[]): number {
  let next = at + 1
  for (let part = 0; part < rest.length; part++) {
    if (rest[part] === GAP) {
      const wanted = rest[++part]
      const last = next + MAX_GAP
      while (next <= last && reading.words[next]?.joined && reading.words[next]?.folded !== wanted) next++
      if (next > last) return 0
    }
    const word = reading.words[next]
    if (!word?.joined || word.folded !== rest[part]) return 0
    next++
  }
  return next - at
}
