'use client'

import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { ClaimStatusBadge } from '@/components/claim/status'
import { CLAIM_STATUSES } from '@/domain/claim/statuses'
import type { Field, Named } from '@/domain/history/events'

/** Translates one of a fixed set of values. A value without a translation, such as an HTTP status, stays as it is. */
function useNames() {
  const t = useTranslations()
  return (names: keyof Named, value: unknown) => {
    const key = `${names}.${String(value)}` as Parameters<typeof t.has>[0]
    return t.has(key) ? t(key) : String(value)
  }
}

function useWords({ is, names }: Field): (value: unknown) => string {
  const t = useTranslations('history')
  const tCommon = useTranslations('common')
  const nameOf = useNames()
  const format = useFormatter()
  const locale = useLocale()
  return (value) => {
    if (value === null || value === undefined || value === '')
      return is === 'person' ? tCommon('unassigned') : t('nothing')
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (names && Array.isArray(value)) return format.list(value.map((one) => nameOf(names, one)))
    if (names) return nameOf(names, value)
    if (typeof value !== 'string') return typeof value === 'number' ? String(value) : JSON.stringify(value)
    if (is === 'language') return new Intl.DisplayNames(locale, { type: 'language' }).of(value) ?? value
    if (is === 'moment' && !Number.isNaN(Date.parse(value))) return format.dateTime(new Date(value), 'short')
    return value
  }
}

/** One value of a field in the reader's form: statuses as badges, times in the newsroom's zone, words unchanged. */
export function HistoryValue({ field, value }: { field: Field; value: unknown }) {
  const tCommon = useTranslations('common')
  const words = useWords(field)
  const status = field.names === 'common.status' && CLAIM_STATUSES.find((known) => known === value)
  if (status) return <ClaimStatusBadge status={status} label={tCommon(`status.${status}`)} />
  const isCode = field.is === 'code' && value !== null && value !== ''
  return (
    <bdi className={isCode ? 'break-all' : 'break-words'} dir={isCode ? 'ltr' : undefined}>
      {words(value)}
    </bdi>
  )
}
