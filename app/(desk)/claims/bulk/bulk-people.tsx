'use client'

import { useId } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyInput } from '@/components/early/parts'
import { shareSizes } from '@/domain/bulk/rules'
import type { Person } from '@/domain/shape'
import { withNobody, withPerson, type BulkForm } from './change'

type BoxProps = { label: string; checked: boolean; onChange: (on: boolean) => void }

function Box({ label, checked, onChange }: BoxProps) {
  return (
    <label className="bulk-person">
      <EarlyInput
        type="checkbox"
        className="size-4 shrink-0 pointer-coarse:size-6"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <bdi className="min-w-0 break-words">{label}</bdi>
    </label>
  )
}

type Props = { form: BulkForm; count: number; checkers: Person[]; onChange: (form: BulkForm) => void }

/** One person, several who share the claims evenly, or nobody; and how many claims that gives each. */
export function BulkPeople({ form, count, checkers, onChange }: Props) {
  const t = useTranslations('claims')
  const tBulk = useTranslations('claims.bulkChange')
  const hint = useId()
  const { people } = form
  const shares = people.length > 1 && shareSizes(people.length, count)
  return (
    <fieldset className="grid min-w-0 gap-2" aria-describedby={hint}>
      <legend className="field-label">{tBulk('people')}</legend>
      <div className="bulk-people">
        {checkers.map(({ id, name }) => (
          <Box
            key={id}
            label={name}
            checked={people.includes(id)}
            onChange={(on) => onChange(withPerson(form, id, on))}
          />
        ))}
        <Box label={t('nobody')} checked={form.nobody} onChange={(on) => onChange(withNobody(form, on))} />
      </div>
      <p id={hint} role="status" className="text-sm text-ink-muted">
        {shares ? tBulk('shares', { people: people.length, ...shares }) : tBulk('peopleHint')}
      </p>
    </fieldset>
  )
}
