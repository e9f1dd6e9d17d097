'use client'

import Link from 'next/link'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'next-intl'
import { ReasonDialog } from './parts/reason-dialog'
import { Request } from './parts/request'
import { useAction } from '@/components/form/use-action'
import { Button, buttonClass } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { listInbox } from '@/domain/correction-request/queries'
import type { Said } from '@/domain/shape'
import { closeCorrectionRequestAction } from './actions'
import './inbox.css'
import './correction-card.css'

type Props = Said<Awaited<ReturnType<typeof listInbox>>> & { may: { start: boolean; close: boolean } }

/** Correction requests that nobody has taken up yet, oldest first. */
export function Inbox({ items, total, may }: Props) {
  const t = useTranslations('correction')
  const format = useFormatter()
  const toast = useToast()
  const { run, busy, failure, clear } = useAction(closeCorrectionRequestAction)
  const [closing, setClosing] = useState<string | null>(null)
  if (items.length === 0) return null
  const submit = async (id: string, why: string) => {
    const result = await run({ id, why })
    if (!result?.ok) return
    setClosing(null)
    toast({ title: t('inbox.closed') })
  }
  return (
    <section aria-labelledby="inbox" className="correction-inbox">
      <h2 id="inbox" className="font-semibold">
        {t('inbox.title', { count: total })}
      </h2>
      {total > items.length && (
        <p className="text-sm text-ink-muted">{t('inbox.older', { count: items.length })}</p>
      )}
      <ul className="correction-inbox-list">
        {items.map((item) => (
          <li key={item.id} className="correction-card">
            <p className="text-sm text-ink-muted">
              <time dateTime={item.createdAt} title={format.dateTime(new Date(item.createdAt), 'exact')}>
                <bdi>{format.dateTime(new Date(item.createdAt), 'short')}</bdi>
              </time>
              {item.article && (
                <>
                  <span aria-hidden> · </span>
                  <Link prefetch={false} className="link" href={`/articles/${item.article.id}`}>
                    <bdi>{item.article.title}</bdi>
                  </Link>
                </>
              )}
            </p>
            <Request request={item}>
              {may.start && (
                <Link
                  prefetch={false}
                  className={buttonClass({ size: 'sm' })}
                  href={`/corrections-desk/new?request=${item.id}`}
                >
                  {t('inbox.open')}
                </Link>
              )}
              {may.close && (
                <Button size="sm" variant="ghost" onClick={() => setClosing(item.id)}>
                  {t('inbox.close')}
                </Button>
              )}
            </Request>
          </li>
        ))}
      </ul>
      {closing && (
        <ReasonDialog
          title={t('inbox.closeTitle')}
          hint={t('inbox.closeHint')}
          label={t('inbox.why')}
          action={t('inbox.close')}
          busy={busy}
          failure={failure}
          onSubmit={(why) => void submit(closing, why)}
          onClose={() => {
            clear()
            setClosing(null)
          }}
        />
      )}
    </section>
  )
}
