'use client'

import { memo, useMemo, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { StatusIcon } from '@/components/claim/status'
import type { Block } from '@/domain/text/blocks'
import type { Span } from '@/domain/text/locate'
import { segmentText } from '@/domain/text/segments'

export type MarkedClaim = {
  id: string
  number: number
  status: 'unreviewed' | 'needs_source' | 'disputed' | 'verified'
  start: number
  end: number
}

type Props = {
  text: string
  blocks: Block[]
  claims: MarkedClaim[]
  /** Sentences nobody decided on yet: in order, apart from each other and from the claims. */
  open?: Span[]
  selectedId: string | null
  onSelect: (number: number) => void
}

type BlockProps = {
  text: string
  block: Block
  claims: MarkedClaim[]
  open: Span[]
  selectedId: string | null
  onSelect: (number: number) => void
}

/** Stands for an open sentence among the ids of claims. */
const OPEN = 'open'
const NONE: Span[] = []

const TAGS = { heading: 'h2', paragraph: 'p', list_item: 'p', quote: 'blockquote', table_cell: 'p' } as const

function ClaimNumber({
  claim,
  selected,
  onSelect,
}: {
  claim: MarkedClaim
  selected: boolean
  onSelect: () => void
}) {
  const t = useTranslations('article')
  const tStatus = useTranslations('common.status')
  return (
    <button
      type="button"
      className="claim-number"
      data-status={claim.status}
      data-claim-number={claim.number}
      data-selected={selected || undefined}
      aria-current={selected || undefined}
      aria-label={t('claimMark', { number: claim.number, status: tStatus(claim.status) })}
      onClick={(event) => {
        event.stopPropagation()
        onSelect()
      }}
    >
      <StatusIcon status={claim.status} className="size-3" />
      <span aria-hidden data-number={claim.number} />
    </button>
  )
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

const TextBlock = memo(function TextBlock({ text, block, claims, open, selectedId, onSelect }: BlockProps) {
  const byId = useMemo(() => new Map(claims.map((claim) => [claim.id, claim])), [claims])
  const segments = useMemo(() => {
    const spans = open.map((span) => ({ ...span, id: OPEN }))
    return segmentText(text, [...claims, ...spans], block.start, block.end)
  }, [text, claims, open, block])
  const Tag = TAGS[block.kind]
  return (
    <Tag data-block={block.kind}>
      {segments.map(({ start, end, ids }) => {
        const covering = ids.flatMap((id) => byId.get(id) ?? [])
        const opening = covering.filter(
          (claim) => claim.start === start || (claim.start < block.start && start === block.start),
        )
        const words = (
          <span data-start={start} key={start} className={ids.includes(OPEN) ? 'open-words' : undefined}>
            {text.slice(start, end)}
          </span>
        )
        return (
          <span key={start}>
            {opening.map((claim) => (
              <ClaimNumber
                key={claim.id}
                claim={claim}
                selected={claim.id === selectedId}
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

/** Which claim a press on marked words means: the innermost, and at the next press the one around it. */
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

/**
 * The article's words with a mark for each claim; it renders anew only the blocks whose claims changed. The numbers are
 * buttons; a press on the words is a shortcut to them for a pointer.
 */
export function ArticleText({ text, blocks, claims, open = NONE, selectedId, onSelect }: Props) {
  const perBlock = useMemo(
    () => blocks.map((block) => claims.filter((claim) => claim.start < block.end && claim.end > block.start)),
    [blocks, claims],
  )
  const openPerBlock = useMemo(
    () =>
      blocks.map((block) => {
        const own = open.filter((span) => span.start < block.end && span.end > block.start)
        return own.length > 0 ? own : NONE
      }),
    [blocks, open],
  )
  return (
    <div
      onClick={(event) => {
        if (!window.getSelection()?.isCollapsed) return
        const claim = pressedClaim(event.target as Element, claims, selectedId)
        if (claim) onSelect(claim.number)
      }}
    >
      {blocks.map((block, index) => {
        const own = perBlock[index] ?? []
        const selected = own.some((claim) => claim.id === selectedId) ? selectedId : null
        return (
          <TextBlock
            key={block.start}
            text={text}
            block={block}
            claims={own}
            open={openPerBlock[index] ?? NONE}
            selectedId={selected}
            onSelect={onSelect}
          />
        )
      })}
    </div>
  )
}
