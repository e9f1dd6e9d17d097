import makeBidi from 'bidi-js'
import { ExternalHyperlink, TextRun, type IRunPropertiesOptions, type ParagraphChild } from 'docx'
import { directionOf } from '@/text/direction'
import { linkOf } from '../office/link'
import { xmlText } from '../office/xml-text'
import { directionOfSaid, type Direction } from '../office/direction'
import type { Said } from '../outline/shape'

export type Look = Pick<
  IRunPropertiesOptions,
  'bold' | 'color' | 'style' | 'shading' | 'underline' | 'superScript'
>

const bidi = makeBidi()

/** Splits a text into runs of one direction (UAX 9), in logical order. */
export function stretches(text: string, base: Direction): { text: string; rtl: boolean }[] {
  const { levels } = bidi.getEmbeddingLevels(text, base)
  const found: { text: string; rtl: boolean }[] = []
  for (let at = 0; at < text.length; at++) {
    const rtl = (levels[at] ?? 0) % 2 === 1
    const last = found.at(-1)
    if (last?.rtl === rtl) last.text += text.charAt(at)
    else found.push({ text: text.charAt(at), rtl })
  }
  return found
}

/** The run properties for one direction. A left-to-right run gets none for complex scripts. */
export function looking(look: Look, rtl: boolean, language: string | null): IRunPropertiesOptions {
  const own = language !== null && (directionOf(language) === 'rtl') === rtl ? language : null
  if (rtl)
    return {
      ...look,
      boldComplexScript: look.bold,
      rightToLeft: true,
      language: { bidirectional: own ?? 'ar' },
    }
  return {
    ...look,
    ...(look.bold !== undefined && { boldComplexScript: false }),
    ...(own !== null && { language: { value: own } }),
  }
}

/** Converts words to runs of one direction each, and keeps line breaks. */
export function runsOf(said: Said, around: Direction, look: Look = {}): TextRun[] {
  const text = xmlText(said.text).replace(/\r\n?/g, '\n')
  return stretches(text, directionOfSaid(said, around)).flatMap((stretch) =>
    stretch.text
      .split('\n')
      .map((line, index) => ({ line, index }))
      .filter(({ line, index }) => line !== '' || index > 0)
      .map(
        ({ line, index }) =>
          new TextRun({
            ...looking(look, stretch.rtl, said.language),
            text: line,
            ...(index > 0 && { break: 1 }),
          }),
      ),
  )
}

/** The same, but a web address becomes a link. */
export function childrenOf(said: Said, around: Direction, look: Look = {}): ParagraphChild[] {
  const link = said.address ? linkOf(said.text) : null
  if (link !== null)
    return [new ExternalHyperlink({ link, children: runsOf(said, around, { ...look, style: 'Hyperlink' }) })]
  return runsOf(said, around, said.code ? { ...look, style: 'Code' } : look)
}

/** Invisible direction marks: LRM and RLM. */
const MARKS = { ltr: '\u200e', rtl: '\u200f' } as const

/**
 * The same for a paragraph in the other direction. Two marks enclose the words, so punctuation and digits at their ends
 * stay with them. Some programs look only at the whole paragraph, not at its runs.
 */
export function inlineOf(said: Said, around: Direction, look: Look = {}): ParagraphChild[] {
  const direction = directionOfSaid(said, around)
  const children = childrenOf(said, around, look)
  return direction === around ? children : [markRun(direction), ...children, markRun(direction)]
}

export const markRun = (direction: Direction) =>
  new TextRun({ text: MARKS[direction], ...(direction === 'rtl' && { rightToLeft: true }) })
