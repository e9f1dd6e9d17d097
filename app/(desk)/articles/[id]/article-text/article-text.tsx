'use client'

import { useMemo } from 'react'
import type { TextLink } from '@/domain/revision/links/links'
import { withinBlocks } from '@/text/segments'
import { partsOf } from '@/text/tables'
import type { CuedSentence } from '../article-place'
import { TextBlock, type MarkedClaim, type ShownBlock } from './text-block'
import { signOf } from './text-link'
import { firstOf, TextTable } from './text-table'
import { useGrowing } from './use-growing'
import './article-text.css'

type Props = {
  text: string
  blocks: ShownBlock[]
  claims: MarkedClaim[]
  /** Undecided sentences to mark, in order. They overlap neither each other nor any claim. */
  open?: CuedSentence[]
  /** The links of the text that may be opened, in order. */
  links?: TextLink[]
  selectedId: string | null
  /** The claim whose number is the tab stop; arrow keys lead to the other numbers. */
  stopId?: string | null
  onSelect: (number: number) => void
  /** Called with the position of a pressed undecided sentence. */
  onPoint?: (position: number) => void
}

const NONE: CuedSentence[] = []
const NO_CLAIMS: MarkedClaim[] = []
const NO_LINKS: TextLink[] = []
/**
 * How many blocks, claims, open sentences and links together the server and the first paint render. The browser adds
 * the rest of a longer text.
 */
const FIRST_PARTS = 120

/** Splits the number of rendered parts over the blocks. All blocks are complete except the last one. */
function shares(parts: readonly number[], rendered: number): number[] {
  const shown: number[] = []
  let left = rendered
  for (const own of parts) {
    if (left <= 0) break
    shown.push(own > left ? left : Infinity)
    left -= own
  }
  return shown
}

/**
 * The claim that a press on marked words selects: the innermost one, and with each further press the next one around
 * it.
 */
function pressedClaim(
  target: Element,
  claims: MarkedClaim[],
  selectedId: string | null,
): MarkedClaim | undefined {
  const around: string[] = []
  for (
    let mark = target.closest<HTMLElement>('[data-claim-id]');
    mark;
    mark = mark.parentElement?.closest<HTMLElement>('[data-claim-id]') ?? null
  )
    around.push(mark.dataset.claimId ?? '')
  const next = around[(around.indexOf(selectedId ?? '') + 1) % around.length]
  return claims.find((claim) => claim.id === next)
}

const ofSome = (claims: readonly MarkedClaim[], id: string | null) =>
  id !== null && claims.some((claim) => claim.id === id) ? id : null

/**
 * The article's words with a mark for each claim. Only blocks whose claims changed render again. The claim numbers are
 * buttons and the signs behind linked words are links; clicking the words is a shortcut for pointers, and on a claim it
 * selects the claim.
 */
export function ArticleText({
  text,
  blocks,
  claims,
  open = NONE,
  links = NO_LINKS,
  selectedId,
  stopId = null,
  onSelect,
  onPoint,
}: Props) {
  const perBlock = useMemo(() => withinBlocks(blocks, claims), [blocks, claims])
  const openPerBlock = useMemo(() => withinBlocks(blocks, open), [blocks, open])
  const linksPerBlock = useMemo(() => withinBlocks(blocks, links), [blocks, links])
  const parts = useMemo(() => {
    const all = [perBlock, openPerBlock, linksPerBlock]
    return blocks.map((_, index) => all.reduce((sum, own) => sum + (own[index]?.length ?? 0), 1))
  }, [blocks, perBlock, openPerBlock, linksPerBlock])
  const whole = useMemo(() => parts.reduce((sum, one) => sum + one, 0), [parts])
  const rendered = useGrowing(whole, FIRST_PARTS)
  const shown = useMemo(() => shares(parts, rendered), [parts, rendered])
  const laid = useMemo(() => partsOf(blocks.map(({ cell }, index) => ({ cell, index }))), [blocks])
  const drawn = (index: number) => {
    const [block, own] = [blocks[index], perBlock[index] ?? NO_CLAIMS]
    return (
      block && (
        <TextBlock
          key={block.start}
          text={text}
          block={block}
          claims={own}
          open={openPerBlock[index] ?? NONE}
          links={linksPerBlock[index] ?? NO_LINKS}
          most={shown[index] ?? Infinity}
          selectedId={ofSome(own, selectedId)}
          stopId={ofSome(own, stopId)}
          onSelect={onSelect}
        />
      )
    )
  }
  return (
    <div
      onClick={(event) => {
        if (!window.getSelection()?.isCollapsed) return
        const claim = pressedClaim(event.target as Element, claims, selectedId)
        const sentence = (event.target as Element).closest<HTMLElement>('[data-open]')
        if (claim) return onSelect(claim.number)
        const sign = signOf(event.target as Element)
        if (sign) sign.click()
        else if (sentence) onPoint?.(Number(sentence.dataset.open))
      }}
    >
      {laid.map((part) =>
        part.table ? (
          <TextTable
            key={`table-${firstOf(part.table)}`}
            table={part.table}
            until={shown.length}
            draw={drawn}
          />
        ) : (
          part.block.index < shown.length && drawn(part.block.index)
        ),
      )}
    </div>
  )
}
