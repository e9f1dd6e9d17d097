'use client'

import { memo, useMemo, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { StatusIcon } from '@/components/claim/status'
import { EarlyButton } from '@/components/early/parts'
import type { ClaimStatus } from '@/domain/claim/statuses'
import type { TextLink } from '@/domain/revision/links/links'
import type { Block } from '@/text/blocks'
import type { Span } from '@/text/locate'
import type { CuedSentence } from '../article-place'
import { runsOf } from './runs'
import { LinkSign, linkKey } from './text-link'

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
  block: ShownBlock
  claims: MarkedClaim[]
  open: CuedSentence[]
  links: TextLink[]
  /** How many of the block's claims, open sentences and links to render. */
  most: number
  selectedId: string | null
  stopId: string | null
  onSelect: (number: number) => void
}

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

/** The words of a run inside one mark for each claim that covers them, outermost first. */
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

/** In a table, a figure with its unit and words as short stay in one line. */
const SHORT = 14
const isShort = ({ cell, start, end }: ShownBlock) => cell !== undefined && end - start <= SHORT

/** One block of the article, each letter once and in order. */
export const TextBlock = memo(function TextBlock({
  text,
  block,
  claims,
  open,
  links,
  most,
  selectedId,
  stopId,
  onSelect,
}: Props) {
  const runs = useMemo(() => {
    const end = endOf(block, [...claims, ...open, ...links], most)
    return runsOf(text, { start: block.start, end }, { claims, open, links })
  }, [text, claims, open, links, block, most])
  const Tag = TAGS[block.kind]
  return (
    <Tag data-block={block.kind} data-short={isShort(block) || undefined}>
      {runs.map((run) => (
        <span key={run.start}>
          {run.opening.map((claim) => (
            <ClaimNumber
              key={claim.id}
              claim={claim}
              selected={claim.id === selectedId}
              isStop={claim.id === stopId}
              onSelect={() => onSelect(claim.number)}
            />
          ))}
          {wrap(
            <span
              data-start={run.start}
              data-open={run.open ?? undefined}
              data-link={run.link ? linkKey(run.link) : undefined}
              title={run.link && run.covering.length === 0 ? run.link.url : undefined}
              className={run.open === null ? undefined : 'open-words'}
            >
              {text.slice(run.start, run.end)}
            </span>,
            run.covering,
            selectedId,
          )}
          {run.ending.map((link) => (
            <LinkSign key={link.url} link={link} text={text} />
          ))}
        </span>
      ))}
    </Tag>
  )
})
