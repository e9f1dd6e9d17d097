'use client'

import { useTranslations } from 'next-intl'
import { useEditing } from '@/components/form/use-editing'
import { useToast } from '@/components/ui/toast'
import type { Incoming } from '@/importing/incoming'
import { type Brought, EMPTY, type Fields, type Form, hasTyped, withIncoming } from './brought'

type Kept = Fields & { brought: Brought | null }

const NOTHING: Kept = { ...EMPTY, brought: null }
/** A placeholder: no record exists yet. */
const VERSION = 1

const formOf = ({ brought, ...fields }: Kept): Form => ({ fields, brought })

/** The form of a new article. The browser keeps it until it is saved. */
export function useNewArticle() {
  const t = useTranslations('importing')
  const toast = useToast()
  const editing = useEditing<Kept>({ draft: 'article', stored: NOTHING, version: VERSION })
  const { value, restoredAt, offer, set } = editing

  const change = ({ fields, brought }: Form) => editing.enter({ ...fields, brought })
  return {
    ...{ form: formOf(value), restored: restoredAt !== null, offer, change, set },
    /** The form's current state, for callbacks created in an earlier render. */
    now: () => formOf(editing.now()),
    bring: (incoming: Incoming, name: string) => {
      const before = formOf(editing.now())
      change(withIncoming(before, incoming, name))
      if (hasTyped(before))
        toast({ title: t('replaced'), action: { label: t('undo'), onAction: () => change(before) } })
    },
    /** Call this once the server has saved `sent`. */
    saved: ({ fields, brought }: Form) => editing.save({ ...fields, brought }, VERSION + 1),
    discard: () => editing.end(VERSION, NOTHING),
  }
}
