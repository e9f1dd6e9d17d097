'use client'

import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useFocusReturn } from '@/components/form/use-focus-return'
import { useLiveReducer } from '@/components/form/use-live-reducer'
import { tellTooEarly } from '@/components/keys/use-shortcuts'
import { STATUSES } from '@/domain/claim/statuses'
import type { PanelClaim } from './panel-claim'
import { mayVerify, NO_FORM, openForm } from './sources/open-form'
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
  const [source, tell, now] = useLiveReducer(openForm, () => NO_FORM)
  const [asking, setAsking] = useState(false)
  // A status that is still being saved counts already.
  const status = verdict.pending ?? verdict.status
  const needs = verifyingNeeds({ status, sources: claim.sources })

  const show = (form: string, awaited?: boolean) => {
    if (now().form !== form) focus.remember()
    tell({ kind: 'shown', form, awaited })
  }
  const close = ({ saved }: { saved: boolean }) => {
    const { awaited } = now()
    flushSync(() => tell({ kind: 'closed' }))
    focus.goBack()
    if (awaited && saved) verdict.markFollowing('verified')
    else if (awaited) verdict.stopAwaiting()
  }
  const verify = () => {
    setAsking(false)
    if (!needs.source || verdict.status === 'verified') return verdict.mark('verified')
    verdict.awaitSource()
    show(NEW_SOURCE, true)
  }
  const onVerify = () => {
    const may = mayVerify(now())
    if (may === 'tooEarly') return tellTooEarly(STATUSES.verified.key)
    if (may === 'now') return needs.answer > 0 ? setAsking(true) : verify()
  }

  return (
    <>
      {!withdrawn && (
        <VerdictForm {...{ claim, verdict, onVerify }} onOther={() => tell({ kind: 'forgone' })} />
      )}
      {asking && <RefutedDialog refuting={needs.answer} onVerify={verify} onClose={() => setAsking(false)} />}
      <SourceList
        claim={claim}
        sources={claim.sources}
        links={links}
        mayEdit={claim.may.editSources && !withdrawn}
        form={source.form}
        onShow={show}
        onClose={close}
        onSending={(sending) => tell({ kind: 'sending', sending })}
        verifying={source.awaited}
        stance={source.awaited ? 'supports' : firstStance(status)}
      />
    </>
  )
}
