import { Paragraph, type IParagraphOptions, type ParagraphChild } from 'docx'
import { directionOfSaid, type Direction } from '../office/direction'
import { said, type Said } from '../outline/shape'
import { childrenOf, inlineOf, runsOf, type Look } from './text'

type More = Omit<IParagraphOptions, 'children' | 'text' | 'bidirectional' | 'style' | 'alignment'>

/** A paragraph of a style that runs one way. It is aligned by none: start is where its direction begins. */
export function paragraph(
  style: string,
  direction: Direction,
  children: readonly ParagraphChild[],
  more: More = {},
): Paragraph {
  return new Paragraph({ style, ...more, ...(direction === 'rtl' && { bidirectional: true }), children })
}

/** The report's own words. */
export const own = (style: string, direction: Direction, text: string, look?: Look, more?: More) =>
  paragraph(style, direction, runsOf(said(text), direction, look), more)

/** What others wrote, in a paragraph that runs as their words do. */
export const typed = (style: string, words: Said, around: Direction, more?: More) =>
  paragraph(style, directionOfSaid(words, around), childrenOf(words, around), more)

/** A label and what it names, in the report's direction. */
export const labelled = (style: string, direction: Direction, label: string, words: Said) =>
  paragraph(style, direction, [
    ...runsOf(said(`${label} `), direction, { bold: true }),
    ...inlineOf(words, direction),
  ])

/** Words set one after another with a dot between. */
export const joined = (style: string, direction: Direction, pieces: readonly Said[]) =>
  paragraph(
    style,
    direction,
    pieces.flatMap((piece, index) => [
      ...(index > 0 ? runsOf(said(' · '), direction) : []),
      ...inlineOf(piece, direction),
    ]),
  )
