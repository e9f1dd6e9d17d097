'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { piecesOf, type Row } from '@/domain/text/revise/compare'

type Text = { text: string; number: number }
type Props = { old: Text; fresh: Text; rows: Row[]; language: string; dir: 'ltr' | 'rtl' }

/** Sentences that stayed as they were are folded together when more than this many stand in a row. */
const FOLDED_FROM = 4

type Group = { folded: Row[] } | { row: Row }

function groupsOf(rows: readonly Row[]): Group[] {
  const groups: Group[] = []
  let same: Row[] = []
  const close = () => {
    if (same.length >= FOLDED_FROM) groups.push({ folded: same })
    else groups.push(...same.map((row) => ({ row })))
    same = []
  }
  for (const row of rows) {
    if (row.kind === 'same') same.push(row)
    else {
      close()
      groups.push({ row })
    }
  }
  close()
  return groups
}

function Side({ row, side, text }: { row: Row; side: 'old' | 'fresh'; text: string }) {
  const span = row[side]
  if (!span) return null
  const Mark = side === 'old' ? 'del' : 'ins'
  if (row.kind === 'removed' || row.kind === 'added') return <Mark>{text.slice(span.start, span.end)}</Mark>
  if (row.kind !== 'changed') return text.slice(span.start, span.end)
  return piecesOf(text, span, row.runs, side).map((piece, index) =>
    piece.changed ? <Mark key={index}>{piece.text}</Mark> : <span key={index}>{piece.text}</span>,
  )
}

function Line({ row, old, fresh, language, dir }: Omit<Props, 'rows'> & { row: Row }) {
  const t = useTranslations('revision.row')
  return (
    <tr data-kind={row.kind}>
      <th scope="row">{t(row.kind)}</th>
      <td lang={language} dir={dir} data-side="old">
        <Side row={row} side="old" text={old.text} />
      </td>
      <td lang={language} dir={dir} data-side="fresh">
        <Side row={row} side="fresh" text={fresh.text} />
      </td>
    </tr>
  )
}

/** Two revisions side by side, sentence by sentence, each in the article's own direction. */
export function Comparison({ rows, ...texts }: Props) {
  const t = useTranslations('revision')
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  return (
    <table className="comparison">
      <caption className="sr-only">{t('comparison')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('revision', { number: texts.old.number })}</th>
          <th scope="col">{t('revision', { number: texts.fresh.number })}</th>
        </tr>
      </thead>
      <tbody>
        {groupsOf(rows).map((group, index) =>
          'row' in group ? (
            <Line key={index} row={group.row} {...texts} />
          ) : opened.has(index) ? (
            group.folded.map((row, at) => <Line key={`${index}-${at}`} row={row} {...texts} />)
          ) : (
            <tr key={index} data-kind="folded">
              <td colSpan={3}>
                <Button
                  size="sm"
                  variant="ghost"
                  onClick={() => setOpened((before) => new Set([...before, index]))}
                >
                  {t('folded', { count: group.folded.length })}
                </Button>
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}
