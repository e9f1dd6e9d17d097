import { FORMS_IN, type Cue, type CueLanguage } from './cue'
import { type Marked, comesBefore, countAt } from './phrases'
import { cueOfWords, written } from './reading'

const MIN_PERSIAN_STEM = 3

/** Words for first, only and most. Excludes ordinary comparisons (`أكثر من`) and lookalikes of "first". */
export function superlativeCues(marked: Marked): Cue[] {
  const { words } = marked.reading
  const cues: Cue[] = []
  for (let at = 0; at < words.length;) {
    const skipped = countAt(marked, 'notSuperlative', at)
    const found = marked.dated[at] === 1 ? 0 : withoutLookalikes(marked, at, superlativeRun(marked, at))
    const run = found > 0 && praises(marked, at, found) ? 0 : found
    if (run > 0) {
      const cue = cueOfWords(marked.reading, 'superlative', at, run)
      cues.push(isOneOf(marked, at) ? { ...cue, slight: true } : cue)
    }
    at += Math.max(1, run, skipped)
  }
  return cues
}

/** Zero when a lookalike begins in the run. */
function withoutLookalikes(marked: Marked, at: number, run: number): number {
  for (let next = at; next < at + run; next++) if (countAt(marked, 'notSuperlative', next) > 0) return 0
  return run
}

/** How each language says, before a superlative, that it is one of several; over the two or three words before it. */
const ONE_OF: Partial<Record<CueLanguage, RegExp>> = {
  ar: /(?:^| )(?:من|احد|احدي)$/,
  en: /(?:one|some|among) of(?: the)?$/,
  fr: /(?:^| )une? des$/,
  fa: /(?:^| )(?:يكي|برخي) از$/,
}
const WORDS_OF_ONE_OF = 3

/** Whether it is one of several: `one of the largest`, من أكبر الدول. */
function isOneOf({ reading }: Marked, at: number): boolean {
  const { words, language } = reading
  let from = at
  while (from > 0 && at - from < WORDS_OF_ONE_OF && words[from]?.joined) from--
  const before = words.slice(from, at).map(({ folded }) => folded)
  return language !== null && (ONE_OF[language]?.test(before.join(' ')) ?? false)
}

/** Whether only praise or blame is ranked: `the most wonderful people`. */
function praises(marked: Marked, at: number, run: number): boolean {
  const { words } = marked.reading
  const degree = countAt(marked, 'elative', at + run - 1) > 0
  return degree && words[at + run]?.joined === true && countAt(marked, 'evaluation', at + run) > 0
}

function superlativeRun(marked: Marked, at: number): number {
  const { words, language } = marked.reading
  const ordinal = countAt(marked, 'ordinal', at)
  if (ordinal > 0 && words[at + ordinal]?.joined) {
    const ranked = plainRun(marked, at + ordinal)
    if (ranked > 0) return ordinal + ranked
  }
  const rank = countAt(marked, 'rank', at)
  const next = words[at + rank]
  if (rank > 0 && next?.joined) {
    const ordinals = countAt(marked, 'ordinal', at + rank)
    if (ordinals > 0) return rank + ordinals
    if (language !== null && FORMS_IN[language].rankTakesFigure && next.figure) return rank + 1
  }
  return plainRun(marked, at)
}

function plainRun(marked: Marked, at: number): number {
  const { language } = marked.reading
  const listed = countAt(marked, 'superlative', at)
  return RUN[language ?? 'ar'](marked, at, listed)
}

/** The words of a superlative, of which `listed` stand in a word list. Without a known language its form decides. */
type Run = (marked: Marked, at: number, listed: number) => number

const latinRun: Run = (marked, at, listed) => {
  const elative = countAt(marked, 'elative', at)
  const joined = marked.reading.words[at + 1]?.joined === true
  return elative > 0 && comesBefore(marked, 'ordinal', at) && joined ? elative + 1 : listed
}

const RUN: Record<CueLanguage, Run> = {
  en: latinRun,
  fr: latinRun,
  fa: (marked, at, listed) => Math.max(listed, persianRun(marked, at)),
  ar: (marked, at, listed) => (listed > 0 ? listed : arabicRun(marked, at)),
}

function persianRun({ reading }: Marked, at: number): number {
  const folded = reading.words[at]?.folded ?? ''
  const stem = folded.replace(/ين$/, '')
  if (stem.endsWith('تر') && folded.endsWith('ترين') && folded.length >= MIN_PERSIAN_STEM + 4) return 1
  const next = reading.words[at + 1]
  return next?.joined === true && next.folded === 'ترين' ? 2 : 0
}

/**
 * An elative before a noun, not before a preposition (أكبر من) or a specification (أكثر تعقيدا من). Its last letter
 * tells أولى from أولي (preliminary).
 */
function arabicRun(marked: Marked, at: number): number {
  const { reading } = marked
  const count = countAt(marked, 'elative', at)
  const word = reading.words[at]
  const next = reading.words[at + count]
  if (count === 0 || !word || !next?.joined || next.figure) return 0
  if (/^[وفبلك]?اولي$/.test(word.folded) && !/ى[\u064b-\u0652]*$/.test(written(reading, word))) return 0
  if (countAt(marked, 'smallWord', at + count) > 0 && next.folded !== 'ما') return 0
  const compared =
    /[اه]$/.test(next.folded) && /^(?:من|مما|بكثير|بقليل)$/.test(reading.words[at + count + 1]?.folded ?? '')
  return compared ? 0 : count
}
