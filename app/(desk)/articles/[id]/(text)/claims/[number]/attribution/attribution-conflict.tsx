'use client'

import { useTranslations } from 'next-intl'
import type { ConflictField } from '@/components/form/conflict'
import { FieldConflict } from '@/components/form/field-conflict'
import type { AttributionFields } from './attribution'
import type { useAttribution } from './use-attribution'

const LABELS = {
  speaker: 'speaker',
  speakerKind: 'kind',
  saidOn: 'saidOn',
  saidAt: 'saidAt',
  rating: 'rating',
  ratingName: 'ratingName',
} as const
const FIELDS = Object.keys(LABELS) as (keyof typeof LABELS)[]

type Props = { form: Omit<ReturnType<typeof useAttribution>, 'opener'> }

/** Both attributions, after two people named who said it. */
export function AttributionConflict({ form: { lost, fields, from, clear } }: Props) {
  const t = useTranslations('claimReview.attribution')
  const tCommon = useTranslations('common')
  if (!lost) return null
  const sides = FIELDS.map((name): ConflictField => {
    const values = { from: from[name], mine: fields[name], theirs: lost.theirs[name] }
    if (name !== 'speakerKind') return { name, label: t(LABELS[name]), kind: 'line', ...values }
    const words = (kind: string) => tCommon(`speakerKind.${kind as AttributionFields['speakerKind']}`)
    return { name, label: t(LABELS[name]), kind: 'choice', words, ...values }
  })
  return (
    <FieldConflict
      fields={sides}
      onClose={clear}
      onTheirs={lost.take}
      onMine={() => lost.goOn()}
      onTogether={(values) => lost.goOn(values as AttributionFields)}
    />
  )
}
