import type { Cue, CueKind, CueLanguage } from './cue'
import { type Marked, comesBefore, countAt } from './phrases'
import { cueOfWords, written } from './reading'
import type { Book } from './words/books'

/** Cues of all phrases of one book, except those that `isOther` says mean something else. */
function cuesWhere(marked: Marked, book: Book, kind: CueKind, isOther: (at: number) => boolean): Cue[] {
  const cues: Cue[] = []
  const counts = marked.found[book]
  for (let at = 0; at < counts.length;) {
    const count = counts[at] ?? 0
    if (count > 0 && !isOther(at)) cues.push(cueOfWords(marked.reading, kind, at, count))
    at += Math.max(1, count)
  }
  return cues
}

/** The most words of a lookalike before the word that it covers. */
const MAX_BACK = 2

/** Whether a phrase of the book covers the word. */
function isCovered(marked: Marked, book: Book, at: number): boolean {
  for (let back = 0; back <= MAX_BACK && at - back >= 0; back++) {
    if (countAt(marked, book, at - back) > back) return true
  }
  return false
}

/** Comparisons by no measure: `as good as`, `better judgment than`. */
const VAGUE = /^(?:as (?!many|much|high|low)|better|worse|greater|stronger|safer)/i

/** Comparisons; vague ones are slight. */
export function comparisonCues(marked: Marked): Cue[] {
  const { reading } = marked
  const cues = cuesWhere(marked, 'comparison', 'comparison', (at) => isCovered(marked, 'notComparison', at))
  return cues.map((cue) => {
    const words = reading.text.slice(cue.start, cue.end)
    return VAGUE.test(words) ? { ...cue, slight: true } : cue
  })
}

/** Words after which a verb of saying is the speaker's own, asked for or still to come: `let me say`, `I asked`. */
const OWN = new Set('i we to let me you us ll would can could should must will who'.split(' '))

/** Somebody else said it, or it goes round without a source. */
export function attributionCues(marked: Marked): Cue[] {
  const { words } = marked.reading
  const isOwn = (at: number) => words[at]?.joined === true && OWN.has(words[at - 1]?.folded ?? '')
  const said = cuesWhere(marked, 'attribution', 'attribution', isOwn)
  const rumoured = cuesWhere(marked, 'rumour', 'attribution', () => false)
  return [...said, ...apartFrom(rumoured, said)]
}

/** The cues of a list that share no word with those of another; both in order. */
function apartFrom(cues: readonly Cue[], others: readonly Cue[]): Cue[] {
  let next = 0
  return cues.filter(({ start, end }) => {
    while ((others[next]?.end ?? Infinity) <= start) next++
    return (others[next]?.start ?? Infinity) >= end
  })
}

/** Words after which a form that looks past tells what may or shall be done: `be fined`, `to cut`. */
const NOT_YET = new Set('be is are will would can could should must may might to'.split(' '))

/** Forms that look like acts and are none. */
const NO_ACT: Partial<Record<CueLanguage, (marked: Marked, at: number) => boolean>> = {
  en: (marked, at) => {
    const { words } = marked.reading
    const before = words[at]?.joined === true ? (words[at - 1]?.folded ?? '') : ''
    return NOT_YET.has(before) || comesBefore(marked, 'promise', at)
  },
  /** A noun in ة, which folds like a verb with its object: حكمة, حكمه. */
  ar: ({ reading }, at) => {
    const word = reading.words[at]
    return word !== undefined && written(reading, word).endsWith('ة')
  },
}

/** Acts that leave a record: votes, laws, money, appointments. */
export function actCues(marked: Marked): Cue[] {
  const { language } = marked.reading
  const isNone = language && NO_ACT[language]
  return cuesWhere(
    marked,
    'act',
    'act',
    (at) => isCovered(marked, 'notAct', at) || (isNone?.(marked, at) ?? false),
  )
}
