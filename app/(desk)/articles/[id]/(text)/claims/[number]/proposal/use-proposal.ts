'use client'

import { useTranslations } from 'next-intl'
import { rebased } from '@/components/form/conflict'
import { useEditing } from '@/components/form/use-editing'
import { useSend } from '@/components/form/use-send'
import { useToast } from '@/components/ui/toast'
import type { Claim } from '@/domain/claim/shape'
import { proposeWordingAction } from '../../../../actions'
import { proposalFields } from './proposal'

/** The form of a claim's proposed wording: the typed words, and what another person saved meanwhile. */
export function useProposal(claim: Claim) {
  const t = useTranslations('article.proposal')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const form = useEditing({
    ...{ draft: `proposal:${claim.id}`, record: claim.id },
    ...{ stored: proposalFields(claim), version: claim.version },
  })
  const { run, lost, ...sending } = useSend(form, proposeWordingAction, {
    about: tCommon('claimNumber', { number: claim.number }),
    shows: ({ quote, proposal }: Claim) => ({ quote, fields: proposalFields({ quote, proposal }) }),
  })
  const save = async () => {
    const sent = form.now()
    const result = await run({ id: claim.id, ...sent })
    if (!result?.ok) return
    form.save(sent, result.value)
    toast({ title: t(sent.replacement.trim() === '' ? 'removed' : 'saved') })
  }
  return {
    ...{ form, save, ...sending },
    remove: () => {
      form.set({ replacement: '', reason: '' })
      void save()
    },
    discard: () => {
      form.end(claim.version, proposalFields(claim))
      sending.clear()
    },
    lost: lost && {
      theirs: lost.theirs,
      take: () => lost.take(lost.theirs.fields),
      goOn: (fields = rebased(form.from, form.value, lost.theirs.fields)) => {
        lost.goOn(fields, lost.theirs.fields)
        void save()
      },
    },
  }
}
