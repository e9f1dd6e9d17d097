'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { OfferedDraft } from '@/components/form/offered-draft'
import { Button } from '@/components/ui/button'
import type { Claim } from '@/domain/claim/shape'
import { SaidBy } from './said-by'
import { toAttribution } from './attribution'
import { AttributionForm } from './attribution-form'
import { useAttribution } from './use-attribution'

/** Shows the attribution of a claim, with a form to edit it. The desk keeps the typed text until it is saved. */
export function AttributionSection({ claim }: { claim: Claim }) {
  const t = useTranslations('claimReview.attribution')
  const mayEdit = claim.may.review && !claim.withdrawnAt
  const { opener, ...form } = useAttribution(claim, mayEdit)
  return (
    <section aria-labelledby={`attribution-${claim.id}`} className="grid gap-2">
      <div className="flex items-center justify-between gap-2">
        <h3 id={`attribution-${claim.id}`} className="field-label">
          {t('heading')}
        </h3>
        {mayEdit && (
          <Button ref={opener} size="sm" aria-expanded={form.open} onClick={form.toggle}>
            {claim.attribution ? t('change') : t('edit')}
          </Button>
        )}
      </div>
      <SaidBy attribution={form.shown} status={claim.status} />
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
      {form.open && (
        <AttributionForm
          {...{ fields: form.fields, restored: form.restored, busy: form.busy, failure: form.failure }}
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
    </section>
  )
}
