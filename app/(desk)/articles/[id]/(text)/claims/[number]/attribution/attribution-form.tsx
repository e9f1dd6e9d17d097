'use client'

import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue, type Failure } from '@/components/form/failure'
import { DayField } from '@/components/form/day-field'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field, Input, Select } from '@/components/ui/field'
import { SPEAKER_KINDS, type SpeakerKind } from '@/domain/attribution/shape'
import type { ClaimStatus } from '@/domain/claim/statuses'
import { RatingFields } from './rating-fields'
import type { AttributionFields } from './attribution'

const FIELDS = ['speaker', 'speakerKind', 'saidOn', 'saidAt', 'rating', 'ratingName']

type Props = {
  fields: AttributionFields
  status: ClaimStatus
  /** The language of the article. */
  language: string
  /** Whether the claim already names a speaker, so that the form offers to remove the name. */
  named: boolean
  restored: boolean
  busy: boolean
  failure: Failure | null
  onChange: (change: Partial<AttributionFields>) => void
  onSave: () => void
  onClear: () => void
  /** Closes the form and keeps the typed text. */
  onHide: () => void
  onCancel: () => void
}

export function AttributionForm({
  fields,
  status,
  language,
  named,
  restored,
  busy,
  failure,
  onChange,
  onSave,
  onClear,
  onHide,
  onCancel,
}: Props) {
  const t = useTranslations('claimReview.attribution')
  const tCommon = useTranslations('common')
  const issue = useIssue(failure)
  const control = (field: 'speaker' | 'saidAt') => ({
    value: fields[field],
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
  })
  return (
    <EarlyForm
      aria-label={t('heading')}
      className="grid gap-3 rounded border border-line bg-sunken p-3"
      onKeyDown={(event) => event.key === 'Escape' && onHide()}
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <FailureBanner failure={failure} fields={FIELDS} />
      {restored && <Banner tone="info" title={t('restored')} />}
      <Field label={t('speaker')} hint={t('speakerHint')} error={issue('speaker')}>
        <Input dir="auto" autoFocus required {...control('speaker')} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('kind')} error={issue('speakerKind')}>
          <Select
            value={fields.speakerKind}
            onChange={(event) => onChange({ speakerKind: event.target.value as SpeakerKind })}
          >
            {SPEAKER_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {tCommon(`speakerKind.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
        <DayField
          label={t('saidOn')}
          error={issue('saidOn')}
          past
          value={fields.saidOn}
          onChange={(saidOn) => onChange({ saidOn })}
        />
      </div>
      <Field label={t('saidAt')} error={issue('saidAt')}>
        <Input dir="ltr" inputMode="url" {...control('saidAt')} />
      </Field>
      {fields.speaker.trim() !== '' && <RatingFields {...{ fields, status, language, issue, onChange }} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {t('save')}
        </Button>
        {named && (
          <Button busy={busy} onClick={onClear}>
            {t('clear')}
          </Button>
        )}
        <Button variant="ghost" onClick={onCancel}>
          {tCommon('cancel')}
        </Button>
      </div>
    </EarlyForm>
  )
}
