'use client'

import { useId, useState } from 'react'
import { useTranslations } from 'next-intl'
import { ClaimStatusBadge } from '@/components/claim/status'
import { EarlyInput } from '@/components/early/parts'
import { More } from '@/components/ui/more'
import type { RowResult, RowOutcome } from '@/domain/claim-import/shape'
import type { ArticleShown } from '../article-shown'
import { OUTCOME_SIGNS } from './outcome-counts'
import { isPicked, type Decision, type Picks } from './picks'
import { RowDetail } from './row-detail'

/** How many rows of one outcome are shown at first. */
const SHOWN = 100

type Props = {
  outcome: RowOutcome
  rows: RowResult[]
  article: ArticleShown
  picks: Picks
  /** Undefined where there is nothing left to decide. */
  onPick?: (row: number, pick: Decision) => void
}

/** All rows with one outcome: what the outcome means, and what the reader can do about each row. */
export function OutcomeTable({ outcome, rows, article, picks, onPick }: Props) {
  const t = useTranslations('claimImport')
  const tCommon = useTranslations('common')
  const [shown, setShown] = useState(SHOWN)
  const heading = useId()
  const Sign = OUTCOME_SIGNS[outcome]
  const boxes = onPick !== undefined && (outcome === 'anchored' || outcome === 'broken')
  return (
    <section aria-labelledby={heading} className="grid max-w-4xl gap-1.5">
      <h3 id={heading} className="flex items-center gap-1.5 text-base font-semibold">
        <Sign aria-hidden className="size-4 shrink-0" />
        {t(`count.${outcome}`, { count: rows.length })}
      </h3>
      <p className="text-sm text-ink-muted">{t(`hint.${outcome}`)}</p>
      <table className="w-full border-collapse border-y border-line">
        <caption className="sr-only">{t(`count.${outcome}`, { count: rows.length })}</caption>
        <thead>
          <tr className="text-sm text-ink-muted">
            <th scope="col" className="w-16 py-1 pe-3 text-start font-semibold">
              {t('row')}
            </th>
            <th scope="col" className="py-1 text-start font-semibold">
              {t('words')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={row.row} className="border-t border-line align-top">
              <th scope="row" className="py-2 pe-3 text-start font-normal tabular-nums">
                {boxes ? (
                  <label className="inline-flex min-h-8 items-center gap-2">
                    <EarlyInput
                      type="checkbox"
                      className="size-4 shrink-0 accent-accent pointer-coarse:size-6"
                      checked={isPicked(row, picks)}
                      onChange={(event) => onPick(row.row, { on: event.target.checked })}
                    />
                    <span className="sr-only">{t('take')}</span>
                    {row.row}
                  </label>
                ) : (
                  row.row
                )}
              </th>
              <td className="py-2">
                <div className="flex flex-wrap items-start gap-x-4 gap-y-1.5">
                  <div className="min-w-0 flex-1 basis-60">
                    <RowDetail
                      row={row}
                      article={article}
                      chosen={picks.get(row.row)}
                      onChoose={(place) => onPick?.(row.row, { on: place !== undefined, ...place })}
                    />
                  </div>
                  {row.status && (
                    <ClaimStatusBadge status={row.status} label={tCommon(`status.${row.status}`)} />
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <More label={t('more', { count: rows.length - shown })} onMore={() => setShown(shown + 5 * SHOWN)} />
      )}
    </section>
  )
}

/** Rows that need a decision come first, then rows that fit, then rows that are left out. */
const ORDER: RowOutcome[] = ['ambiguous', 'broken', 'anchored', 'missing', 'wrong', 'existing', 'duplicate']

export function OutcomeTables({ rows, ...rest }: Omit<Props, 'outcome'>) {
  return ORDER.map((outcome) => {
    const own = rows.filter((row) => row.outcome === outcome)
    return own.length > 0 && <OutcomeTable key={outcome} outcome={outcome} rows={own} {...rest} />
  })
}
