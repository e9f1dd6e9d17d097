'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Field, Input, Select } from '@/components/ui/field'
import { ratingByStatus, ratingsOf, scaleName, WORST_RATING } from '@/domain/attribution/rules'
import type { ClaimStatus } from '@/domain/claim/statuses'
import type { AttributionFields } from './attribution'

type Props = {
  fields: AttributionFields
  status: ClaimStatus
  /** The language of the article. */
  language: string
  issue: (path: string) => string | undefined
  onChange: (change: Partial<AttributionFields>) => void
}

/** The rating of a statement: the steps that fit the verdict, and the step chosen before. */
export function RatingFields({ fields, status, language, issue, onChange }: Props) {
  const t = useTranslations('claimReview.attribution')
  const locale = useLocale()
  const nameOf = (rating: number) => scaleName(rating, locale) ?? ''
  const byVerdict = ratingByStatus(status)
  const chosen = fields.rating ? [Number(fields.rating)] : []
  const offered = [...new Set([...ratingsOf(status), ...chosen])].sort()
  const inScale = scaleName(WORST_RATING, language) !== null
  const control = (field: 'rating' | 'ratingName') => ({
    value: fields[field],
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
  })
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={t('rating')} error={issue('rating')}>
        <Select {...control('rating')}>
          <option value="">
            {byVerdict === null ? t('ratingOpen') : t('ratingByVerdict', { name: nameOf(byVerdict) })}
          </option>
          {offered.map((rating) => (
            <option key={rating} value={rating}>
              {t('ratingStep', { rating, name: nameOf(rating) })}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={t('ratingName')}
        hint={inScale ? t('ratingNameHint') : t('ratingNameNeeded', { language })}
        error={issue('ratingName')}
      >
        <Input dir="auto" lang={language} {...control('ratingName')} />
      </Field>
    </div>
  )
}
