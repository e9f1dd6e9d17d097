import { DeletedTextRun, InsertedTextRun, Tab, TextRun, type IRunOptions, type ParagraphChild } from 'docx'
import type { Wording } from '@/domain/marked-copy/shape'
import { looking, stretches } from '../docx/text'
import type { Direction } from '../office/direction'
import { xmlText } from '../office/xml-text'

/** A stretch of a text in one direction. */
type Stretch = { start: number; end: number; rtl: boolean }

/**
 * The stretches of a block, with offsets of the whole text; `from` is where the block begins. A stretch against the
 * direction of the block has no ends that would turn if it stood alone, so that it needs no controls.
 */
export function stretchesOf(words: string, from: number, direction: Direction): Stretch[] {
  const around = direction === 'rtl'
  const settled = stretches(words, direction).flatMap(({ text, rtl }) => {
    if (rtl === around) return [{ text, rtl }]
    const alone = stretches(text, direction)
    const own = (one: { rtl: boolean }) => one.rtl === rtl
    const [first, last] = [alone.findIndex(own), alone.findLastIndex(own)]
    if (first < 0) return [{ text, rtl: around }]
    const joined = (part: typeof alone) => part.map((one) => one.text).join('')
    return [
      { text: joined(alone.slice(0, first)), rtl: around },
      { text: joined(alone.slice(first, last + 1)), rtl },
      { text: joined(alone.slice(last + 1)), rtl: around },
    ].filter((one) => one.text !== '')
  })
  let at = from
  return settled.map(({ text, rtl }) => {
    const start = at
    at += text.length
    return { start, end: at, rtl }
  })
}

type Made = Pick<IRunOptions, 'text' | 'break' | 'children'>

/** Words as a run can hold them: a line break begins a run, and a tab is an element. */
function linesOf(words: string): Made[] {
  return xmlText(words)
    .split('\n')
    .map((line, index) => ({ line, index }))
    .filter(({ line, index }) => line !== '' || index > 0)
    .map(({ line, index }) => ({
      ...(index > 0 && { break: 1 }),
      children: line
        .split('\t')
        .flatMap((part, at) => [...(at > 0 ? [new Tab()] : []), ...(part === '' ? [] : [part])]),
    }))
}

const optionsOf = (words: string, rtl: boolean, language: string): IRunOptions[] =>
  linesOf(words).map((line) => ({ ...looking({}, rtl, language), ...line }))

/** The runs of a span, cut where the direction changes. */
function spanOptions(
  text: string,
  { start, end }: { start: number; end: number },
  all: readonly Stretch[],
  language: string,
): IRunOptions[] {
  return all
    .filter((one) => one.end > start && one.start < end)
    .flatMap(({ rtl, ...one }) =>
      optionsOf(text.slice(Math.max(start, one.start), Math.min(end, one.end)), rtl, language),
    )
}

type Context = { reading: string; stretches: readonly Stretch[]; language: string; direction: Direction }

/** Numbers tracked changes: each element of one needs an id of its own. */
export type NextId = () => number

const changed = ({ by, at }: Wording, id: number) => ({ id, author: by, date: secondsOf(at) })

/** ISO 8601 in UTC to the second, as word processors write it. */
const secondsOf = (at: string) => `${at.slice(0, 19)}Z`

export const keptRuns = (context: Context, span: { start: number; end: number }): ParagraphChild[] =>
  spanOptions(context.reading, span, context.stretches, context.language).map((run) => new TextRun(run))

export const removedRuns = (
  context: Context,
  span: { start: number; end: number; wording: Wording },
  nextId: NextId,
): ParagraphChild[] =>
  spanOptions(context.reading, span, context.stretches, context.language).map(
    (run) => new DeletedTextRun({ ...run, ...changed(span.wording, nextId()) }),
  )

export const addedRuns = (
  { language, direction }: Context,
  wording: Wording,
  nextId: NextId,
): ParagraphChild[] =>
  stretches(wording.words, direction)
    .flatMap(({ text, rtl }) => optionsOf(text, rtl, language))
    .map((run) => new InsertedTextRun({ ...run, ...changed(wording, nextId()) }))
