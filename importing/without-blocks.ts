import { assemble } from './assemble'
import type { Incoming } from './incoming'

type Read = Pick<Incoming, 'text' | 'blocks' | 'notes' | 'links'>

/**
 * A text without some of its blocks. Links on their words go with them; notes stay, without words.
 * @param dropped indexes in `blocks`
 */
export function withoutBlocks<Given extends Read>(given: Given, dropped: ReadonlySet<number>): Given {
  if (dropped.size === 0) return given
  const kept = given.blocks.flatMap((block, index) => (dropped.has(index) ? [] : [block]))
  const { text, blocks } = assemble(
    kept.map(({ kind, level, cell, start, end }) => ({
      kind,
      level,
      cell,
      text: given.text.slice(start, end),
    })),
  )
  const at = (offset: number): number | null => {
    const index = kept.findLastIndex(({ start }) => start <= offset)
    const [before, now] = [kept[index], blocks[index]]
    return before && now && offset <= before.end ? now.start + offset - before.start : null
  }
  const spanOf = ({ start, end }: { start: number; end: number }) => {
    const [from, to] = [at(start), at(end)]
    return from === null || to === null ? null : { start: from, end: to }
  }
  return {
    ...given,
    text,
    blocks,
    notes: given.notes.map((note) => ({ ...note, ...(spanOf(note) ?? { start: 0, end: 0 }) })),
    links: given.links?.flatMap((link) => {
      const span = spanOf(link)
      return span ? [{ ...link, ...span }] : []
    }),
  }
}
