'use client'

import { useTranslations } from 'next-intl'
import { StatusIcon } from '@/components/claim/status'
import { MomentField } from '@/components/form/moment-field'
import { ChoiceButtons } from '@/components/ui/choice-buttons'
import type { BulkKind } from '@/domain/bulk/rules'
import { PRIORITIES, type Priority } from '@/domain/claim/rules'
import { CLAIM_STATUSES, type ClaimStatus } from '@/domain/claim/statuses'
import type { Person } from '@/domain/shape'
import { BulkPeople } from './bulk-people'
import type { BulkForm } from './change'

type Props = {
  kind: BulkKind
  form: BulkForm
  count: number
  checkers: Person[]
  dueError?: string
  onChange: (form: BulkForm) => void
}

/** The field of one kind of bulk change. */
export function BulkFields({ kind, form, count, checkers, dueError, onChange }: Props) {
  const t = useTranslations('claims.bulkChange')
  const tCommon = useTranslations('common')
  switch (kind) {
    case 'assign':
      return <BulkPeople {...{ form, count, checkers, onChange }} />
    case 'priority':
      return (
        <ChoiceButtons
          label={t('priority')}
          value={form.priority}
          onChoose={(priority) => onChange({ ...form, priority: priority as Priority })}
          options={PRIORITIES.map((one) => ({ value: one, label: tCommon(`priority.${one}`) }))}
        />
      )
    case 'status':
      return (
        <div className="grid gap-2">
          <ChoiceButtons
            label={t('status')}
            value={form.status}
            onChoose={(status) => onChange({ ...form, status: status as ClaimStatus })}
            options={CLAIM_STATUSES.map((one) => ({
              value: one,
              label: tCommon(`status.${one}`),
              icon: <StatusIcon status={one} className="size-4" />,
              tone: one,
            }))}
          />
          <p className="text-sm text-ink-muted">{t('statusHint')}</p>
        </div>
      )
    case 'due':
      return (
        <div className="grid gap-2">
          <MomentField
            label={t('due')}
            value={form.due}
            error={dueError}
            onChange={(due) => onChange({ ...form, due })}
          />
          <p className="text-sm text-ink-muted">{t('dueHint')}</p>
        </div>
      )
  }
}
