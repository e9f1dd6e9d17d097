'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { MailLine } from '@/domain/mail/shape'
import { resendMailAction } from './actions'

/** Mails that could not be sent, each with what the last attempt met. */
export function MailList({ lines }: { lines: MailLine[] }) {
  const t = useTranslations('mail')
  const toast = useToast()
  const { run, busy, failure } = useAction(resendMailAction)
  const again = async (id: string) => {
    const result = await run({ id })
    if (result?.ok) toast({ title: t('resent') })
  }
  return (
    <div className="grid gap-3">
      <FailureBanner failure={failure} />
      <ul className="border-y border-line bg-panel">
        {lines.map((line) => (
          <Line key={line.id} line={line} busy={busy} onAgain={() => void again(line.id)} />
        ))}
      </ul>
    </div>
  )
}

function Line({ line, busy, onAgain }: { line: MailLine; busy: boolean; onAgain: () => void }) {
  const t = useTranslations('mail')
  const format = useFormatter()
  const { to, subject, state, attempts, problem, answer, createdAt, nextAt } = line
  const details = [
    t(`problem.${problem}`),
    t('attempts', { count: attempts }),
    nextAt && t('nextAt', { at: format.dateTime(nextAt, 'short') }),
  ].filter(Boolean)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-3 py-2 last:border-b-0">
      <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <bdi className="font-medium break-words">{subject}</bdi>
          <time dateTime={createdAt.toISOString()} className="text-sm text-ink-muted">
            {format.dateTime(createdAt, 'short')}
          </time>
        </p>
        <p className="text-sm break-all">
          <bdi dir="ltr">{to}</bdi>
        </p>
        <p className="text-sm">
          <strong className={state === 'failed' ? 'text-danger' : undefined}>{t(`state.${state}`)}</strong>
          {' · '}
          <span className="text-ink-muted">{details.join(' · ')}</span>
        </p>
        {answer && (
          <p className="text-sm break-words text-ink-muted">
            {t('said')} <bdi dir="ltr">{answer}</bdi>
          </p>
        )}
      </div>
      <Button
        size="sm"
        busy={busy}
        aria-label={t('resendNamed', { words: subject, address: to })}
        onClick={onAgain}
      >
        {t('resend')}
      </Button>
    </li>
  )
}
