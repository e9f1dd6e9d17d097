'use client'

import { useId } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyInput } from '@/components/early/parts'
import { ANSWER_VERDICTS, type AnswerVerdict } from '@/domain/question/rules'

type Props = { name: string; chosen: AnswerVerdict | null; error?: string }

/** Correct, wrong or cannot say. */
export function VerdictChoice({ name, chosen, error }: Props) {
  const t = useTranslations('question')
  const id = useId()
  return (
    <div
      role="radiogroup"
      aria-labelledby={id}
      aria-describedby={error && `${id}-error`}
      className="grid gap-1"
    >
      <p id={id} className="field-label">
        {t('page.say')}
      </p>
      <div className="question-verdicts">
        {ANSWER_VERDICTS.map((verdict) => (
          <label key={verdict} className="question-verdict">
            <EarlyInput
              type="radio"
              name={name}
              value={verdict}
              defaultChecked={verdict === chosen}
              className="size-5 accent-accent"
            />
            {t(`verdict.${verdict}`)}
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  )
}
