'use client'

import type { ReactNode } from 'react'
import { RadioGroup } from 'radix-ui'

type Option = { value: string; label: string; icon?: ReactNode; hint?: ReactNode; tone?: string }

type Props = { label: string; value: string; onValueChange: (value: string) => void; options: Option[] }

/** One of a few, all in sight. `tone` colours the chosen one by claim status. */
export function RadioCards({ label, value, onValueChange, options }: Props) {
  return (
    <RadioGroup.Root aria-label={label} value={value} onValueChange={onValueChange} className="radio-cards">
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          data-status={option.tone}
          className="radio-card"
        >
          {option.icon}
          <span>{option.label}</span>
          {option.hint && (
            <span aria-hidden className="ms-auto hidden sm:inline">
              {option.hint}
            </span>
          )}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
