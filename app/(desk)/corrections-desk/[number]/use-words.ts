'use client'

import { useTranslations } from 'next-intl'
import { useEditing } from '@/components/form/use-editing'
import { useSend } from '@/components/form/use-send'
import { useToast } from '@/components/ui/toast'
import { fieldsOf, writtenOf } from '../parts/fields'
import { changeCorrectionAction } from '../actions'

export type Stored = Parameters<typeof fieldsOf>[0]

/** Holds the words of a correction while a person types and saves them. */
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
    /** @returns whether everything typed before the call is saved */
    save: async (): Promise<boolean> => {
      const sent = form.now()
      const result = await run({ id, ...form.changed(writtenOf) })
      // No result means that the same save is already on its way.
      if (!result) return true
      if (!result.ok) return false
      form.save(sent, result.value)
      toast({ title: t('saved') })
      return true
    },
  }
}

export type Words = ReturnType<typeof useWords>
