'use client'

import { useTranslations } from 'next-intl'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Field, Select } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import type { CorrectionDetail } from '@/domain/correction/shape'
import type { Person } from '@/domain/shape'
import { assignOwnerAction } from '../actions'

type Props = { correction: Pick<CorrectionDetail, 'id' | 'version' | 'owner'>; people: Person[] }

/** Chooses the person who is responsible for the correction. */
export function OwnerField({ correction, people }: Props) {
  const t = useTranslations('correction')
  const toast = useToast()
  const { run, failure } = useAction(assignOwnerAction)
  const issue = useIssue(failure)
  const choose = async (ownerId: string | null) => {
    const result = await run({ id: correction.id, version: correction.version, ownerId })
    if (result?.ok) toast({ title: t('owner.assign') })
  }
  return (
    <div className="grid gap-2">
      <FailureBanner failure={failure} fields={['ownerId']} />
      <Field label={t('owner.label')} error={issue('ownerId')}>
        <Select
          value={correction.owner?.id ?? ''}
          onChange={(event) => void choose(event.target.value || null)}
        >
          <option value="">{t('noOwner')}</option>
          {people.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  )
}
