'use client'

import { useTranslations } from 'next-intl'
import { ChoiceButtons } from '@/components/ui/choice-buttons'
import { Field, Input, Textarea } from '@/components/ui/field'
import { needsFix } from '@/domain/correction/rules'
import type { Area, FieldsProps } from './area'
import { FIXES, withFix, type Fix } from './fields'
import './fix-fields.css'

/** How the error is fixed: by a replacement in the text, elsewhere, or not at all. */
export function FixFields({ fields, set, issue, area }: FieldsProps & { area: Area }) {
  const t = useTranslations('correction.form')
  return (
    <div className="correction-fix grid gap-2">
      <span className="field-label">{t('fix')}</span>
      <ChoiceButtons
        label={t('fix')}
        value={fields.fix}
        onChoose={(value) => set(withFix(fields, value as Fix))}
        options={FIXES.map((fix) => ({ value: fix, label: t(fix) }))}
      />
      {fields.fix === 'fixReplace' && (
        <Field label={t('replacement')} hint={t('replacementHint')} error={issue('replacement')}>
          <Textarea {...area('replacement')} />
        </Field>
      )}
      {fields.fix === 'fixNone' && needsFix(fields.kind) && !issue('fixedElsewhere') && (
        <p role="status" className="text-sm text-(color:--needs_source-ink)">
          {t('fixNeeded')}
        </p>
      )}
      {(fields.fix === 'fixElsewhere' || issue('fixedElsewhere')) && (
        <Field label={t('fixedElsewhere')} hint={t('fixedElsewhereHint')} error={issue('fixedElsewhere')}>
          <Input
            dir="auto"
            value={fields.fixedElsewhere}
            onChange={(event) => set({ fix: 'fixElsewhere', fixedElsewhere: event.target.value })}
          />
        </Field>
      )}
    </div>
  )
}
