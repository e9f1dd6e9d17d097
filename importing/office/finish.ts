import type { Block } from '@/text/blocks'
import { byBlock } from '../form/by-block'
import type { CellPlace } from './grid'
import { type BoundaryPoint, type Cut, overlaps, withoutCuts } from './points'

export type Style = Pick<Block, 'kind' | 'level'> & {
  place?: CellPlace | undefined
  title?: boolean
  /** It belongs to the text of an article, so that it is no byline above it. */
  running?: boolean
}

/** The style of the paragraphs of an article that the desk writes, so that it finds each of them again. */
export const ARTICLE_TEXT = /^article ?text$/i

export type Finished = {
  text: string
  blocks: Block[]
  /** The final offset of the point, in UTF-16 units of the text. */
  at: (point: BoundaryPoint) => number
}

type Left = {
  /** The indexes of blocks that are no part of the text. */
  omitted: ReadonlySet<number>
  cuts: readonly Cut[]
  /** Raised and lowered words that were written otherwise. */
  figures: readonly Cut[]
}

/**
 * The text of written blocks without the omitted blocks and the cut words, and how many figures of it were written
 * otherwise. A point in what is left out moves to where the text continues.
 */
export function finishedOf(
  written: readonly { style: Style; text: string }[],
  { omitted, cuts, figures }: Left,
): Finished & { figures: number } {
  const cutIn = byBlock(cuts)
  const isCut = ({ start, end }: Cut) =>
    omitted.has(start.block) || cutIn.get(start.block)?.some((cut) => overlaps(cut, { start, end }))
  const starts: number[] = []
  const kept: ((offset: number) => number)[] = []
  const blocks: Block[] = []
  const texts: string[] = []
  let at = 0
  written.forEach(({ style, text }, index) => {
    starts.push(at)
    const left = withoutCuts(text, cutIn.get(index) ?? [])
    kept.push(left.at)
    if (omitted.has(index) || left.text === '') return
    const { kind, level, place } = style
    const form = { kind, ...(level !== undefined && { level }), ...(place?.cell && { cell: place.cell }) }
    blocks.push({ ...form, start: at, end: at + left.text.length })
    texts.push(left.text)
    at += left.text.length + 2
  })
  const text = texts.join('\n\n')
  return {
    text,
    blocks,
    figures: figures.filter((one) => !isCut(one)).length,
    at: (point) => {
      const start = starts[point.block] ?? text.length
      const within = omitted.has(point.block) ? 0 : (kept[point.block]?.(point.offset) ?? 0)
      return Math.min(start + within, text.length)
    },
  }
}
