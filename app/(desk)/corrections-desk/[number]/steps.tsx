'use client'

import { useTranslations } from 'next-intl'
import { FIELD_NAMES } from '../parts/fields'
import { FailureBanner } from '@/components/form/failure'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { Step } from '@/domain/correction/rules'
import { Publish, type Preview } from './publish'
import { Reject } from './reject'
import { StepList } from './step-list'
import { waitsForSecond, type StepsRecord } from './step-rows'
import type { TakeStep } from './use-step'

type Props = {
  correction: StepsRecord
  /** Whether the form has unsaved words; if so, nobody can take a step. */
  unsaved: boolean
  step: TakeStep
  preview: Preview
}

const NAMES = { acknowledged: 'acknowledge', approved: 'approve' } as const

/** Who took each step and when, the deadlines, and the button for the next step. */
export function Steps({ correction, unsaved, step, preview }: Props) {
  const t = useTranslations('correction.steps')
  const tErrors = useTranslations('errors')
  const { open, taken, needsSecond, late, secondRefused, may } = correction
  return (
    <section className="grid gap-3" aria-labelledby="steps">
      <h2 id="steps" className="text-lg font-semibold">
        {t('title')}
      </h2>
      <StepList correction={correction} />
      {late && <Banner tone="warn" title={t('late')} />}
      {waitsForSecond(correction) && (
        <Banner
          tone="info"
          title={
            taken.approved?.name ? t('needsSecond', { name: taken.approved.name }) : t('needsSecondSoon')
          }
        >
          {may.handle && secondRefused && <p>{tErrors(secondRefused)}</p>}
        </Banner>
      )}
      {needsSecond && open && !taken.approved && (
        <p className="text-sm text-ink-muted">{t('needsSecondSoon')}</p>
      )}
      <FailureBanner failure={step.failure} fields={FIELD_NAMES} />
      {may.handle && open && <StepButtons {...{ correction, unsaved, step, preview }} />}
    </section>
  )
}

function StepButtons({ correction, unsaved, step, preview }: Props) {
  const t = useTranslations('correction.steps')
  const toast = useToast()
  const { id, version, nextStep, needsSecond, may } = correction
  const waits = waitsForSecond(correction)
  const take = async (name: Parameters<typeof step.take>[0], done: 'seconded' | Step) => {
    const result = await step.take(name, { id, version })
    if (result?.ok) toast({ title: t(`done.${done}`) })
  }
  return (
    <div className="grid gap-2">
      {unsaved && (
        <p role="status" className="text-sm text-ink-muted">
          {t('unsaved')}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {may.second && needsSecond && (
          <Button
            variant="primary"
            busy={step.busy}
            disabled={unsaved}
            onClick={() => void take('second', 'seconded')}
          >
            {t('secondIt')}
          </Button>
        )}
        {nextStep === 'published' && (
          <Publish
            preview={preview}
            busy={step.busy}
            disabled={unsaved || waits}
            secondary={waits}
            publish={() => take('publish', 'published')}
          />
        )}
        {nextStep && nextStep !== 'published' && (
          // Each step has its own button, so a double click does not take the following step too.
          <Button
            key={nextStep}
            variant="primary"
            busy={step.busy}
            disabled={unsaved}
            onClick={({ detail }) => detail < 2 && void take(NAMES[nextStep], nextStep)}
          >
            {t(NAMES[nextStep])}
          </Button>
        )}
        <Reject correction={{ id, version }} />
      </div>
    </div>
  )
}
