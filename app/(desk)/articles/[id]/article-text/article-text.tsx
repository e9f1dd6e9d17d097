'use client'

import { memo, useMemo, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { StatusIcon } from '@/components/claim/status'
import { EarlyButton } from '@/components/early/parts'
import type { ClaimStatus } from '@/domain/claim/statuses'
import type { TextLink } from '@/domain/revision/links/links'
import type { Block } from '@/text/blocks'
import type { Span } from '@/text/locate'
import { withinBlocks } from '@/text/segments'
import type { CuedSentence } from '../article-place'
import { runsOf } from './runs'
import { LinkSign, linkKey, signOf } from './text-link'
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
  /** The links of the text that may be opened, in order. */
  links?: TextLink[]
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
  links: TextLink[]
  /** How many of the block's claims, open sentences and links to render. */
  most: number
  selectedId: string | null
  stopId: string | null
  onSelect: (number: number) => void
}

const NONE: CuedSentence[] = []
const NO_CLAIMS: MarkedClaim[] = []
const NO_LINKS: TextLink[] = []
/**
 * How many blocks, claims, open sentences and links together the server and the first paint render. The browser adds
 * the rest of a longer text.
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

const TextBlock = memo(function TextBlock({
  text,
  block,
  claims,
  open,
  links,
  most,
  selectedId,
  stopId,
  onSelect,
}: BlockProps) {
  const runs = useMemo(() => {
    const end = endOf(block, [...claims, ...open, ...links], most)
    return runsOf(text, { start: block.start, end }, { claims, open, links })
  }, [text, claims, open, links, block, most])
  const Tag = TAGS[block.kind]
  return (
    <Tag data-block={block.kind}>
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
      {blocks.slice(0, shown.length).map((block, index) => {
        const own = perBlock[index] ?? NO_CLAIMS
        return (
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
      })}
    </div>
  )
}
