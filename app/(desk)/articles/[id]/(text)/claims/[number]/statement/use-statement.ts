'use client'

import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { useEditing } from '@/components/form/use-editing'
import { useSend } from '@/components/form/use-send'
import { useToast } from '@/components/ui/toast'
import { NO_STATEMENT } from '@/domain/claim-review/rules'
import type { Statement } from '@/domain/claim-review/shape'
import type { Claim } from '@/domain/claim/shape'
import { attributeClaimAction } from '../../../../actions'
import { toFields, versionToSave, type Stated, type StatementFields } from './statement'

/** The form of a claim's statement: whether it is open, the typed text, and the statement it started from. */
export function useStatement(claim: Claim, mayEdit: boolean) {
  const t = useTranslations('claimReview.statement')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const opener = useRef<HTMLButtonElement>(null)
  const present: Stated = { statement: claim.statement, version: claim.version }
  const form = useEditing({
    ...{ draft: `statement:${claim.id}`, record: claim.id },
    ...{ stored: toFields(claim.statement), version: claim.version },
  })
  const { run, busy, failure, clear } = useSend(form, attributeClaimAction, {
    about: tCommon('claimNumber', { number: claim.number }),
    shows: (current: Stated) => current,
  })
  const [open, setOpen] = useState(false)
  const [first] = useState(present)
  const [grounds, setGrounds] = useState<Stated | null>(null)
  const over = grounds ?? (form.typed ? first : present)

  useEffect(() => {
    if (form.restoredAt !== null && mayEdit) setOpen(true)
  }, [form.restoredAt, mayEdit])

  const hide = () => {
    setOpen(false)
    opener.current?.focus()
  }
  const close = () => {
    form.end(claim.version)
    clear()
    setGrounds(null)
    hide()
  }
  const save = async (wanted: Statement | null) => {
    form.seen(versionToSave(over, claim))
    const said = { ...(wanted ?? NO_STATEMENT), speaker: wanted && wanted.speaker }
    const result = await run({ ...said, id: claim.id })
    if (result?.ok) {
      close()
      toast({ title: wanted ? t('saved') : t('cleared') })
    } else if (result?.code === 'conflict' && result.current) setGrounds(result.current as Stated)
  }
  return {
    ...{ opener, open, busy, failure, fields: form.value, restored: form.restoredAt !== null },
    ...{ hide, close, save },
    /** The statement to show. After a conflict it is the other person's. */
    shown: failure?.code === 'conflict' && open ? over.statement : claim.statement,
    toggle: () => (open ? hide() : setOpen(true)),
    change: (change: Partial<StatementFields>) => {
      setGrounds(over)
      form.set(change, over.version)
    },
    offer: {
      ...form.offer,
      onTake: (fields: StatementFields) => {
        setGrounds(present)
        form.offer.onTake(fields)
        setOpen(true)
      },
    },
  }
}
