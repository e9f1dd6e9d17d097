'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { ClaimStatusBadge } from '@/components/claim/status'
import { CLAIM_STATUSES } from '@/domain/claim/rules'
import type { Field } from './fields'

/** Fields whose values have names of their own, and where under `common` those are. */
const NAMED: Partial<Record<Field, string>> = {
  priority: 'priority',
  stance: 'stance',
  kind: 'sourceKind',
  state: 'articleState',
  speakerKind: 'speakerKind',
}

/** The same of corrections, under `correction`. */
const NAMED_OF_CORRECTIONS: Partial<Record<Field, string>> = {
  kind: 'kind',
  state: 'state',
  severity: 'severity',
  foundBy: 'foundBy',
}

/** One value of a field as readers know it: statuses as badges, times by the newsroom's clock, words as they are. */
export function HistoryValue({ field, value }: { field: Field; value: unknown }) {
  const t = useTranslations('history')
  const tCommon = useTranslations('common')
  const tCorrection = useTranslations('correction')
  const format = useFormatter()
  if (field === 'status') {
    const status = CLAIM_STATUSES.find((known) => known === value)
    if (status) return <ClaimStatusBadge status={status} label={tCommon(`status.${status}`)} />
  }
  const word = () => {
    if (value === null || value === undefined || value === '')
      return field === 'assigneeId' || field === 'ownerId' ? tCommon('unassigned') : t('nothing')
    if (typeof value === 'boolean') return value ? t('yes') : t('no')
    if (typeof value !== 'string') return typeof value === 'number' ? String(value) : JSON.stringify(value)
    const name = `${NAMED[field]}.${value}` as Parameters<typeof tCommon.has>[0]
    if (NAMED[field] && tCommon.has(name)) return tCommon(name)
    const ofCorrection = `${NAMED_OF_CORRECTIONS[field]}.${value}` as Parameters<typeof tCorrection.has>[0]
    if (NAMED_OF_CORRECTIONS[field] && tCorrection.has(ofCorrection)) return tCorrection(ofCorrection)
    if ((field === 'dueAt' || field === 'deadline') && !Number.isNaN(Date.parse(value)))
      return format.dateTime(new Date(value), 'short')
    return value
  }
  return <bdi className="break-words">{word()}</bdi>
}
