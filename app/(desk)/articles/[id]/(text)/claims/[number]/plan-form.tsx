'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { MomentField } from '@/components/form/moment-field'
import { OfferedDraft } from '@/components/form/offered-draft'
import { RestoredDraft } from '@/components/form/restored-draft'
import { Button } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import { useZoneName } from '@/components/ui/zone'
import { isDueWithArticle } from '@/domain/claim/due'
import { PRIORITIES, type Priority } from '@/domain/claim/rules'
import type { Claim } from '@/domain/claim/shape'
import type { Person } from '@/domain/shape'
import { PlanConflict } from './plan-conflict'
import { usePlan } from './use-plan'

type Props = { claim: Claim; checkers: Person[] }

/** When a claim without a due time of its own is due. */
function DueWithArticle({ claim }: Pick<Props, 'claim'>) {
  const t = useTranslations('article.plan')
  const format = useFormatter()
  const zone = useZoneName()
  if (!isDueWithArticle(claim) || claim.due === null) return null
  return (
    <p className="text-sm text-ink-muted sm:col-span-2">
      {t('withArticle', { at: `⁨${format.dateTime(new Date(claim.due), 'short')} ${zone}⁩` })}
    </p>
  )
}

/** Who checks a claim, how urgent it is, and by when. */
export function PlanForm({ claim, checkers }: Props) {
  const t = useTranslations('article.plan')
  const tCommon = useTranslations('common')
  const plan = usePlan(claim)
  const { form, busy, failure, lost } = plan
  const fields = form.value
  const issue = useIssue(failure)
  const locked = !claim.may.review || claim.withdrawnAt !== null

  return (
    <EarlyForm
      aria-label={t('heading')}
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void plan.save()
      }}
    >
      <FailureBanner failure={lost ? null : failure} fields={['priority', 'assigneeId', 'dueAt']} />
      {form.restoredAt && (
        <RestoredDraft title={t('restored')} discard={t('discard')} onDiscard={plan.discard} />
      )}
      <OfferedDraft {...form.offer}>
        {(offered) => [tCommon(`priority.${offered.priority}`), offered.dueAt].filter(Boolean).join(' · ')}
      </OfferedDraft>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('assignee')} error={issue('assigneeId')}>
          <Select
            disabled={locked || !claim.may.assign}
            value={fields.assigneeId}
            onChange={(event) => form.set({ assigneeId: event.target.value })}
          >
            <option value="">{tCommon('unassigned')}</option>
            {claim.assignee && !checkers.some((one) => one.id === claim.assignee?.id) && (
              <option value={claim.assignee.id}>{claim.assignee.name}</option>
            )}
            {checkers.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('priority')} error={issue('priority')}>
          <Select
            disabled={locked}
            value={fields.priority}
            onChange={(event) => form.set({ priority: event.target.value as Priority })}
          >
            {PRIORITIES.map((priority) => (
              <option key={priority} value={priority}>
                {tCommon(`priority.${priority}`)}
              </option>
            ))}
          </Select>
        </Field>
        <MomentField
          className="sm:col-span-2"
          label={t('due')}
          error={issue('dueAt')}
          disabled={locked}
          value={fields.dueAt}
          onChange={(typed) => form.set({ dueAt: typed })}
        />
        <DueWithArticle claim={claim} />
      </div>
      {!locked && (
        <div>
          <Button type="submit" size="sm" busy={busy}>
            {t('save')}
          </Button>
        </div>
      )}
      <PlanConflict plan={plan} people={checkers} />
    </EarlyForm>
  )
}
