'use client'

import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useFocusReturn } from '@/components/form/use-focus-return'
import type { PanelClaim } from './panel-claim'
import { SourceList, NEW_SOURCE } from './sources/source-list'
import { RefutedDialog } from './verdict/refuted-dialog'
import { useVerdict } from './verdict/use-verdict'
import { firstStance, verifyingNeeds } from './verdict/verdict'
import { VerdictForm } from './verdict/verdict-form'

type Props = { claim: PanelClaim; links: { url: string; words: string }[]; withdrawn: boolean }

/** The verdict on a claim and its sources. Marking it verified without a source begins with the source. */
export function Judgement({ claim, links, withdrawn }: Props) {
  const verdict = useVerdict(claim)
  const focus = useFocusReturn()
  const [form, setForm] = useState<string | null>(null)
  const [verifying, setVerifying] = useState(false)
  const [asking, setAsking] = useState(false)
  const { status } = verdict
  const needs = verifyingNeeds({ status, sources: claim.sources })

  const show = (name: string) => {
    focus.remember()
    setForm(name)
  }
  const close = ({ saved }: { saved: boolean }) => {
    flushSync(() => {
      setForm(null)
      setVerifying(false)
    })
    focus.goBack()
    if (verifying && saved) verdict.markFollowing('verified')
    else if (verifying) verdict.stopAwaiting()
  }
  const verify = () => {
    setAsking(false)
    if (!needs.source || status === 'verified') return verdict.mark('verified')
    verdict.awaitSource()
    setVerifying(true)
    show(NEW_SOURCE)
  }

  return (
    <>
      {!withdrawn && (
        <VerdictForm
          claim={claim}
          verdict={verdict}
          onVerify={needs.answer > 0 ? () => setAsking(true) : verify}
        />
      )}
      {asking && <RefutedDialog refuting={needs.answer} onVerify={verify} onClose={() => setAsking(false)} />}
      <SourceList
        claimId={claim.id}
        sources={claim.sources}
        links={links}
        mayEdit={claim.may.editSources && !withdrawn}
        form={form}
        onShow={show}
        onClose={close}
        verifying={verifying}
        stance={verifying ? 'supports' : firstStance(verdict.pending ?? status)}
      />
    </>
  )
}
