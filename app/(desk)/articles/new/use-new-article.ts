'use client'

import { useEffect, useRef, useState } from 'react'
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
  const { restored: found, offered, keep, drop, decide } = useDraft<Kept>('article', 1)
  const [form, setForm] = useState<Form>({ fields: EMPTY, brought: null })
  // What is read comes later than it was asked for: it goes into the form as it is by then.
  const latest = useRef(form)
  const [restored, setRestored] = useState(false)

  const put = (next: Form) => {
    latest.current = next
    setForm(next)
  }
  useEffect(() => {
    if (!found) return
    const { brought = null, ...fields } = found.value
    put({ fields: { ...EMPTY, ...fields }, brought })
    setRestored(true)
  }, [found])

  const change = (next: Form) => {
    put(next)
    keep({ ...next.fields, brought: next.brought }, 1)
  }
  return {
    form,
    restored,
    offered,
    dropOffered: decide,
    takeOffered: ({ brought = null, ...fields }: Kept) => {
      decide()
      change({ fields: { ...EMPTY, ...fields }, brought })
    },
    drop,
    change,
    /** The form as it is now, also for what was begun on an earlier one. */
    now: () => latest.current,
    set: (fields: Partial<Fields>) =>
      change({ ...latest.current, fields: { ...latest.current.fields, ...fields } }),
    bring: (incoming: Incoming, name: string) => {
      const before = latest.current
      change(withIncoming(before, incoming, name))
      if (hasTyped(before))
        toast({ title: t('replaced'), action: { label: t('undo'), onAction: () => change(before) } })
    },
    discard: () => {
      drop()
      put({ fields: EMPTY, brought: null })
      setRestored(false)
    },
  }
}
