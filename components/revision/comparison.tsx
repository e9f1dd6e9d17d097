'use client'

import { useMemo, useState } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { More } from '@/components/ui/more'
import { piecesOf, type Row } from '@/text/revise/compare'
import { linesOf, type CellRows, type CellSpan, type Line } from '@/text/revise/table-lines'
import './comparison.css'

type Text = {
  text: string
  number: number
  /** JSON of `CellSpan[]`: what stands in tables. */
  cells: string
}
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

type Group = { folded: Line[] } | { line: Line }

function groupsOf(lines: readonly Line[]): Group[] {
  const groups: Group[] = []
  let same: Line[] = []
  const close = () => {
    if (same.length >= FOLDED_FROM) groups.push({ folded: same })
    else groups.push(...same.map((line) => ({ line })))
    same = []
  }
  for (const line of lines) {
    if (line.kind === 'same') same.push(line)
    else {
      close()
      groups.push({ line })
    }
  }
  close()
  return groups
}

type SideName = 'old' | 'fresh'

function Words({ row, side, text }: { row: Row; side: SideName; text: string }) {
  const span = row[side]
  if (!span) return null
  const Mark = side === 'old' ? 'del' : 'ins'
  if (row.kind === 'removed' || row.kind === 'added') return <Mark>{text.slice(span.start, span.end)}</Mark>
  if (row.kind !== 'changed') return text.slice(span.start, span.end)
  return piecesOf(text, span, row.runs, side).map((piece, index) =>
    piece.changed ? <Mark key={index}>{piece.text}</Mark> : <span key={index}>{piece.text}</span>,
  )
}

/** A row of a table, its cells one behind the other. */
function Cells({ cells, side, text }: { cells: CellRows[]; side: SideName; text: string }) {
  return (
    <ul className="comparison-cells">
      {cells.map(({ column, rows }) => (
        <li key={column}>
          {rows.map((row, index) => (
            <span key={index}>
              {index > 0 && ' '}
              <Words {...{ row, side, text }} />
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

function Side({ line, side, text }: { line: Line; side: SideName; text: string }) {
  if (!line.cells) return line.rows.map((row, index) => <Words key={index} {...{ row, side, text }} />)
  return line.cells[side].length > 0 ? <Cells cells={line.cells[side]} {...{ side, text }} /> : null
}

type LineProps = Pick<Props, 'old' | 'fresh' | 'language' | 'dir'> & { line: Line }

function ShownLine({ line, old, fresh, language, dir }: LineProps) {
  const t = useTranslations('revision.row')
  return (
    <tr data-kind={line.kind}>
      <th scope="row">{t(line.kind)}</th>
      <td lang={language} dir={dir} data-side="old">
        <Side line={line} side="old" text={old.text} />
      </td>
      <td lang={language} dir={dir} data-side="fresh">
        <Side line={line} side="fresh" text={fresh.text} />
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

type Shown = { index: number; line: Line } | { index: number; folded: number }

/** The lines of the table, including those of opened groups. */
function shownOf(groups: readonly Group[], opened: ReadonlySet<number>): Shown[] {
  return groups.flatMap((group, index): Shown[] => {
    if ('line' in group) return [{ index, line: group.line }]
    if (!opened.has(index))
      return [{ index, folded: group.folded.reduce((sum, { rows }) => sum + rows.length, 0) }]
    return group.folded.map((line) => ({ index, line }))
  })
}

/**
 * Two revisions side by side, sentence by sentence and tables row by row, each in the article's own direction.
 */
export function Comparison({ rows, ...texts }: Props) {
  const t = useTranslations('revision')
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const [shown, setShown] = useState(SHOWN)
  const { old, fresh } = texts
  const groups = useMemo(() => {
    const cells = {
      old: JSON.parse(old.cells) as CellSpan[],
      fresh: JSON.parse(fresh.cells) as CellSpan[],
    }
    return groupsOf(linesOf(JSON.parse(rows) as Row[], cells))
  }, [rows, old.cells, fresh.cells])
  const lines = useMemo(() => shownOf(groups, opened), [groups, opened])
  const unfold = (index: number) => setOpened((before) => new Set([...before, index]))
  const more = lines.length - shown
  return (
    <div className="grid gap-3">
      <table className="comparison word-changes">
        <caption className="sr-only">{t('comparison')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('revision', { number: old.number })}</th>
            <th scope="col">{t('revision', { number: fresh.number })}</th>
          </tr>
        </thead>
        <tbody>
          {lines
            .slice(0, shown)
            .map((line, at) =>
              'line' in line ? (
                <ShownLine key={at} line={line.line} {...texts} />
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
