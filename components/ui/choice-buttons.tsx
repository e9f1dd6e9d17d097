import type { ReactNode } from 'react'
import { EarlyButton } from '@/components/early/parts'
import './choice-buttons.css'

type Option = { value: string; label: string; icon?: ReactNode; hint?: ReactNode; tone?: string }

type Props = { label: string; value: string; onChoose: (value: string) => void; options: Option[] }

/**
 * A few visible choices; pressing one takes effect at once. They are buttons rather than radios, because arrow keys
 * would select every radio on the way. `tone` colours the chosen one by claim status.
 */
export function ChoiceButtons({ label, value, onChoose, options }: Props) {
  return (
    <div role="group" aria-label={label} className="choices">
      {options.map((option) => (
        <EarlyButton
          key={option.value}
          type="button"
          className="choice"
          data-status={option.tone}
          aria-pressed={option.value === value}
          onClick={() => onChoose(option.value)}
        >
          {option.icon}
          <span>{option.label}</span>
          {option.hint && (
            <span aria-hidden className="ms-auto hidden sm:inline">
              {option.hint}
            </span>
          )}
        </EarlyButton>
      ))}
    </div>
  )
}
