'use client'

import { memo, useMemo, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { StatusIcon } from '@/components/claim/status'
import { EarlyButton } from '@/components/early/parts'
import type { ClaimStatus } from '@/domain/claim/statuses'
import type { Block } from '@/text/blocks'
import type { Span } from '@/text/locate'
import { segmentText, withinBlocks } from '@/text/segments'
import type { CuedSentence } from '../article-place'
import { useGrowing } from './use-growing'
import './article-text.css'

export type MarkedClaim = {
  id: string
  number: number
  status: ClaimStatus
  start: number
  end: number
}

/** A block of the text, or the headline. */
export type ShownBlock = Omit<Block, 'kind'> & { kind: Block['kind'] | 'headline' }

type Props = {
  text: string
  blocks: ShownBlock[]
  claims: MarkedClaim[]
  /** Undecided sentences to mark, in order. They overlap neither each other nor any claim. */
  open?: CuedSentence[]
  selectedId: string | null
  /** The claim whose number is the tab stop; arrow keys lead to the other numbers. */
  stopId?: string | null
  onSelect: (number: number) => void
  /** Called with the position of a pressed undecided sentence. */
  onPoint?: (position: number) => void
}

type BlockProps = {
  text: string
  block: ShownBlock
  claims: MarkedClaim[]
  open: CuedSentence[]
  /** How many of the block's claims and open sentences to render. */
  most: number
  selectedId: string | null
  stopId: string | null
  onSelect: (number: number) => void
}

/** Begins the name of an open sentence in the list of claim ids. */
const OPEN = 'open-'
const NONE: CuedSentence[] = []
const NO_CLAIMS: MarkedClaim[] = []
/**
 * If more claims than this overlap, the words are marked only for the innermost ones. All claims keep their numbers.
 */
const DEEPEST = 8
/**
 * How many blocks, claims and open sentences together the server and the first paint render. The browser adds the rest
 * of a longer text.
 */
const FIRST_PARTS = 120

/** On this page the headline is text that can be claimed, because the page has a heading of its own. */
const TAGS = {
  headline: 'p',
  heading: 'h2',
  standfirst: 'p',
  paragraph: 'p',
  list_item: 'p',
  quote: 'blockquote',
  pull_quote: 'blockquote',
  caption: 'p',
  table_cell: 'p',
} as const

function ClaimNumber({
  claim,
  selected,
  isStop,
  onSelect,
}: {
  claim: MarkedClaim
  selected: boolean
  isStop: boolean
  onSelect: () => void
}) {
  const t = useTranslations('article')
  const tStatus = useTranslations('common.status')
  return (
    <EarlyButton
      type="button"
      className="claim-number"
      data-status={claim.status}
      data-claim-number={claim.number}
      data-selected={selected || undefined}
      tabIndex={isStop ? 0 : -1}
      aria-current={selected || undefined}
      aria-label={t('claimMark', { number: claim.number, status: tStatus(claim.status) })}
      onClick={(event) => {
        event.stopPropagation()
        onSelect()
      }}
    >
      <StatusIcon status={claim.status} className="size-3" />
      <span aria-hidden data-number={claim.number} />
    </EarlyButton>
  )
}

/** The claims whose numbers stand at each offset of a block, outermost first. */
function openingsIn(block: Span, claims: readonly MarkedClaim[]): Map<number, MarkedClaim[]> {
  const openings = new Map<number, MarkedClaim[]>()
  for (const claim of claims.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (claim.end === claim.start) continue
    const at = Math.max(claim.start, block.start)
    const known = openings.get(at)
    if (known) known.push(claim)
    else openings.set(at, [claim])
  }
  return openings
}

/** The words of a segment inside one mark for each claim that covers them, outermost first. */
function wrap(words: ReactNode, covering: MarkedClaim[], selectedId: string | null): ReactNode {
  return covering.reduceRight<ReactNode>(
    (inner, claim, depth) => (
      <mark
        key={claim.id}
        className="claim-mark"
        data-status={claim.status}
        data-claim-id={claim.id}
        data-selected={claim.id === selectedId || undefined}
        style={{ '--depth': depth } as React.CSSProperties}
      >
        {inner}
      </mark>
    ),
    words,
  )
}

/** Where the rendered part of a block ends: before its first span that is not rendered yet. */
function endOf(block: Span, spans: readonly Span[], most: number): number {
  if (spans.length <= most) return block.end
  const starts = spans.map(({ start }) => start).sort((a, b) => a - b)
  return Math.max(block.start, starts[most] ?? block.end)
}

const TextBlock = memo(function TextBlock({
  text,
  block,
  claims,
  open,
  most,
  selectedId,
  stopId,
  onSelect,
}: BlockProps) {
  const byId = useMemo(() => new Map(claims.map((claim) => [claim.id, claim])), [claims])
  const openings = useMemo(() => openingsIn(block, claims), [block, claims])
  const segments = useMemo(() => {
    const end = endOf(block, [...claims, ...open], most)
    const spans = open
      .filter((span) => span.start < end)
      .map(({ start, end: to, position }) => ({ start, end: to, id: `${OPEN}${position}` }))
    return segmentText(text, [...claims, ...spans], block.start, end, DEEPEST)
  }, [text, claims, open, block, most])
  const Tag = TAGS[block.kind]
  return (
    <Tag data-block={block.kind}>
      {segments.map(({ start, end, ids }) => {
        const covering = ids.flatMap((id) => byId.get(id) ?? [])
        const position = ids.find((id) => id.startsWith(OPEN))?.slice(OPEN.length)
        const words = (
          <span data-start={start} key={start} className={position && 'open-words'} data-open={position}>
            {text.slice(start, end)}
          </span>
        )
        return (
          <span key={start}>
            {openings.get(start)?.map((claim) => (
              <ClaimNumber
                key={claim.id}
                claim={claim}
                selected={claim.id === selectedId}
                isStop={claim.id === stopId}
                onSelect={() => onSelect(claim.number)}
              />
            ))}
            {wrap(words, covering, selectedId)}
          </span>
        )
      })}
    </Tag>
  )
})

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
 * buttons; clicking the words is a shortcut for pointers.
 */
export function ArticleText({
  text,
  blocks,
  claims,
  open = NONE,
  selectedId,
  stopId = null,
  onSelect,
  onPoint,
}: Props) {
  const perBlock = useMemo(() => withinBlocks(blocks, claims), [blocks, claims])
  const openPerBlock = useMemo(() => withinBlocks(blocks, open), [blocks, open])
  const parts = useMemo(
    () => blocks.map((_, index) => 1 + (perBlock[index]?.length ?? 0) + (openPerBlock[index]?.length ?? 0)),
    [blocks, perBlock, openPerBlock],
  )
  const whole = useMemo(() => parts.reduce((sum, one) => sum + one, 0), [parts])
  const rendered = useGrowing(whole, FIRST_PARTS)
  const shown = useMemo(() => shares(parts, rendered), [parts, rendered])
  return (
    <div
      onClick={(event) => {
        if (!window.getSelection()?.isCollapsed) return
        const claim = pressedClaim(event.target as Element, claims, selectedId)
        const sentence = (event.target as Element).closest<HTMLElement>('[data-open]')
        if (claim) onSelect(claim.number)
        else if (sentence) onPoint?.(Number(sentence.dataset.open))
      }}
    >
      {blocks.slice(0, shown.length).map((block, index) => {
        const own = perBlock[index] ?? NO_CLAIMS
        return (
          <TextBlock
            key={block.start}
            text={text}
            block={block}
            claims={own}
            open={openPerBlock[index] ?? NONE}
            most={shown[index] ?? Infinity}
            selectedId={ofSome(own, selectedId)}
            stopId={ofSome(own, stopId)}
            onSelect={onSelect}
          />
        )
      })}
    </div>
  )
}
