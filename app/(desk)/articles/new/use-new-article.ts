'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'next-intl'
import { useDraft } from '@/components/form/use-draft'
import { useToast } from '@/components/ui/toast'
import type { Incoming } from '@/services/importing/incoming'
import { type Brought, EMPTY, type Fields, type Form, hasTyped, withIncoming } from './brought'

type Kept = Fields & { brought?: Brought | null }

/** The form of a new article, kept in this browser until it is saved. */
export function useNewArticle() {
  const t = useTranslations('importing')
  const toast = useToast()
  const { found, keep, drop } = useDraft<Kept>('article')
  const [form, setForm] = useState<Form>({ fields: EMPTY, brought: null })
  const [restored, setRestored] = useState(false)

  useEffect(() => {
    if (!found) return
    const { brought = null, ...fields } = found.value
    setForm({ fields: { ...EMPTY, ...fields }, brought })
    setRestored(true)
  }, [found])

  const change = (next: Form) => {
    setForm(next)
    keep({ ...next.fields, brought: next.brought }, 1)
  }
  return {
    form,
    restored,
    drop,
    change,
    set: (fields: Partial<Fields>) => change({ ...form, fields: { ...form.fields, ...fields } }),
    bring: (incoming: Incoming, name: string) => {
      const before = form
      change(withIncoming(before, incoming, name))
      if (hasTyped(before))
        toast({ title: t('replaced'), action: { label: t('undo'), onAction: () => change(before) } })
    },
    discard: () => {
      drop()
      setForm({ fields: EMPTY, brought: null })
      setRestored(false)
    },
  }
}
