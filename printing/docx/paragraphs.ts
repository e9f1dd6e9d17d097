import { Paragraph, type IParagraphOptions, type ParagraphChild } from 'docx'
import { directionOfSaid, type Direction } from '../office/direction'
import { said, type Said } from '../outline/shape'
import { childrenOf, inlineOf, runsOf, type Look } from './text'

type More = Omit<IParagraphOptions, 'children' | 'text' | 'bidirectional' | 'style' | 'alignment'>

/** A paragraph in one direction. It sets no alignment, so Word aligns it to the start of that direction. */
export function paragraph(
  style: string,
  direction: Direction,
  children: readonly ParagraphChild[],
  more: More = {},
): Paragraph {
  return new Paragraph({ style, ...more, ...(direction === 'rtl' && { bidirectional: true }), children })
}

/** A paragraph of the report's own words. */
export const own = (style: string, direction: Direction, text: string, look?: Look, more?: More) =>
  paragraph(style, direction, runsOf(said(text), direction, look), more)

/** A paragraph of other people's words, in the direction of those words. */
export const typed = (style: string, words: Said, around: Direction, more?: More) =>
  paragraph(style, directionOfSaid(words, around), childrenOf(words, around), more)

/** A label and its value, in the report's direction. */
export const labelled = (style: string, direction: Direction, label: string, words: Said) =>
  paragraph(style, direction, [
    ...runsOf(said(`${label} `), direction, { bold: true }),
    ...inlineOf(words, direction),
  ])

/** Joins words with a dot between them. */
export const joined = (style: string, direction: Direction, pieces: readonly Said[]) =>
  paragraph(
    style,
    direction,
    pieces.flatMap((piece, index) => [
      ...(index > 0 ? runsOf(said(' · '), direction) : []),
      ...inlineOf(piece, direction),
    ]),
  )
