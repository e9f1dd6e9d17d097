'use client'

import { useMemo } from 'react'
import type { Block } from '@/text/blocks'
import type { ShownBlock } from './article-text/text-block'

type Given = { reading: string; headlineStart: number; blocks: Block[]; sentences: string }

/** The headline as a block, and what the word cursor can move by. */
export function useTextUnits({ reading, headlineStart, blocks, sentences }: Given) {
  const headline = useMemo(
    (): ShownBlock[] =>
      reading.length > headlineStart ? [{ kind: 'headline', start: headlineStart, end: reading.length }] : [],
    [headlineStart, reading],
  )
  const units = useMemo(
    () => ({
      sentences: (JSON.parse(sentences) as [number, number][]).map(([start, end]) => ({ start, end })),
      paragraphs: [...headline, ...blocks],
    }),
    [blocks, headline, sentences],
  )
  return { headline, units }
}
