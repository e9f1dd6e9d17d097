'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Circle, CircleCheck, CircleX } from 'lucide-react'
import { stepRows, type StepRow, type StepsRecord } from './step-rows'
import '../correction-words.css'

function Row({ row: { name, taken, due, late } }: { row: StepRow }) {
  const t = useTranslations('correction.steps')
  const tReader = useTranslations('correction')
  const format = useFormatter()
  const at = (moment: string) => format.dateTime(new Date(moment), 'short')
  const Sign = name === 'rejected' ? CircleX : taken ? CircleCheck : Circle
  return (
    <li data-taken={taken ? true : undefined}>
      <Sign aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0">
        <span className="font-medium">{t(name)}</span>
        <span className={late ? 'due-late' : 'block text-sm text-ink-muted'}>
          {taken ? (
            <>
              <bdi>{taken.name ?? tReader('reader')}</bdi>
              <span aria-hidden> · </span>
              <bdi>{at(taken.at)}</bdi>
            </>
          ) : due ? (
            t(late ? 'overdue' : 'due', { at: at(due) })
          ) : (
            t('open')
          )}
        </span>
      </span>
    </li>
  )
}

/** Who took each step and when, and the deadlines. */
export function StepList({ correction }: { correction: StepsRecord }) {
  return (
    <ol className="correction-steps">
      {stepRows(correction).map((row) => (
        <Row key={row.name} row={row} />
      ))}
    </ol>
  )
}
