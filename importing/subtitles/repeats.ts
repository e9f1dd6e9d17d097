import type { Cue, CueLine } from './cues'

type Line = CueLine & Pick<Cue, 'start' | 'end'>
type Placed = Line & { cue: number; rolls: boolean }

/** Seconds within which two times are the same. */
const SAME_TIME = 0.15
/** No screen shows more lines. */
const ON_SCREEN = 12
const SCRIPTS = [
  'Arabic',
  'Latin',
  'Cyrillic',
  'Hebrew',
  'Greek',
  'Han',
  'Hangul',
  'Devanagari',
  'Thai',
] as const
const LETTERS = SCRIPTS.map((script) => ({ script, letter: new RegExp(`\\p{Script=${script}}`, 'gu') }))

/**
 * The lines of all captions, each said once. Live captions show a line again while the next one appears, and films in
 * two languages show both at once: of those, the language with more lines stays, or the upper one. Both are counted.
 */
export function withoutRepeats(cues: readonly Cue[]): {
  lines: Line[]
  repeated: number
  otherLanguage: number
} {
  const ordered = [...cues].sort((a, b) => a.start - b.start)
  const all = ordered.flatMap((cue, index) =>
    cue.lines.map((line) => {
      return { ...line, cue: index, start: cue.start, end: cue.end, rolls: rolls(cue) }
    }),
  )
  const { lines: one, left: otherLanguage } = inOneLanguage(all)
  const lines: Line[] = []
  let repeated = 0
  let shown: Placed[] = []
  for (const line of one) {
    shown = shown.filter(({ end }) => end >= line.start - SAME_TIME).slice(-ON_SCREEN)
    const again = shown.find(
      (other) =>
        other.words === line.words && other.cue !== line.cue && (line.start < other.end || line.rolls),
    )
    if (again) {
      again.end = Math.max(again.end, line.end)
      again.cue = line.cue
      repeated++
    } else {
      lines.push(line)
      shown.push({ ...line })
    }
  }
  return { lines, repeated, otherLanguage }
}

/** Whether a caption may carry a line of the one before it: it has a further line, or is gone at once. */
const rolls = ({ lines, start, end }: Cue) => lines.length > 1 || end - start <= SAME_TIME

function inOneLanguage(lines: Placed[]): { lines: Placed[]; left: number } {
  const scripts = lines.map(({ words }) => scriptOf(words))
  const main = mainOf(scripts)
  const other = lines.map((line, index) => {
    const script = scripts[index]
    if (script === null || script === main) return false
    return near(lines, index).some((at) => scripts[at] === main && overlap(line, lines[at]))
  })
  const left = other.filter(Boolean).length
  // A single foreign line, such as a sign in the picture, is no second language.
  if (left * 3 < lines.length) return { lines, left: 0 }
  return { lines: lines.filter((_, index) => !other[index]), left }
}

const NEIGHBOURS = 6

function near(lines: readonly Line[], index: number): number[] {
  const found: number[] = []
  for (let at = index - NEIGHBOURS; at <= index + NEIGHBOURS; at++)
    if (at !== index && lines[at]) found.push(at)
  return found
}

/** Whether the two are shown together for most of the shorter one's time. */
function overlap(one: Line, other: Line | undefined): boolean {
  if (!other) return false
  const together = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return together > 0 && together * 2 >= Math.min(one.end - one.start, other.end - other.start)
}

function mainOf(scripts: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>()
  for (const script of scripts) if (script) counts.set(script, (counts.get(script) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}

function scriptOf(words: string): string | null {
  const counts = LETTERS.map(({ script, letter }) => ({ script, count: words.match(letter)?.length ?? 0 }))
  const most = counts.reduce((best, next) => (next.count > best.count ? next : best))
  return most.count > 0 ? most.script : null
}
