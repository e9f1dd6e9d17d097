'use client'

import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslations } from 'next-intl'
import { useEditing } from '@/components/form/use-editing'
import { useSend } from '@/components/form/use-send'
import { useToast } from '@/components/ui/toast'
import { NO_ATTRIBUTION } from '@/domain/attribution/rules'
import type { Attribution } from '@/domain/attribution/shape'
import type { Claim } from '@/domain/claim/shape'
import { attributeClaimAction } from '../../../../actions'
import { toFields, versionToSave, type Attributed, type AttributionFields } from './attribution'

/** The form of a claim's attribution: whether it is open, the typed text, and the attribution it started from. */
export function useAttribution(claim: Claim, mayEdit: boolean) {
  const t = useTranslations('claimReview.attribution')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const opener = useRef<HTMLButtonElement>(null)
  const present: Attributed = { attribution: claim.attribution, version: claim.version }
  const form = useEditing({
    ...{ draft: `attribution:${claim.id}`, record: claim.id },
    ...{ stored: toFields(claim.attribution), version: claim.version },
  })
  const { run, busy, failure, clear } = useSend(form, attributeClaimAction, {
    about: tCommon('claimNumber', { number: claim.number }),
    shows: (current: Attributed) => current,
  })
  const [open, setOpen] = useState(false)
  const [first] = useState(present)
  const [grounds, setGrounds] = useState<Attributed | null>(null)
  const over = grounds ?? (form.typed ? first : present)

  useEffect(() => {
    if (form.restoredAt !== null && mayEdit) setOpen(true)
  }, [form.restoredAt, mayEdit])

  const hide = () => {
    flushSync(() => setOpen(false))
    // A slow save may be answered while its reader types elsewhere.
    if (document.activeElement === document.body) opener.current?.focus()
  }
  const close = () => {
    form.end(claim.version)
    clear()
    setGrounds(null)
    hide()
  }
  const save = async (wanted: Attribution | null) => {
    form.seen(versionToSave(over, claim))
    const said = { ...(wanted ?? NO_ATTRIBUTION), speaker: wanted && wanted.speaker }
    const result = await run({ ...said, id: claim.id })
    if (result?.ok) {
      close()
      toast({ title: wanted ? t('saved') : t('cleared') })
    } else if (result?.code === 'conflict' && result.current) setGrounds(result.current as Attributed)
  }
  return {
    ...{ opener, open, busy, failure, fields: form.value, restored: form.restoredAt !== null },
    ...{ hide, close, save },
    /** The attribution to show. After a conflict it is the other person's. */
    shown: failure?.code === 'conflict' && open ? over.attribution : claim.attribution,
    toggle: () => (open ? hide() : setOpen(true)),
    change: (change: Partial<AttributionFields>) => {
      setGrounds(over)
      form.set(change, over.version)
    },
    offer: {
      ...form.offer,
      onTake: (fields: AttributionFields) => {
        setGrounds(present)
        form.offer.onTake(fields)
        setOpen(true)
      },
    },
  }
}
