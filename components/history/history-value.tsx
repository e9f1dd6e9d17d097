'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { ClaimStatusBadge } from '@/components/claim/status'
import { ARTICLE_STATES } from '@/domain/article/schema'
import { CLAIM_STATUSES, PRIORITIES, STANCES } from '@/domain/claim/rules'
import { SOURCE_KINDS } from '@/domain/source/schema'
import type { Field } from './fields'

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === value)

/** One value of a field as readers know it: statuses as badges, times by the newsroom's clock, words as they are. */
export function HistoryValue({ field, value }: { field: Field; value: unknown }) {
  const t = useTranslations('history')
  const tCommon = useTranslations('common')
  const format = useFormatter()
  if (field === 'status') {
    const status = oneOf(CLAIM_STATUSES, value)
    if (status) return <ClaimStatusBadge status={status} label={tCommon(`status.${status}`)} />
  }
  const word = () => {
    if (value === null || value === undefined || value === '')
      return field === 'assigneeId' ? tCommon('unassigned') : t('nothing')
    if (typeof value === 'boolean') return value ? t('yes') : t('no')
    if (typeof value !== 'string') return typeof value === 'number' ? String(value) : JSON.stringify(value)
    const priority = field === 'priority' && oneOf(PRIORITIES, value)
    if (priority) return tCommon(`priority.${priority}`)
    const stance = field === 'stance' && oneOf(STANCES, value)
    if (stance) return tCommon(`stance.${stance}`)
    const kind = field === 'kind' && oneOf(SOURCE_KINDS, value)
    if (kind) return tCommon(`sourceKind.${kind}`)
    const state = field === 'state' && oneOf(ARTICLE_STATES, value)
    if (state) return tCommon(`articleState.${state}`)
    if ((field === 'dueAt' || field === 'deadline') && !Number.isNaN(Date.parse(value)))
      return format.dateTime(new Date(value), 'short')
    return value
  }
  return <bdi className="break-words">{word()}</bdi>
}
