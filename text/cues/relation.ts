import type { Cue, CueKind, CueLanguage } from './cue'
import { type Marked, comesBefore, countAt } from './phrases'
import { cueOfWords, written } from './reading'
import type { Book } from './words/books'

type Judged = 'full' | 'slight' | 'none'

/** Cues of the phrases of a book that `judge` accepts, given their first word and their number of words. */
function cuesWhere(
  marked: Marked,
  book: Book,
  kind: CueKind,
  judge: (at: number, count: number) => Judged,
): Cue[] {
  const cues: Cue[] = []
  const counts = marked.found[book]
  for (let at = 0; at < counts.length;) {
    const count = counts[at] ?? 0
    const judged = count > 0 ? judge(at, count) : 'none'
    if (judged !== 'none') {
      const cue = cueOfWords(marked.reading, kind, at, count)
      cues.push(judged === 'slight' ? { ...cue, slight: true } : cue)
    }
    at += Math.max(1, count)
  }
  return cues
}

/** A phrase that only looks like one of the book begins at most so many words before the word it covers. */
const MAX_BACK = 2

/** Whether a phrase of the book covers the word. */
function isCovered(marked: Marked, book: Book, at: number): boolean {
  for (let back = 0; back <= MAX_BACK && at - back >= 0; back++) {
    if (countAt(marked, book, at - back) > back) return true
  }
  return false
}

/** Comparisons by no measure: `as good as`, `better judgment than`. */
const VAGUE = /^(?:as (?!many|much|high|low)|better|worse|greater|stronger|safer)/

/** Comparisons. Those without a measure, or that measure praise or blame, are slight. */
export function comparisonCues(marked: Marked): Cue[] {
  const { reading, found } = marked
  return cuesWhere(marked, 'comparison', 'comparison', (at, count) => {
    if (isCovered(marked, 'notComparison', at)) return 'none'
    const praises = found.evaluation.subarray(at, at + count).some((one) => one > 0)
    const opening = reading.words.slice(at, at + 2).map(({ folded }) => folded)
    return praises || VAGUE.test(opening.join(' ')) ? 'slight' : 'full'
  })
}

/**
 * Words after which a verb of saying is the speaker's own, is a request or is still to come: `let me say`, `I asked`.
 */
const OWN = new Set('i we to let me you us ll would can could should must will who'.split(' '))

/** Somebody else said it, or it spreads without a source. */
export function attributionCues(marked: Marked): Cue[] {
  const { words } = marked.reading
  const isOwn = (at: number) => words[at]?.joined === true && OWN.has(words[at - 1]?.folded ?? '')
  const said = cuesWhere(marked, 'attribution', 'attribution', (at) => (isOwn(at) ? 'none' : 'full'))
  const rumoured = cuesWhere(marked, 'rumour', 'attribution', () => 'full')
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

/** Words after which a form that looks like the past means the future or a duty: `be fined`, `to cut`. */
const NOT_YET = new Set('be is are will would can could should must may might to'.split(' '))

/** Forms that look like acts and are not. */
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
  return cuesWhere(marked, 'act', 'act', (at) =>
    isCovered(marked, 'notAct', at) || (isNone?.(marked, at) ?? false) ? 'none' : 'full',
  )
}
