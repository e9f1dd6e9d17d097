import { CONTROLS, type Direction, needsControls } from './direction'
import { closesFraction, type Figure, leadOf, settled, type Settled } from './figures'

/** Words of one form, as they were read. */
export type Words = {
  words: string
  figure?: Figure | undefined
  direction?: Direction | undefined
  /** Raised words of different groups are read apart. */
  group?: number
}

/** Raised words that may be the mark of a note; `start` and `end` are offsets in the passage's text. */
export type Mark = NonNullable<Settled['mark']> & { start: number; end: number }

export type Passage = {
  text: string
  /** The offset in `text` of an offset in the words as read; inside changed words, their start or end. */
  at: (offset: number, side: 'start' | 'end') => number
  marks: Mark[]
  /** A note mark at the very beginning; `end` is where the words behind it begin. */
  lead?: { label: string; end: number }
  /** Where raised or lowered words were written otherwise. */
  figures: { start: number; end: number }[]
}

/** Writes the words of one block as plain text. `around` is the direction of the block. */
export function passageOf(read: readonly Words[], around: Direction): Passage {
  const merged = mergedWords(read)
  const steps: Step[] = []
  const marks: Mark[] = []
  let lead: Passage['lead']
  let text = ''
  let from = 0
  const figures: Passage['figures'] = []
  merged.forEach((one, index) => {
    const { words } = one
    const start = text.length
    if (one.figure === undefined) text += words
    else {
      const written = writtenFigure(merged, index, text)
      if (text.trim() === '' && one.figure === 'raised' && index + 1 < merged.length) {
        const label = leadOf(words)
        if (label !== undefined) lead ??= { label, end: start + written.text.length }
      }
      if (written.mark) {
        const blank = written.text.length - written.text.trimStart().length
        marks.push({ ...written.mark, start: start + blank, end: start + written.text.trimEnd().length })
      }
      if (written.text !== words) figures.push({ start, end: start + written.text.length })
      text += written.text
    }
    steps.push({ from, to: from + words.length, start, end: text.length, same: text.slice(start) === words })
    from += words.length
  })
  const plain: Passage = { text, at: offsets(steps), marks, figures, ...(lead && { lead }) }
  return withControls(plain, read, around)
}

type Step = { from: number; to: number; start: number; end: number; same: boolean }

function writtenFigure(merged: readonly Words[], index: number, before: string): Settled {
  const { words, figure = 'raised' } = merged[index] ?? { words: '' }
  const tail = before.slice(-64)
  if (figure === 'lowered' && isBelow(merged, index) && closesFraction(words, tail)) return { text: words }
  const after = merged
    .slice(index + 1, index + 3)
    .map((next) => ({ text: next.words, lowered: next.figure === 'lowered' }))
  return settled(words, figure, tail, after)
}

/** Whether lowered words are the denominator of a raised numerator. */
const isBelow = (merged: readonly Words[], index: number) => merged[index - 2]?.figure === 'raised'

function mergedWords(read: readonly Words[]): Words[] {
  const merged: { words: string[]; figure: Figure | undefined; group: number }[] = []
  for (const { words, figure, group = 0 } of read) {
    const last = merged.at(-1)
    if (words === '') continue
    if (last && last.figure === figure && (figure === undefined || last.group === group))
      last.words.push(words)
    else merged.push({ words: [words], figure, group })
  }
  return merged.map(({ words, figure }) => ({ words: words.join(''), figure }))
}

function offsets(steps: readonly Step[]): Passage['at'] {
  return (offset, side) => {
    let [low, high] = [0, steps.length - 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((steps[middle]?.to ?? 0) < offset) low = middle + 1
      else high = middle
    }
    const step = steps[low]
    if (!step) return 0
    if (offset >= step.to) {
      const next = steps[low + 1]
      return side === 'start' && next ? next.start : step.end
    }
    if (offset <= step.from) return step.start
    return step.same ? step.start + offset - step.from : side === 'start' ? step.start : step.end
  }
}

/** Puts direction controls around the words that need them. */
function withControls(plain: Passage, read: readonly Words[], around: Direction): Passage {
  const inserted: { at: number; control: string; opens: boolean }[] = []
  let from = 0
  for (let index = 0; index < read.length;) {
    const { direction } = read[index] ?? {}
    let words = ''
    for (; index < read.length && read[index]?.direction === direction; index++)
      words += read[index]?.words ?? ''
    if (direction && needsControls(words, direction, around)) {
      const [open, close] = CONTROLS.isolate[direction]
      const blank = words.length - words.trimStart().length
      inserted.push({ at: plain.at(from + blank, 'start'), control: open, opens: true })
      inserted.push({ at: plain.at(from + words.trimEnd().length, 'end'), control: close, opens: false })
    }
    from += words.length
  }
  if (inserted.length === 0) return plain
  let text = ''
  let done = 0
  for (const { at, control } of inserted) {
    text += plain.text.slice(done, at) + control
    done = at
  }
  text += plain.text.slice(done)
  const moved = (at: number, side: 'start' | 'end') => {
    let [low, high] = [0, inserted.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((inserted[middle]?.at ?? 0) < at) low = middle + 1
      else high = middle
    }
    let count = low
    for (let index = low; inserted[index]?.at === at; index++)
      if (inserted[index]?.opens === (side === 'start')) count++
    return at + count
  }
  return {
    ...plain,
    text,
    at: (offset, side) => moved(plain.at(offset, side), side),
    marks: plain.marks.map((mark) => ({
      ...mark,
      start: moved(mark.start, 'start'),
      end: moved(mark.end, 'end'),
    })),
    figures: plain.figures.map(({ start, end }) => ({
      start: moved(start, 'start'),
      end: moved(end, 'end'),
    })),
    ...(plain.lead && { lead: { ...plain.lead, end: moved(plain.lead.end, 'start') } }),
  }
}
