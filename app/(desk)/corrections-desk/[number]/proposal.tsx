'use client'

import { useState } from 'react'
import { useFormatter, useTranslations } from 'next-intl'
import { ReasonDialog } from '../parts/reason-dialog'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { CorrectionDetail } from '@/domain/correction/shape'
import { AMENDED_FIELDS, type Amended } from '@/domain/correction/rules'
import type { Said } from '@/domain/shape'
import { approveAmendmentAction, refuseAmendmentAction, withdrawAmendmentAction } from '../actions'

type Props = {
  correction: Pick<CorrectionDetail, 'id' | 'version' | 'article'>
  proposal: Said<NonNullable<CorrectionDetail['proposal']>>
  /** The published words. */
  present: Amended
}

function Changes({ correction, proposal, present }: Props) {
  const t = useTranslations('correction')
  const word = (field: (typeof AMENDED_FIELDS)[number], from: Amended) =>
    field === 'kind' ? t(`kind.${from.kind}`) : from[field]
  return (
    <dl className="grid gap-2">
      {AMENDED_FIELDS.filter((field) => proposal[field] !== present[field]).map((field) => {
        const language = field === 'kind' ? undefined : correction.article.language
        const [old, fresh] = [word(field, present), word(field, proposal)]
        return (
          <div key={field} className="grid gap-1">
            <dt className="field-label">{t(`form.${field}`)}</dt>
            {old && (
              <dd lang={language} dir="auto" className="break-words whitespace-pre-wrap">
                <del>{old}</del>
              </dd>
            )}
            <dd lang={language} dir="auto" className="break-words whitespace-pre-wrap">
              {fresh ? <ins>{fresh}</ins> : t('proposal.emptied')}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** An amendment that readers do not see yet. A second person approves or refuses it, or its proposer withdraws it. */
export function Proposal({ correction, proposal, present }: Props) {
  const t = useTranslations('correction.proposal')
  const tAmend = useTranslations('correction.amend')
  const tErrors = useTranslations('errors')
  const format = useFormatter()
  const toast = useToast()
  const approving = useAction(approveAmendmentAction)
  const withdrawing = useAction(withdrawAmendmentAction)
  const refusing = useAction(refuseAmendmentAction)
  const [asking, setAsking] = useState(false)
  const { id, version } = correction
  const { may } = proposal
  const approve = async () => {
    if ((await approving.run({ id, version }))?.ok) toast({ title: t('approved') })
  }
  const withdraw = async () => {
    if ((await withdrawing.run({ id, version }))?.ok) toast({ title: t('withdrawn') })
  }
  const refuse = async (why: string) => {
    if (!(await refusing.run({ id, version, why }))?.ok) return
    setAsking(false)
    toast({ title: t('refused') })
  }
  return (
    <section className="correction-card" aria-labelledby="proposal">
      <h2 id="proposal" className="text-lg font-semibold">
        {t('title')}
      </h2>
      <p className="text-sm text-ink-muted">
        <bdi>{proposal.proposedBy.name}</bdi> ·{' '}
        <bdi>{format.dateTime(new Date(proposal.proposedAt), 'short')}</bdi> ·{' '}
        {tAmend(proposal.substantive ? 'told' : 'quiet')}
      </p>
      <p dir="auto" className="break-words">
        {proposal.reason}
      </p>
      <Changes correction={correction} proposal={proposal} present={present} />
      <p className="text-sm text-ink-muted">
        {t(may.withdraw ? 'own' : 'hint')}{' '}
        {proposal.decisionRefused === 'amendmentIsWritten' && tErrors(proposal.decisionRefused)}
      </p>
      <FailureBanner failure={approving.failure ?? withdrawing.failure} />
      <div className="flex flex-wrap gap-2">
        {may.decide && (
          <>
            <Button variant="primary" busy={approving.busy} onClick={() => void approve()}>
              {t('approve')}
            </Button>
            <Button variant="ghost" onClick={() => setAsking(true)}>
              {t('refuse')}
            </Button>
          </>
        )}
        {may.withdraw && (
          <Button busy={withdrawing.busy} onClick={() => void withdraw()}>
            {t('withdraw')}
          </Button>
        )}
      </div>
      {asking && (
        <ReasonDialog
          title={t('refuseTitle')}
          hint={t('refuseHint')}
          label={t('why')}
          action={t('refuseIt')}
          busy={refusing.busy}
          failure={refusing.failure}
          onSubmit={(why) => void refuse(why)}
          onClose={() => {
            refusing.clear()
            setAsking(false)
          }}
        />
      )}
    </section>
  )
}
