'use client'

import { useTranslations } from 'next-intl'
import type { ConflictField } from '@/components/form/conflict'
import { FieldConflict } from '@/components/form/field-conflict'
import type { Priority } from '@/domain/claim/rules'
import type { Person } from '@/domain/shape'
import type { PlanFields } from './plan'
import type { usePlan } from './use-plan'

type Props = { plan: ReturnType<typeof usePlan>; people: readonly Person[] }

/** Both plans, after two people planned the same claim. */
export function PlanConflict({ plan: { lost, form, clear }, people }: Props) {
  const t = useTranslations('article.plan')
  const tCommon = useTranslations('common')
  if (!lost) return null
  const known = [...people, ...(lost.theirs.assignee ? [lost.theirs.assignee] : [])]
  const field = (name: keyof PlanFields, label: string, words: (value: string) => string): ConflictField => ({
    ...{ name, label, words, kind: 'choice' },
    ...{ from: form.from[name], mine: form.value[name], theirs: lost.theirs.fields[name] },
  })
  return (
    <FieldConflict
      fields={[
        field('assigneeId', t('assignee'), (id) =>
          id === '' ? tCommon('unassigned') : (known.find((one) => one.id === id)?.name ?? '—'),
        ),
        field('priority', t('priority'), (value) => tCommon(`priority.${value as Priority}`)),
        field('dueAt', t('due'), (value) => value.replace('T', ' ')),
      ]}
      onClose={clear}
      onTheirs={lost.take}
      onMine={() => lost.goOn()}
      onTogether={(values) => lost.goOn(values as PlanFields)}
    />
  )
}
