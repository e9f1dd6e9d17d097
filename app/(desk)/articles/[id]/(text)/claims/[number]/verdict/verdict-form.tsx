'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { OfferedDraft } from '@/components/form/offered-draft'
import { RestoredDraft } from '@/components/form/restored-draft'
import { useShortcuts } from '@/components/keys/use-shortcuts'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { ChoiceButtons } from '@/components/ui/choice-buttons'
import { Field, Textarea } from '@/components/ui/field'
import { Kbd } from '@/components/ui/kbd'
import { CLAIM_STATUSES, STATUSES, type ClaimStatus } from '@/domain/claim/statuses'
import { StatusIcon } from '@/components/claim/status'
import type { PanelClaim } from '../panel-claim'
import type { useVerdict } from './use-verdict'
import { VerdictConflict } from './verdict-conflict'

type Props = {
  claim: PanelClaim
  verdict: ReturnType<typeof useVerdict>
  onVerify: () => void
  /** Another status than verified was chosen. */
  onOther: () => void
}

const ORDER = [...CLAIM_STATUSES].reverse()

function ReadFinding({ claim }: Pick<Props, 'claim'>) {
  const t = useTranslations('article.verdict')
  return (
    <section aria-label={t('finding')}>
      <h3 className="field-label">{t('finding')}</h3>
      <p lang={claim.article.language} dir={claim.dir} className="whitespace-pre-wrap">
        {claim.finding || <span className="text-ink-muted">{t('noFinding')}</span>}
      </p>
    </section>
  )
}

/** The status and finding of a claim. One save writes both, so a verdict always has its reasons. */
export function VerdictForm(props: Props) {
  return props.claim.may.review ? <Verdict {...props} /> : <ReadFinding claim={props.claim} />
}

function Verdict({ claim, verdict, onVerify, onOther }: Props) {
  const t = useTranslations('article.verdict')
  const tStatus = useTranslations('common.status')
  const tErrors = useTranslations('errors')
  const format = useFormatter()
  const { field, finding, status, pending, busy, failure, lost } = verdict
  const issue = useIssue(failure)
  const choose = (one: ClaimStatus) => {
    if (one === 'verified') return onVerify()
    onOther()
    return one === 'disputed' ? verdict.dispute() : verdict.mark(one)
  }
  useShortcuts({
    ...Object.fromEntries(CLAIM_STATUSES.map((one) => [STATUSES[one].key, () => choose(one)])),
    f: () => field.current?.focus(),
  })

  return (
    <EarlyForm
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void verdict.save(pending)
      }}
    >
      <ChoiceButtons
        label={t('status')}
        value={pending ?? status}
        onChoose={(value) => choose(value as ClaimStatus)}
        options={ORDER.map((one) => ({
          ...{ value: one, label: tStatus(one), tone: one },
          icon: <StatusIcon status={one} className="size-4" />,
          hint: <Kbd>{STATUSES[one].key}</Kbd>,
        }))}
      />
      {issue('status') && <Banner tone="error" title={issue('status') ?? ''} />}
      <FailureBanner failure={lost ? null : failure} fields={['status', 'finding']} />
      {finding.restoredAt && (
        <RestoredDraft
          title={t('restored', { at: format.dateTime(new Date(finding.restoredAt), 'short') })}
          discard={t('discard')}
          onDiscard={verdict.discard}
        />
      )}
      <OfferedDraft {...finding.offer}>{(words) => words}</OfferedDraft>
      <Field
        label={t('finding')}
        hint={t('findingHint')}
        error={verdict.lacking ? tErrors('disputedNeedsFinding') : issue('finding')}
      >
        <Textarea
          ref={field}
          lang={claim.article.language}
          dir="auto"
          rows={2}
          value={finding.value}
          onChange={(event) => finding.enter(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {t('save')}
        </Button>
        <span className="text-sm text-ink-muted">{t('saveKeys')}</span>
      </div>
      <VerdictConflict verdict={verdict} language={claim.article.language} />
    </EarlyForm>
  )
}
