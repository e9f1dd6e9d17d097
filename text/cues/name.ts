import type { Cue, CueLanguage } from './cue'
import { type Marked, countAt } from './phrases'
import { type Reading, type Word, cueOfWords, startsWithCapital, written } from './reading'

/** The most words that a name takes after its head. */
const MAX_AFTER_HEAD = 6
const MAX_RUN = 12
const MAX_LINKS = 3
const LINKS = new Set(
  'of the for and de du des la le les l d et en on to in al el bin ibn van von der da do dos di y'.split(' '),
)
const DEFINITE = /^(?:و?ال|و?لل)\p{L}{2}/u

/** Named bodies, offices and places; in scripts with capitals also runs of capitalised words. */
export function nameCues(marked: Marked): Cue[] {
  const { words } = marked.reading
  const cues: Cue[] = []
  for (let at = 0; at < words.length;) {
    const run = marked.dated[at] === 1 ? 0 : nameRun(marked, at)
    if (run > 0) cues.push(cueOfWords(marked.reading, 'name', at, run))
    at += Math.max(1, run)
  }
  return cues
}

function nameRun(marked: Marked, at: number): number {
  const { words, language } = marked.reading
  const capitals = capitalRun(marked, at)
  const known = Math.max(
    countAt(marked, 'body', at),
    countAt(marked, 'place', at),
    countAt(marked, 'office', at),
  )
  const head = countAt(marked, 'bodyHead', at)
  const ownRun = language && RUNS[language]
  if (ownRun) return Math.max(capitals, ownRun(marked, at, known, head))
  if (head > 0) return head + afterLatinHead(marked, at + head)
  const goesOn = words[at + known]?.joined === true
  return known > capitals ? known + (goesOn ? capitalsFrom(marked, at + known) : 0) : capitals
}

/** The words that a head governs: the capitals after its links, else one word (`ministère de la santé`). */
function afterLatinHead(marked: Marked, at: number): number {
  const { words } = marked.reading
  let links = 0
  while (links < MAX_LINKS && words[at + links]?.joined && LINKS.has(words[at + links]?.folded ?? '')) links++
  if (!words[at + links]?.joined) return 0
  return links + Math.max(1, capitalsFrom(marked, at + links))
}

/** A head or an office with the next word and the definite words after it: مركز الأمم المتحدة الإقليمي. */
function arabicRun(marked: Marked, at: number, known: number, head: number): number {
  const { words } = marked.reading
  const office = countAt(marked, 'office', at)
  const governs = head > 0 && known <= head && !DEFINITE.test(words[at]?.folded ?? '')
  if (!governs && office === 0) {
    if (head > 0 && known === 0) return isDefinite(words[at + head]) ? definiteEnd(marked, at + head) - at : 0
    return known
  }
  const governed = at + Math.max(head, office)
  if (governed - at > 1) return Math.max(known, definiteEnd(marked, governed) - at)
  const next = words[governed]
  const another = next?.folded.startsWith('و') && countAt(marked, 'office', governed) > 0
  if (!next?.joined || next.figure || another || countAt(marked, 'smallWord', governed) > 0) {
    return office > 0 && DEFINITE.test(words[at]?.folded ?? '') ? office : known > office ? known : 0
  }
  return Math.max(known, definiteEnd(marked, governed + 1) - at)
}

function isDefinite(word: Word | undefined): boolean {
  return word?.joined === true && DEFINITE.test(word.folded)
}

function definiteEnd(marked: Marked, at: number): number {
  const { words } = marked.reading
  let after = at
  while (after - at < MAX_AFTER_HEAD && isDefinite(words[after]) && marked.dated[after] !== 1) {
    if (countAt(marked, 'smallWord', after) > 0) break
    after++
  }
  return after
}

function persianRun(marked: Marked, at: number, known: number, head: number): number {
  const { words } = marked.reading
  const governing = Math.max(head, countAt(marked, 'office', at))
  if (governing === 0 || known > governing) return known
  const next = words[at + governing]
  const goesOn = next?.joined === true && !next.figure && countAt(marked, 'smallWord', at + governing) === 0
  return goesOn ? governing + 1 : known
}

/** Languages without capitals to mark names. */
const RUNS: Partial<Record<CueLanguage, typeof arabicRun>> = { ar: arabicRun, fa: persianRun }

/** Capitalised words from here. At the start of a sentence, they must clearly be a name. */
function capitalRun(marked: Marked, at: number): number {
  const { reading } = marked
  const word = reading.words[at]
  if (!word || word.figure || !startsWithCapital(reading, word)) return 0
  if (word.folded.length === 1 && !reading.words[at + 1]?.joined) return 0
  const small = countAt(marked, 'smallWord', at) > 0
  if (small && (word.opens || word.folded.length <= 3) && !isAcronym(reading, word)) return 0
  if (!word.opens || isAcronym(reading, word)) return capitalsFrom(marked, at)
  const next = reading.words[at + 1]
  return next?.joined && !next.figure && startsWithCapital(reading, next) ? capitalsFrom(marked, at) : 0
}

function isAcronym(reading: Reading, word: Word): boolean {
  return word.to - word.from >= 2 && /^\p{Lu}{2,}/u.test(written(reading, word))
}

/** The number of words in a run of capitals from here, with only small links between them. */
function capitalsFrom(marked: Marked, at: number): number {
  const { reading, dated } = marked
  let after = at
  let next = at
  while (next - at < MAX_RUN) {
    const word = reading.words[next]
    if (!word || (next > at && !word.joined) || dated[next] === 1) break
    if (!word.figure && startsWithCapital(reading, word)) after = next + 1
    else if (after === at || !LINKS.has(word.folded)) break
    next++
  }
  return after - at
}
