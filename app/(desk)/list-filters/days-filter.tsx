'use client'

import { useTranslations } from 'next-intl'
import { Field, Input } from '@/components/ui/field'
import { dayRange, writeDays, type DayRange } from '@/domain/list/days'

type Props = {
  /** The name of the filter in the address. */
  name: string
  label: string
  params: URLSearchParams
  go: (change: Record<string, string | null>) => void
}

/** The first and the last day of a filter. A first day after the last one moves the last one with it. */
export function DaysFilter({ name, label, params, go }: Props) {
  const t = useTranslations('common.filters')
  const read = dayRange.safeParse(params.get(name) ?? '')
  const range: DayRange = read.success ? read.data : { first: null, last: null }
  const choose = (side: keyof DayRange, typed: string) => {
    const day = typed || null
    const next = { ...range, [side]: day }
    const crossed = next.first && next.last && next.first > next.last
    go({ [name]: writeDays(crossed ? { first: day, last: day } : next) })
  }
  return (
    <fieldset className="grid gap-1">
      <legend className="field-label">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {(['first', 'last'] as const).map((side) => (
          <Field key={side} label={t(side)} className="flex-1">
            <Input
              type="date"
              value={range[side] ?? ''}
              onChange={(event) => choose(side, event.target.value)}
            />
          </Field>
        ))}
      </div>
    </fieldset>
  )
}
