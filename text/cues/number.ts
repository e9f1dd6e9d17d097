import type { Cue } from './cue'
import { type Marked, countAt } from './phrases'
import { type Word, cueOver, foldedWords } from './reading'

const MONEY = '$€£¥₽₹₺₸﷼'
const SHARES = '%٪‰'
const AND = new Set(['and', 'et', 'و'])
/** Units written directly after a figure. */
const ENDINGS = new Set(
  'm mn bn b k tn km kg g cm mm ml l ha mw gw kw kwh mwh mph kmh kph pc c f h x pp t md كم كلم كغ م سم ه'.split(
    ' ',
  ),
)
/** Particles written directly before a figure. */
const PARTICLES = /^[وف]?(?:ال|لل|[بلك]|بال|كال)?$/
const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th', 'e', 'er', 'eme'])
/** Names whose figure is not a quantity. */
const NUMBERED = new Set(['covid', 'كوفيد', 'كوفيد-', 'article', 'ماده', 'page', 'boeing'])

/** Figures and number words, with their unit, share or currency sign; excludes the words of dates. */
export function numberCues(marked: Marked): Cue[] {
  const { words, folded } = marked.reading
  const cues: Cue[] = []
  // The end of the previous cue, because a sign between two figures belongs to one of them.
  let taken = 0
  for (let at = 0; at < words.length;) {
    const run = numberRun(marked, at)
    const first = words[at]
    const last = words[at + run - 1]
    if (run === 0 || !first || !last) {
      at++
      continue
    }
    const begun = beginning(marked, at)
    const from = begun < taken ? first.from : begun
    taken = shareAfter(folded, last)
    const cue = cueOver(marked.reading, 'number', from, taken)
    cues.push(isSlight(marked, at, run, taken > last.to) ? { ...cue, slight: true } : cue)
    at += run
  }
  return cues
}

/** The number of words in the number that begins here; 0 when none does. */
function numberRun(marked: Marked, at: number): number {
  const { words } = marked.reading
  let after = at
  let strong = false
  for (;;) {
    let next = after
    if (next > at) {
      if (!words[next]?.joined) break
      if (AND.has(words[next]?.folded ?? '') && words[next + 1]?.joined) next++
    }
    const part = partAt(marked, next)
    if (part.count === 0 || (next > at && part.figure && !groups(marked, after, next))) break
    strong ||= part.strong
    after = next + part.count
  }
  if (after === at) return 0
  const unit = words[after]?.joined === true ? countAt(marked, 'unit', after) : 0
  const counted = strong || (unit > 0 && words[at]?.folded !== 'a')
  return counted ? after - at + unit : 0
}

/** Up to this, a number without a unit counts few things. */
const FEW = 12
const SMALL_NUMBERS = new Set(
  foldedWords(
    `two three four five six seven eight nine ten eleven twelve dozen اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي ثلاث ثلاثة أربع
    أربعة خمس خمسة ست ستة سبع سبعة ثماني ثمانية ثمان تسع تسعة عشر عشرة ألف مئة deux trois quatre cinq six sept huit dix douze
    دو سه چهار پنج شش هفت هشت ده`,
  ),
)

/** Whether a number is small and alone, or counts years, or the speaker's own points and minutes. */
function isSlight(marked: Marked, at: number, run: number, hasSign: boolean): boolean {
  const { words } = marked.reading
  const counted = words[at + run]?.joined === true
  if (counted && (countAt(marked, 'allowance', at + run) > 0 || countAt(marked, 'span', at + run) > 0))
    return true
  if (words[at]?.joined && countAt(marked, 'span', at - 1) > 0) return true
  const [word] = words.slice(at, at + run)
  if (run > 1 || hasSign || !word) return false
  if (word.figure) return Number(word.folded) <= FEW
  return SMALL_NUMBERS.has(word.folded.replace(/^[وف](?=.{3})/, '')) || SMALL_NUMBERS.has(word.folded)
}

type Part = { count: number; strong: boolean; figure: boolean }
const NOTHING: Part = { count: 0, strong: false, figure: false }

function partAt(marked: Marked, at: number): Part {
  const { words } = marked.reading
  const word = words[at]
  if (!word || marked.dated[at] === 1) return NOTHING
  if (!word.figure) {
    const count = countAt(marked, 'number', at)
    if (count > 0) return { count, strong: true, figure: false }
    return { count: countAt(marked, 'weakNumber', at), strong: false, figure: false }
  }
  const before = words[at - 1]
  if (before && !before.figure && isBoundTo(marked, at)) return NOTHING
  if (before && NUMBERED.has(before.folded) && word.joined) return NOTHING
  const next = words[at + 1]
  if (next?.from !== word.to) return { count: 1, strong: true, figure: true }
  if (ENDINGS.has(next.folded)) return { count: 2, strong: true, figure: true }
  const latin = /^[a-z]/.test(next.folded)
  return latin || ORDINAL_ENDINGS.has(next.folded) ? NOTHING : { count: 1, strong: true, figure: true }
}

/** Whether a figure belongs to a name (`G20`, `COVID-19`); an attached particle does not make it one (`بـ20`). */
function isBoundTo(marked: Marked, at: number): boolean {
  const { words, folded } = marked.reading
  const [before, word] = [words[at - 1], words[at]]
  if (!before || !word || !/^[-‐–]?$/.test(folded.slice(before.to, word.from))) return false
  return !PARTICLES.test(before.folded) && countAt(marked, 'unit', at - 1) === 0
}

/** Whether a three-digit figure after a space continues the number before it: `12 000`. */
function groups(marked: Marked, after: number, next: number): boolean {
  const { words, folded } = marked.reading
  const before = words[after - 1]
  const word = words[next]
  if (!before?.figure || !word || next !== after) return false
  const space = folded.slice(before.to, word.from) === ' '
  return (
    space &&
    /^\d{3}$/.test(before.folded.slice(-3)) === before.folded.length >= 3 &&
    /^\d{3}(?:,\d+)?$/.test(word.folded)
  )
}

/** The start of a number, including an attached currency sign, minus sign or particle. */
function beginning({ reading }: Marked, at: number): number {
  const { words, folded } = reading
  let from = words[at]?.from ?? 0
  const particle = words[at - 1]
  if (particle?.to === from && words[at]?.figure && !particle.figure) return particle.from
  const before = folded.charAt(from - 1)
  if (MONEY.includes(before) && before !== '') from--
  else if (before === ' ' && from > 1 && MONEY.includes(folded.charAt(from - 2))) from -= 2
  if (/[-−+]/.test(folded.charAt(from - 1)) && /^$|[\s(]/.test(folded.charAt(from - 2))) from--
  return from
}

function shareAfter(folded: string, word: Word): number {
  const signs = SHARES + MONEY
  const next = folded.charAt(word.to)
  if (next !== '' && signs.includes(next)) return word.to + 1
  const second = folded.charAt(word.to + 1)
  const belongsOn = /\d/.test(folded.charAt(word.to + 2))
  return next === ' ' && second !== '' && signs.includes(second) && !belongsOn ? word.to + 2 : word.to
}
