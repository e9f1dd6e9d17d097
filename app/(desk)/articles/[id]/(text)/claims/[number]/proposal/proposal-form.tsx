'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { OfferedDraft } from '@/components/form/offered-draft'
import { RestoredDraft } from '@/components/form/restored-draft'
import { Button } from '@/components/ui/button'
import { Field, Textarea } from '@/components/ui/field'
import type { PanelClaim } from '../panel-claim'
import { isOpenProposal } from './proposal'
import { ProposalConflict } from './proposal-conflict'
import type { useProposal } from './use-proposal'

type Props = { claim: PanelClaim; proposal: ReturnType<typeof useProposal> }

/** Words that the writer is asked to put in place of those of the claim, and why. */
export function ProposalForm({ claim, proposal }: Props) {
  const t = useTranslations('article.proposal')
  const tVerdict = useTranslations('article.verdict')
  const format = useFormatter()
  const { form, busy, failure, lost } = proposal
  const issue = useIssue(failure)
  const { replacement, reason } = form.value
  const own = { lang: claim.article.language, dir: claim.dir }

  return (
    <EarlyForm
      aria-label={t('title')}
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void proposal.save()
      }}
    >
      <FailureBanner failure={lost ? null : failure} fields={['replacement', 'reason']} />
      {form.restoredAt && (
        <RestoredDraft
          title={t('restored', { at: format.dateTime(new Date(form.restoredAt), 'short') })}
          discard={t('discard')}
          onDiscard={proposal.discard}
        />
      )}
      <OfferedDraft {...form.offer}>{(fields) => fields.replacement}</OfferedDraft>
      <Field label={t('words')} hint={t('hint')} error={lost ? undefined : issue('replacement')}>
        <Textarea
          {...own}
          rows={2}
          value={replacement}
          onChange={(event) => form.set({ replacement: event.target.value })}
        />
      </Field>
      {replacement === '' && (
        <div>
          <Button size="sm" variant="ghost" onClick={() => form.set({ replacement: claim.quote })}>
            {t('fill')}
          </Button>
        </div>
      )}
      <Field label={t('reason')} error={issue('reason')}>
        <Textarea
          dir="auto"
          rows={1}
          value={reason}
          onChange={(event) => form.set({ reason: event.target.value })}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" busy={busy}>
          {t('save')}
        </Button>
        {isOpenProposal(claim) && (
          <Button variant="ghost" busy={busy} onClick={proposal.remove}>
            {t('remove')}
          </Button>
        )}
        <span className="text-sm text-ink-muted">{tVerdict('saveKeys')}</span>
      </div>
      <ProposalConflict proposal={proposal} language={claim.article.language} />
    </EarlyForm>
  )
}
