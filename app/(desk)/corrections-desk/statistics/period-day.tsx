'use client'

import { useState } from 'react'
import { DayField } from '@/components/form/day-field'

/** The first or last day of a period. The browser sends it as it was typed, also without scripts. */
export function PeriodDay({ label, name, day }: { label: string; name: string; day: string }) {
  const [value, setValue] = useState(day)
  return <DayField {...{ label, name, value }} required onChange={setValue} />
}
