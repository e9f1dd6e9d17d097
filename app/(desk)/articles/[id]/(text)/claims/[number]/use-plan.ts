'use client'

import { useTimeZone, useTranslations } from 'next-intl'
import { rebased } from '@/components/form/conflict'
import { useEditing } from '@/components/form/use-editing'
import { useSend } from '@/components/form/use-send'
import { useToast } from '@/components/ui/toast'
import type { Claim } from '@/domain/claim/shape'
import { changeClaimAction } from '../../../actions'
import { planInput, planOf } from './plan'

/** The form of a claim's plan: what was chosen and not saved yet, and what another person saved meanwhile. */
export function usePlan(claim: Claim) {
  const t = useTranslations('article.plan')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const zone = useTimeZone() ?? 'UTC'
  const form = useEditing({
    ...{ draft: `plan:${claim.id}`, record: claim.id },
    ...{ stored: planOf(claim, zone), version: claim.version },
  })
  const { run, lost, ...sending } = useSend(form, changeClaimAction, {
    about: tCommon('claimNumber', { number: claim.number }),
    stays: true,
    shows: (current: Claim) => ({ fields: planOf(current, zone), assignee: current.assignee }),
  })
  const save = async () => {
    const sent = form.now()
    const changed = form.changed((fields) => planInput(fields, zone, claim.dueAt))
    const result = await run({ id: claim.id, meant: claim.id, ...changed })
    if (!result?.ok) return
    form.save(sent, result.value)
    toast({ title: t('saved') })
  }
  return {
    ...{ form, save, ...sending },
    discard: () => form.end(claim.version, planOf(claim, zone)),
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
