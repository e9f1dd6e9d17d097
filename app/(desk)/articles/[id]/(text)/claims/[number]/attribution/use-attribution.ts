'use client'

import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslations } from 'next-intl'
import { rebased } from '@/components/form/conflict'
import { useEditing } from '@/components/form/use-editing'
import { useSend } from '@/components/form/use-send'
import { useToast } from '@/components/ui/toast'
import { NO_ATTRIBUTION } from '@/domain/attribution/rules'
import type { Attribution } from '@/domain/attribution/shape'
import type { Claim } from '@/domain/claim/shape'
import { attributeClaimAction } from '../../../../actions'
import { toAttribution, toFields, type AttributionFields } from './attribution'

/** The form of a claim's attribution: whether it is open, and the typed text. */
export function useAttribution(claim: Claim, mayEdit: boolean) {
  const t = useTranslations('claimReview.attribution')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const opener = useRef<HTMLButtonElement>(null)
  const form = useEditing({
    ...{ draft: `attribution:${claim.id}`, record: claim.id },
    ...{ stored: toFields(claim.attribution), version: claim.version },
  })
  const { run, busy, failure, clear, lost } = useSend(form, attributeClaimAction, {
    about: tCommon('claimNumber', { number: claim.number }),
    stays: true,
    shows: ({ attribution }: Pick<Claim, 'attribution'>) => toFields(attribution),
  })
  const [open, setOpen] = useState(false)

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
    hide()
  }
  const save = async (wanted: Attribution | null) => {
    const said = { ...(wanted ?? NO_ATTRIBUTION), speaker: wanted && wanted.speaker }
    const result = await run({ ...said, id: claim.id })
    if (!result?.ok) return
    close()
    toast({ title: wanted ? t('saved') : t('cleared') })
  }
  return {
    ...{ opener, open, busy, failure, clear, fields: form.value, from: form.from },
    ...{ hide, close, save, change: form.set, restored: form.restoredAt !== null },
    toggle: () => (open ? hide() : setOpen(true)),
    offer: {
      ...form.offer,
      onTake: (fields: AttributionFields) => {
        form.offer.onTake(fields)
        setOpen(true)
      },
    },
    lost: lost && {
      theirs: lost.theirs,
      take: () => {
        lost.take(lost.theirs)
        hide()
      },
      goOn: (fields = rebased(form.from, form.value, lost.theirs)) => {
        lost.goOn(fields, lost.theirs)
        void save(toAttribution(fields))
      },
    },
  }
}
