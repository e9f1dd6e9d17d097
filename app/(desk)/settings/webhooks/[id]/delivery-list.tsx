'use client'

import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { useToast } from '@/components/ui/toast'
import type { DeliveryLine } from '@/domain/delivery/shape'
import { isUnderWay, PROBLEMS } from '@/domain/delivery/rules'
import { isTold } from '@/domain/history/events'
import { resendDeliveryAction } from '../actions'

type Props = { lines: DeliveryLine[]; disabled: boolean }

/** The deliveries to a webhook, each with its outcome. */
export function DeliveryList({ lines, disabled }: Props) {
  const t = useTranslations('webhooks')
  const router = useRouter()
  const toast = useToast()
  const { run, busy, failure } = useAction(resendDeliveryAction)
  const again = (id: string) => void run({ id }).then((result) => result?.ok && toast({ title: t('resent') }))
  if (lines.length === 0) return <EmptyState title={t('noDeliveries')} description={t('noDeliveriesHint')} />
  return (
    <div className="grid gap-3">
      <FailureBanner failure={failure} />
      <div>
        <Button size="sm" onClick={() => router.refresh()}>
          {t('refresh')}
        </Button>
      </div>
      <ul className="border-y border-line bg-panel">
        {lines.map((line) => (
          <Line
            key={line.id}
            line={line}
            onAgain={disabled || isUnderWay(line) ? undefined : () => again(line.id)}
            busy={busy}
          />
        ))}
      </ul>
    </div>
  )
}

type LineProps = { line: DeliveryLine; onAgain?: () => void; busy: boolean }

function Line({ line, onAgain, busy }: LineProps) {
  const t = useTranslations('webhooks')
  const format = useFormatter()
  const at = format.dateTime(line.createdAt, 'short')
  const event = isTold(line.event) ? t(`event.${line.event}`) : t('event.ping')
  const problem = PROBLEMS.find((one) => one === line.answer)
  const answer = problem ? t(`answer.${problem}`) : line.answer && t('answer.status', { status: line.answer })
  const next = line.nextAt && t('nextAt', { at: format.dateTime(line.nextAt, 'short') })
  const details = [
    t('attempts', { count: line.attempts }),
    isUnderWay(line) ? t('sending') : answer,
    line.attempts > 0 && !isUnderWay(line) && next,
  ].filter(Boolean)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-3 py-2 last:border-b-0">
      <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{event}</span>
          <time dateTime={line.createdAt.toISOString()} className="text-sm text-ink-muted">
            {at}
          </time>
        </p>
        <p className="text-sm">
          <strong className={line.state === 'failed' ? 'text-danger' : undefined}>
            {t(`state.${line.state}`)}
          </strong>
          {' · '}
          <span className="text-ink-muted">{details.join(' · ')}</span>
        </p>
      </div>
      {onAgain && (line.state !== 'waiting' || line.attempts > 0) && (
        <Button size="sm" busy={busy} aria-label={t('resendNamed', { event, at })} onClick={onAgain}>
          {t('resend')}
        </Button>
      )}
    </li>
  )
}
