'use client'

import { useRef } from 'react'
import { useTranslations } from 'next-intl'
import { rebased } from '@/components/form/conflict'
import { useEditing } from '@/components/form/use-editing'
import { useLiveReducer } from '@/components/form/use-live-reducer'
import { useSend } from '@/components/form/use-send'
import { useToast } from '@/components/ui/toast'
import type { Claim } from '@/domain/claim/shape'
import type { ClaimStatus } from '@/domain/claim/statuses'
import { changeClaimAction } from '../../../../actions'
import { claimOnScreen } from '../on-screen'
import { decide, statusNow, UNDECIDED } from './verdict'

/** Holds the status and finding of a claim while a person decides: what they typed, what was sent, and the result. */
export function useVerdict(claim: Claim) {
  const t = useTranslations('article.verdict')
  const tStatus = useTranslations('common.status')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const field = useRef<HTMLTextAreaElement>(null)
  const finding = useEditing({
    ...{ draft: `finding:${claim.id}`, record: claim.id },
    ...{ stored: claim.finding, version: claim.version },
  })
  const { run, busy, failure, clear, lost } = useSend(finding, changeClaimAction, {
    about: tCommon('claimNumber', { number: claim.number }),
    stays: true,
    shows: (current: Claim) => current,
  })
  const [deciding, tell] = useLiveReducer(decide, () => UNDECIDED)
  const { pending } = deciding
  const lacking = deciding.lacking && finding.value.trim() === ''
  const status = statusNow(deciding, claim)

  const discard = () => {
    tell({ kind: 'ended' })
    finding.end(claim.version, claim.finding)
    clear()
  }

  const save = async (wanted: ClaimStatus | null, meant = claimOnScreen() ?? claim.id) => {
    const sent = finding.now()
    tell({ kind: 'sent', status: wanted })
    const result = await run({
      ...{ id: claim.id, meant },
      ...(wanted && { status: wanted }),
      ...finding.changed((words) => ({ finding: words })),
    })
    if (!result) return
    if (!result.ok) {
      const atFinding = result.issues.some((one) => one.path === 'finding')
      if (atFinding) field.current?.focus()
      tell({ kind: 'refused', byRule: result.code === 'rule' && !atFinding })
      return
    }
    finding.save(sent, result.value)
    tell({ kind: 'written', status: wanted, version: result.value })
    if (!wanted || wanted === status) return toast({ title: t('saved') })
    toast({
      title: t('marked', { number: claim.number, status: tStatus(wanted) }),
      action: {
        label: tCommon('undo'),
        onAction: () => {
          tell({ kind: 'undone' })
          void run({ id: claim.id, meant: claim.id, status }, result.value)
        },
      },
    })
  }

  const mark = (wanted: ClaimStatus) => {
    if (wanted === status && !pending && !finding.typed) return
    void save(wanted)
  }
  /** Focuses the finding at once, so that the next keys type into it even before the server answers. */
  const dispute = () => {
    field.current?.focus()
    if (finding.now().trim() !== '') return mark('disputed')
    tell({ kind: 'unfounded' })
  }
  return {
    ...{ field, finding, status, pending, lacking, busy, failure, clear },
    ...{ discard, save, mark, dispute },
    /** Marks the claim for which a source was saved. It was meant with that press, whatever the screen shows by now. */
    markFollowing: (wanted: ClaimStatus) => void save(wanted, claim.id),
    /** The status is sent once its source is saved; until then the buttons show it as chosen. */
    awaitSource: () => tell({ kind: 'unsourced' }),
    stopAwaiting: () => tell({ kind: 'ended' }),
    lost: lost && {
      theirs: lost.theirs,
      from: finding.from,
      goOn: (words = rebased(finding.from, finding.now(), lost.theirs.finding), wanted = pending) => {
        lost.goOn(words, lost.theirs.finding)
        void save(wanted === lost.theirs.status ? null : wanted)
      },
      takeTheirs: () => {
        tell({ kind: 'ended' })
        lost.take(lost.theirs.finding)
      },
    },
  }
}
