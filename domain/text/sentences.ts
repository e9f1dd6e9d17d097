import type { Block } from './blocks'

export type Sentence = { start: number; end: number; block: number }

export function sentencesOf(text: string, blocks: readonly Block[], language: string): Sentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  return blocks.flatMap((block, index) =>
    [...segmenter.segment(text.slice(block.start, block.end))].flatMap(({ segment, index: at }) => {
      const trimmed = segment.trim()
      const start = block.start + at + segment.indexOf(trimmed)
      return trimmed ? [{ start, end: start + trimmed.length, block: index }] : []
    }),
  )
}
