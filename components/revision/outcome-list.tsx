'use client'

import Link from 'next/link'
import { useState, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { ArrowRightLeft, Check, CircleSlash, PencilLine } from 'lucide-react'
import { ClaimStatusBadge } from '@/components/claim/status'
import { More } from '@/components/ui/more'
import type { Outcome, Totals } from '@/domain/revision/rules'
import type { ClaimOutcome } from '@/domain/revision/shape'
import { wordChanges, type WordRun } from '@/text/revise/word-changes'
import './outcome-list.css'

export type OutcomeLine = ClaimOutcome

const SIGNS = { unchanged: Check, moved: ArrowRightLeft, changed: PencilLine, gone: CircleSlash } as const
/** How many claims are shown at first. */
const SHOWN = 100
const ORDER: Record<Outcome, number> = { changed: 0, gone: 1, moved: 2, unchanged: 3 }

/** How many claims have each outcome. The sentence shows that the three parts add up to the total. */
export function AnchorTotals({ totals }: { totals: Totals }) {
  const t = useTranslations('revision')
  const { anchored, changed, orphaned, total, outcomes } = totals
  return (
    <div className="grid gap-2">
      <ul className="flex flex-wrap gap-2">
        {(Object.keys(ORDER) as Outcome[]).map((outcome) => {
          const Sign = SIGNS[outcome]
          return (
            <li key={outcome} className="outcome" data-outcome={outcome}>
              <Sign aria-hidden className="size-4" />
              {t(`count.${outcome}`, { count: outcomes[outcome] })}
            </li>
          )
        })}
      </ul>
      <p className="text-sm text-ink-muted">{t('sum', { anchored, changed, orphaned, total })}</p>
    </div>
  )
}

/** The removed and added words, in place. A change of typography only appears as the new spelling. */
function Difference({ old, fresh }: { old: string; fresh: string }) {
  const runs = wordChanges(
    { text: old, span: { start: 0, end: old.length } },
    { text: fresh, span: { start: 0, end: fresh.length } },
  )
  return runs.map((run, index) => {
    if (run.kind === 'removed') return <del key={index}>{old.slice(run.old.start, run.old.end)} </del>
    const words = fresh.slice(run.fresh.start, run.fresh.end)
    const gap = fresh.slice(run.fresh.end, nextStart(runs, index) ?? run.fresh.end)
    return run.kind === 'added' ? (
      <span key={index}>
        <ins>{words}</ins>
        {gap}
      </span>
    ) : (
      <span key={index}>
        {words}
        {gap}
      </span>
    )
  })
}

/** Where the next words of the new text start. */
const nextStart = (runs: readonly WordRun[], index: number) =>
  runs.slice(index + 1).find((run) => run.kind !== 'removed')?.fresh.start

type Props = {
  articleId: string
  language: string
  dir: 'ltr' | 'rtl'
  lines: OutcomeLine[]
  /** The actions on a line that a person still has to decide. */
  actions?: (line: OutcomeLine) => ReactNode
}

/** The outcome for each claim. Claims that need attention come first. */
export function OutcomeList({ articleId, language, dir, lines, actions }: Props) {
  const t = useTranslations('revision')
  const tCommon = useTranslations('common')
  const ordered = [...lines].sort((a, b) => ORDER[a.outcome] - ORDER[b.outcome] || a.number - b.number)
  const calm = ordered.filter((line) => line.outcome === 'unchanged' && line.remarks.length === 0)
  const told = ordered.filter((line) => line.outcome !== 'unchanged' || line.remarks.length > 0)
  const [shown, setShown] = useState(SHOWN)
  const [opened, setOpened] = useState(false)
  const more = Math.max(told.length, opened ? calm.length : 0) - shown
  const item = (line: OutcomeLine) => {
    const Sign = SIGNS[line.outcome]
    const differs = line.before !== null && line.before.quote !== line.after.quote
    return (
      <li key={line.id} className="outcome-line" data-outcome={line.outcome}>
        <div className="flex flex-wrap items-center gap-2">
          <span className="outcome" data-outcome={line.outcome}>
            <Sign aria-hidden className="size-4" />
            {t(`outcome.${line.outcome}`)}
          </span>
          <Link prefetch={false} className="link" href={`/articles/${articleId}/claims/${line.number}`}>
            {tCommon('claimNumber', { number: line.number })}
          </Link>
          {line.part === 'headline' && <span className="text-sm">{t('inHeadline')}</span>}
          <ClaimStatusBadge status={line.status} label={tCommon(`status.${line.status}`)} />
          {line.earlier && line.status === 'unreviewed' && (
            <span className="text-sm text-ink-muted">
              {t('earlier', { status: tCommon(`status.${line.earlier.status}`) })}
            </span>
          )}
        </div>
        <p lang={language} dir={dir} className="outcome-quote word-changes">
          {line.sentences ? (
            <Difference old={line.sentences.before} fresh={line.sentences.after} />
          ) : differs && line.before && line.state !== 'orphaned' ? (
            <Difference old={line.before.quote} fresh={line.after.quote} />
          ) : (
            line.after.quote
          )}
        </p>
        {line.remarks.length > 0 && (
          <p className="text-sm text-ink-muted">
            {line.remarks.map((remark) => t(`remark.${remark}`)).join(' ')}
          </p>
        )}
        {actions?.(line)}
      </li>
    )
  }
  return (
    <div className="grid gap-3">
      <ol className="grid gap-2">{told.slice(0, shown).map(item)}</ol>
      {calm.length > 0 && (
        <details onToggle={(event) => setOpened(event.currentTarget.open)}>
          <summary className="link cursor-pointer">{t('calm', { count: calm.length })}</summary>
          {opened && <ol className="grid gap-2 pt-2">{calm.slice(0, shown).map(item)}</ol>}
        </details>
      )}
      {more > 0 && <More label={t('moreLines', { count: more })} onMore={() => setShown(shown + SHOWN)} />}
    </div>
  )
}
