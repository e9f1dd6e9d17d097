'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Due, SeverityWord } from './parts/words'
import { correctionList } from '@/domain/correction/list'
import type { CorrectionRow } from '@/domain/correction/shape'
import type { CorrectionState } from '@/domain/correction/rules'
import { listHref } from '@/domain/list/address'
import { directionOf } from '@/text/direction'
import { DESK } from './use-corrections-address'
import './board.css'
import './correction-card.css'

export type Column = { state: CorrectionState; items: CorrectionRow[]; total: number }

function Card({ row }: { row: CorrectionRow }) {
  const t = useTranslations('correction')
  const words = row.wrong || row.right || row.quote
  return (
    <li className="correction-card" data-overdue={row.overdue || undefined}>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <Link prefetch={false} className="correction-card-link" href={`/corrections-desk/${row.number}`}>
          {t('number', { number: row.number })}
        </Link>
        <span>{t(`kind.${row.kind}`)}</span>
        <SeverityWord severity={row.severity} />
      </p>
      <p
        lang={row.article.language}
        dir={directionOf(row.article.language)}
        className="line-clamp-2 font-medium break-words"
      >
        {row.article.title}
      </p>
      {words && (
        <p
          lang={row.article.language}
          dir={directionOf(row.article.language)}
          className="line-clamp-3 text-sm break-words text-ink-muted"
        >
          {words}
        </p>
      )}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-muted">
        <Due at={row.dueAt} overdue={row.overdue} />
        <bdi>{row.owner?.name ?? t('noOwner')}</bdi>
        {row.openRipples > 0 && <span>{t('ripplesOpen', { count: row.openRipples })}</span>}
      </p>
    </li>
  )
}

/** The corrections in one column per step, the earliest deadline first. */
export function Board({ columns, query }: { columns: Column[]; query: Record<string, string> }) {
  const t = useTranslations('correction')
  return (
    <div className="correction-board">
      {columns.map(({ state, items, total }) => (
        <section key={state} aria-labelledby={`column-${state}`} className="correction-column">
          <h2 id={`column-${state}`} className="flex items-baseline justify-between gap-2 font-semibold">
            {t(`state.${state}`)} <span className="text-sm text-ink-muted tabular-nums">{total}</span>
          </h2>
          {items.length === 0 && <p className="text-sm text-ink-muted">{t('emptyColumn')}</p>}
          <ul className="grid gap-2">
            {items.map((row) => (
              <Card key={row.id} row={row} />
            ))}
          </ul>
          {total > items.length && (
            <Link
              prefetch={false}
              className="link text-sm"
              href={listHref(correctionList, DESK, query, { view: 'table', state })}
            >
              {t('more', { count: total - items.length })}
            </Link>
          )}
        </section>
      ))}
    </div>
  )
}
