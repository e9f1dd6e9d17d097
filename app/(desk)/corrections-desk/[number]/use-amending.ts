'use client'

import { useTranslations } from 'next-intl'
import { rebased } from '@/components/form/conflict'
import { useEditing } from '@/components/form/use-editing'
import { useSend } from '@/components/form/use-send'
import { useToast } from '@/components/ui/toast'
import type { CorrectionDetail } from '@/domain/correction/shape'
import { amendAction } from '../actions'

/** The words of a published correction that its form changes. */
export const WORDS = ['wrong', 'right', 'note', 'explanation'] as const
type Words = Pick<CorrectionDetail, (typeof WORDS)[number]>
type Fields = Words & { reason: string; substantive: boolean }

const fieldsOf = ({ wrong, right, note, explanation }: Words): Fields => ({
  ...{ wrong, right, note, explanation },
  ...{ reason: '', substantive: false },
})

/** The form that amends a published correction, until the amendment is sent. */
export function useAmending(
  { id, version }: Pick<CorrectionDetail, 'id' | 'version'>,
  stored: Words,
  needsSecond: boolean,
) {
  const t = useTranslations('correction.amend')
  const toast = useToast()
  const form = useEditing<Fields>({
    ...{ draft: `amend:${id}`, record: id },
    ...{ stored: fieldsOf(stored), version },
  })
  const { run, lost, ...sending } = useSend(form, amendAction, { shows: fieldsOf })
  const submit = async () => {
    const { reason, substantive } = form.now()
    const result = await run({ ...form.changed((fields) => fields), id, reason, substantive })
    if (!result?.ok) return
    form.end(result.value)
    toast({ title: t(needsSecond ? 'proposed' : 'saved') })
  }
  return {
    ...{ form, submit, ...sending },
    discard: () => form.end(version, fieldsOf(stored)),
    lost: lost && {
      theirs: lost.theirs,
      take: () => lost.take(lost.theirs),
      goOn: (words: Partial<Words> = {}) => {
        lost.goOn({ ...rebased(form.from, form.now(), lost.theirs), ...words }, lost.theirs)
        void submit()
      },
    },
  }
}
