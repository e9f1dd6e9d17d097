'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { OfferedDraft } from '@/components/form/offered-draft'
import { Button } from '@/components/ui/button'
import { Fold } from '@/components/ui/fold'
import type { Claim } from '@/domain/claim/shape'
import { SaidBy } from './said-by'
import { toAttribution } from './attribution'
import { AttributionConflict } from './attribution-conflict'
import { AttributionForm } from './attribution-form'
import { useAttribution } from './use-attribution'

/** Shows the attribution of a claim, with a form to edit it. The desk keeps the typed text until it is saved. */
export function AttributionSection({ claim }: { claim: Claim }) {
  const t = useTranslations('claimReview.attribution')
  const mayEdit = claim.may.review && !claim.withdrawnAt
  const { opener, ...form } = useAttribution(claim, mayEdit)
  return (
    <section aria-label={t('heading')}>
      <Fold
        name="attribution"
        title={t('heading')}
        aside={claim.attribution && <bdi>{claim.attribution.speaker}</bdi>}
        open={form.open || form.offer.offered !== null}
      >
        <div className="flex items-start justify-between gap-2">
          <SaidBy attribution={claim.attribution} status={claim.status} />
          {mayEdit && (
            <Button ref={opener} size="sm" aria-expanded={form.open} onClick={form.toggle}>
              {claim.attribution ? t('change') : t('edit')}
            </Button>
          )}
        </div>
        {claim.attribution && (
          <p className="text-sm">
            <Link
              prefetch={false}
              className="link"
              href={`/articles/${claim.article.id}/claim-review#claim-${claim.number}`}
            >
              {t('review')}
            </Link>
          </p>
        )}
        {mayEdit && (
          <OfferedDraft {...form.offer}>
            {({ speaker, saidOn, saidAt }) => [speaker, saidOn, saidAt].filter(Boolean).join(' · ')}
          </OfferedDraft>
        )}
        <AttributionConflict form={form} />
        {form.open && (
          <AttributionForm
            {...{
              fields: form.fields,
              restored: form.restored,
              busy: form.busy,
              failure: form.lost ? null : form.failure,
            }}
            status={claim.status}
            language={claim.article.language}
            named={claim.attribution !== null}
            onChange={form.change}
            onSave={() => void form.save(toAttribution(form.fields))}
            onClear={() => void form.save(null)}
            onHide={form.hide}
            onCancel={form.close}
          />
        )}
      </Fold>
    </section>
  )
}
