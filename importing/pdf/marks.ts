import { isRightToLeft } from './letters'
import type { Run } from './runs'

const ONLY_MARKS = /^\s*\p{M}+\s*$/u

const isMarks = ({ text }: Run) => ONLY_MARKS.test(text) && isRightToLeft(text)

/**
 * The runs of a row, from left to right. A vowel sign that is painted by itself over a right-to-left letter follows
 * that letter, wherever over it the sign stands.
 */
export function fromLeft(row: readonly Run[]): Run[] {
  const runs = [...row].sort((a, b) => a.x - b.x)
  for (const mark of runs.filter(isMarks)) {
    const middle = mark.x + mark.width / 2
    const under = runs.findIndex(
      (run) => !isMarks(run) && isRightToLeft(run.text) && run.x <= middle && middle <= run.x + run.width,
    )
    const letters = runs[under]
    if (!letters) continue
    runs[under] = { ...letters, text: withMark(letters, mark.text.trim(), middle) }
    runs.splice(runs.indexOf(mark), 1)
  }
  return runs
}

/** Puts a sign behind the letter below it; the letters share the width of their run. */
function withMark({ text, x, width }: Run, sign: string, middle: number): string {
  const letters = [...text.matchAll(/\P{M}\p{M}*/gu)].map(([letter]) => letter)
  const share = width > 0 ? (x + width - middle) / width : 0
  const at = Math.min(letters.length - 1, Math.floor(share * letters.length))
  return letters.map((letter, index) => (index === at ? letter + sign : letter)).join('')
}
