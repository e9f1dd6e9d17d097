import { closesFraction, type Figure, settled } from '../form/figures'
import { withoutBlankBeforeSigns } from './letters'
import type { Run } from './runs'

/** Shares of the size of the letters around: how small raised and lowered words are, and how far from the baseline. */
export const SMALL = 0.8
const UP = 0.15
const DOWN = 0.05
const LONGEST = 20

/** One run of a line, in the order in which it is read. */
export type Part = { text: string; blank: boolean; figure?: Figure | undefined }

/** Tells which runs of a line are raised or lowered, against the size and baseline that most of its letters have. */
export function figureIn(runs: readonly Run[]): (run: Run) => Figure | undefined {
  const letters = (run: Run) => run.text.trim().length
  const usual = runs.reduce<Run | undefined>((most, run) => {
    const of = (one: Run) =>
      runs.reduce((sum, other) => sum + (other.size === one.size ? letters(other) : 0), 0)
    return most && of(most) >= of(run) ? most : run
  }, undefined)
  return ({ text, size, y }) => {
    if (!usual || size > SMALL * usual.size || text.trim().length > LONGEST) return undefined
    const by = (y - usual.y) / usual.size
    return by > UP ? 'raised' : by < -DOWN ? 'lowered' : undefined
  }
}

/** The words of a line; `figures` counts the raised and lowered ones that are written otherwise. */
export function wordsOf(parts: readonly Part[]): { text: string; figures: number } {
  let text = ''
  let figures = 0
  parts.forEach(({ text: words, blank, figure }, index) => {
    const before = blank && index > 0 ? `${text} ` : text
    const after = parts.slice(index + 1, index + 3).map((next) => ({
      text: next.text.trim(),
      lowered: next.figure === 'lowered',
    }))
    const plain = figure === undefined || (figure === 'lowered' && closesFraction(words, before))
    const written = plain ? words : settled(words, figure, before.slice(-64), after).text
    if (written !== words) figures++
    text = before + written
  })
  return { text: withoutBlankBeforeSigns(text.replace(/[ \t\u00a0]+/g, ' ').trim()), figures }
}
