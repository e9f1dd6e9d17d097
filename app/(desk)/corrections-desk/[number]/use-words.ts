'use client'

import { useTranslations } from 'next-intl'
import { useEditing } from '@/components/form/use-editing'
import { useSend } from '@/components/form/use-send'
import { useToast } from '@/components/ui/toast'
import { fieldsOf, writtenOf } from '../parts/fields'
import { changeCorrectionAction } from '../actions'

export type Stored = Parameters<typeof fieldsOf>[0]

/** The words of a correction while they are typed and saved. */
export function useWords({ id, version }: { id: string; version: number }, stored: Stored) {
  const t = useTranslations('correction.form')
  const toast = useToast()
  const fields = fieldsOf(stored)
  const form = useEditing({ ...{ draft: `correction:${id}`, record: id }, ...{ stored: fields, version } })
  const { run, ...sending } = useSend(form, changeCorrectionAction, {
    shows: (current: Stored) => fieldsOf(current),
  })
  return {
    ...{ form, ...sending },
    discard: () => form.end(version, fields),
    /** @returns whether all that was typed until then is saved */
    save: async (): Promise<boolean> => {
      const sent = form.now()
      const result = await run({ id, ...writtenOf(sent) })
      // The same press again adds nothing to the one before it.
      if (!result) return true
      if (!result.ok) return false
      form.save(sent, result.value)
      toast({ title: t('saved') })
      return true
    },
  }
}

export type Words = ReturnType<typeof useWords>
