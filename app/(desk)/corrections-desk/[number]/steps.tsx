'use client'

import { useState } from 'react'
import { useFormatter, useTranslations } from 'next-intl'
import { Circle, CircleCheck, CircleX } from 'lucide-react'
import { FIELD_NAMES } from '@/components/correction/fields'
import { ReasonDialog } from '@/components/correction/reason-dialog'
import { FailureBanner } from '@/components/form/failure'
import { useAction, type Action } from '@/components/form/use-action'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { Step } from '@/domain/correction/rules'
import type { TakeStep } from './use-step'

type Place = { id: string; version: number }
type Taken = { name: string | null; at: string } | null
export type StepActions = {
  acknowledge: Action<Place, number>
  approve: Action<Place, number>
  second: Action<Place, number>
  publish: Action<Place, number>
  reject: Action<Place & { why: string }, number>
}

export type StepsRecord = Place & {
  open: boolean
  nextStep: Step | null
  needsSecond: boolean
  seconded: boolean
  late: boolean
  overdue: boolean
  due: { acknowledge: string; publish: string }
  taken: Record<'reported' | 'acknowledged' | 'approved' | 'second' | 'published' | 'rejected', Taken>
  /** Why the reader cannot be the second person. */
  secondRefused: 'secondIsApprover' | 'secondIsWriter' | null
  may: { handle: boolean; second: boolean }
}

type Props = {
  correction: StepsRecord
  actions: StepActions
  /** Words that were typed and not saved: no step is taken over them. */
  unsaved: boolean
  step: TakeStep
}

const NAMES = { acknowledged: 'acknowledge', approved: 'approve', published: 'publish' } as const

/** Who took which step when, what is due, and the button of the step that comes next. */
export function Steps({ correction, actions, unsaved, step }: Props) {
  const t = useTranslations('correction.steps')
  const tReader = useTranslations('correction')
  const tErrors = useTranslations('errors')
  const format = useFormatter()
  const toast = useToast()
  const rejecting = useAction(actions.reject)
  const [asking, setAsking] = useState(false)
  const { id, version, taken, due, nextStep, needsSecond } = correction
  const rows = [
    'reported',
    'acknowledged',
    'approved',
    ...(needsSecond || taken.second ? (['second'] as const) : []),
    ...(taken.rejected ? (['rejected'] as const) : (['published'] as const)),
  ] as const
  const at = (moment: string) => format.dateTime(new Date(moment), 'short')
  const dueOf = (row: (typeof rows)[number]) => {
    if (!correction.open) return null
    if (row === 'acknowledged') return due.acknowledge
    return row === 'published' ? due.publish : null
  }
  const take = async (name: Parameters<typeof step.take>[0], done: 'seconded' | Step) => {
    const result = await step.take(name, { id, version })
    if (result?.ok) toast({ title: t(`done.${done}`) })
  }
  const waits = nextStep === 'published' && needsSecond && !correction.seconded
  return (
    <section className="grid gap-3" aria-labelledby="steps">
      <h2 id="steps" className="text-lg font-semibold">
        {t('title')}
      </h2>
      <ol className="correction-steps">
        {rows.map((row) => {
          const one = taken[row]
          const Sign = row === 'rejected' ? CircleX : one ? CircleCheck : Circle
          const dueAt = one ? null : dueOf(row)
          const late =
            dueAt !== null &&
            correction.overdue &&
            row === (nextStep === 'acknowledged' ? 'acknowledged' : 'published')
          return (
            <li key={row} data-taken={one ? true : undefined}>
              <Sign aria-hidden className="mt-0.5 size-4 shrink-0" />
              <span className="min-w-0">
                <span className="font-medium">{t(row)}</span>
                <span className={late ? 'due-late' : 'block text-sm text-ink-muted'}>
                  {one ? (
                    <>
                      <bdi>{one.name ?? tReader('reader')}</bdi>
                      <span aria-hidden> · </span>
                      <bdi>{at(one.at)}</bdi>
                    </>
                  ) : dueAt ? (
                    t(late ? 'overdue' : 'due', { at: at(dueAt) })
                  ) : (
                    t('open')
                  )}
                </span>
              </span>
            </li>
          )
        })}
      </ol>
      {correction.late && <Banner tone="warn" title={t('late')} />}
      {waits && (
        <Banner
          tone="info"
          title={
            taken.approved?.name ? t('needsSecond', { name: taken.approved.name }) : t('needsSecondSoon')
          }
        >
          {correction.may.handle && correction.secondRefused && <p>{tErrors(correction.secondRefused)}</p>}
        </Banner>
      )}
      {needsSecond && correction.open && !taken.approved && (
        <p className="text-sm text-ink-muted">{t('needsSecondSoon')}</p>
      )}
      <FailureBanner failure={step.failure} fields={FIELD_NAMES} />
      {correction.may.handle && correction.open && (
        <div className="grid gap-2">
          {unsaved && (
            <p role="status" className="text-sm text-ink-muted">
              {t('unsaved')}
            </p>
          )}
          <div className="flex flex-wrap gap-2">
            {correction.may.second && needsSecond && (
              <Button
                variant="primary"
                busy={step.busy}
                disabled={unsaved}
                onClick={() => void take('second', 'seconded')}
              >
                {t('secondIt')}
              </Button>
            )}
            {nextStep && (
              // Each step has a button of its own: a second press of a double one is not the step after it.
              <Button
                key={nextStep}
                variant={waits ? 'secondary' : 'primary'}
                busy={step.busy}
                disabled={unsaved || waits}
                onClick={({ detail }) => detail < 2 && void take(NAMES[nextStep], nextStep)}
              >
                {t(NAMES[nextStep])}
              </Button>
            )}
            <Button variant="ghost" onClick={() => setAsking(true)}>
              {t('reject')}
            </Button>
          </div>
          {nextStep === 'published' && <p className="text-sm text-ink-muted">{t('publishHint')}</p>}
        </div>
      )}
      {asking && (
        <ReasonDialog
          title={t('rejectTitle')}
          hint={t('rejectHint')}
          label={t('why')}
          action={t('rejectIt')}
          busy={rejecting.busy}
          failure={rejecting.failure}
          onClose={() => {
            rejecting.clear()
            setAsking(false)
          }}
          onSubmit={(why) =>
            void rejecting.run({ id, version, why }).then((result) => {
              if (!result?.ok) return
              setAsking(false)
              toast({ title: t('done.rejected') })
            })
          }
        />
      )}
    </section>
  )
}
