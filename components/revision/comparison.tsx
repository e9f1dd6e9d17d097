'use client'

import { useMemo, useState } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { More } from '@/components/ui/more'
import { piecesOf, type Row } from '@/text/revise/compare'
import './comparison.css'

type Text = { text: string; number: number }
type Props = {
  old: Text
  fresh: Text
  /** JSON of `Row[]`, because a long text has thousands, and the components in between only pass them on. */
  rows: string
  language: string
  dir: 'ltr' | 'rtl'
}

/** A run of more unchanged sentences than this is folded. */
const FOLDED_FROM = 4
/** How many lines are shown at first. */
const SHOWN = 200

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

function Fold({ count, onUnfold }: { count: number; onUnfold: () => void }) {
  const t = useTranslations('revision')
  return (
    <tr data-kind="folded">
      <td colSpan={3}>
        <Button size="sm" variant="ghost" onClick={onUnfold}>
          {t('folded', { count })}
        </Button>
      </td>
    </tr>
  )
}

type Shown = { index: number; row: Row } | { index: number; folded: number }

/** The lines of the table, including those of opened groups. */
function linesOf(groups: readonly Group[], opened: ReadonlySet<number>): Shown[] {
  return groups.flatMap((group, index): Shown[] => {
    if ('row' in group) return [{ index, row: group.row }]
    if (!opened.has(index)) return [{ index, folded: group.folded.length }]
    return group.folded.map((row) => ({ index, row }))
  })
}

/** Two revisions side by side, sentence by sentence, each in the article's own direction. */
export function Comparison({ rows, ...texts }: Props) {
  const t = useTranslations('revision')
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const [shown, setShown] = useState(SHOWN)
  const groups = useMemo(() => groupsOf(JSON.parse(rows) as Row[]), [rows])
  const lines = useMemo(() => linesOf(groups, opened), [groups, opened])
  const unfold = (index: number) => setOpened((before) => new Set([...before, index]))
  const more = lines.length - shown
  return (
    <div className="grid gap-3">
      <table className="comparison word-changes">
        <caption className="sr-only">{t('comparison')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('revision', { number: texts.old.number })}</th>
            <th scope="col">{t('revision', { number: texts.fresh.number })}</th>
          </tr>
        </thead>
        <tbody>
          {lines
            .slice(0, shown)
            .map((line, at) =>
              'row' in line ? (
                <Line key={at} row={line.row} {...texts} />
              ) : (
                <Fold key={at} count={line.folded} onUnfold={() => unfold(line.index)} />
              ),
            )}
        </tbody>
      </table>
      {more > 0 && <More label={t('moreLines', { count: more })} onMore={() => setShown(shown + SHOWN)} />}
    </div>
  )
}
