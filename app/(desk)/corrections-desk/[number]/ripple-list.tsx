'use client'

import Link from 'next/link'
import { useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { ReasonDialog } from '@/components/correction/reason-dialog'
import { FailureBanner } from '@/components/form/failure'
import { useAction, type Action } from '@/components/form/use-action'
import { useShortcuts } from '@/components/keys/use-shortcuts'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { useToast } from '@/components/ui/toast'
import type { RippleState } from '@/domain/correction/rules'
import { directionOf } from '@/domain/text/direction'

export type RippleRow = {
  id: string
  quote: string
  score: number
  state: RippleState
  why: string
  article: { id: string; title: string; language: string }
  claim: { number: number } | null
  made: { number: number } | null
}

type Props = {
  items: RippleRow[]
  mayDecide: boolean
  open: Action<{ id: string }, { id: string; number: number }>
  dismiss: Action<{ id: string; why: string }>
}

/** Where else the same is said. j and k go through the open ones, o opens a correction there, x says it is not affected. */
export function RippleList({ items, mayDecide, open, dismiss }: Props) {
  const t = useTranslations('correction.ripple')
  const tCommon = useTranslations('common')
  const tWords = useTranslations('correction')
  const toast = useToast()
  const list = useRef<HTMLUListElement>(null)
  const opening = useAction(open)
  const dismissing = useAction(dismiss)
  const [asking, setAsking] = useState<string | null>(null)
  const undecided = items.filter((item) => item.state === 'open')
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('li[data-open]') ?? [])]
  const at = () => rows().findIndex((row) => row.contains(document.activeElement))
  const go = (step: 1 | -1) =>
    rows()
      .at(Math.min(Math.max(0, at() + step), rows().length - 1))
      ?.focus()
  const focused = () => undecided[Math.max(0, at())]
  const openAt = async (item: RippleRow | undefined) => {
    if (!item || !mayDecide) return
    const result = await opening.run({ id: item.id })
    if (result?.ok) toast({ title: t('opened', { number: result.value.number }) })
  }
  useShortcuts(
    {
      j: () => go(1),
      k: () => go(-1),
      o: () => void openAt(focused()),
      x: () => {
        const item = focused()
        if (item && mayDecide) setAsking(item.id)
      },
    },
    ['j', 'k'],
  )
  const submit = async (id: string, why: string) => {
    const result = await dismissing.run({ id, why })
    if (!result?.ok) return
    setAsking(null)
    toast({ title: t('done') })
  }
  return (
    <section className="grid gap-2" aria-labelledby="ripples">
      <h2 id="ripples" className="text-lg font-semibold">
        {t('title', { open: undecided.length })}
      </h2>
      <p className="text-sm text-ink-muted">{items.length === 0 ? t('none') : t('hint')}</p>
      <FailureBanner failure={opening.failure} />
      <ul ref={list} className="grid gap-2">
        {items.map((item) => (
          <li
            key={item.id}
            className="correction-card"
            tabIndex={item.state === 'open' ? -1 : undefined}
            data-open={item.state === 'open' || undefined}
          >
            <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
              <Link
                prefetch={false}
                className="link min-w-0 break-words"
                href={`/articles/${item.article.id}${item.claim ? `/claims/${item.claim.number}` : ''}`}
              >
                <bdi>{item.article.title}</bdi>
              </Link>
              <span className="text-ink-muted">
                {item.claim ? tCommon('claimNumber', { number: item.claim.number }) : t('sentence')}
                <span aria-hidden> · </span>
                {t('likeness', { share: Math.round(item.score * 100) })}
              </span>
            </p>
            <p
              lang={item.article.language}
              dir={directionOf(item.article.language)}
              className="outcome-quote break-words"
            >
              {item.quote}
            </p>
            {item.state === 'open' && mayDecide && (
              <div className="flex flex-wrap gap-2">
                <Button size="sm" busy={opening.busy} onClick={() => void openAt(item)}>
                  {t('open')} <Kbd>o</Kbd>
                </Button>
                <Button size="sm" variant="ghost" onClick={() => setAsking(item.id)}>
                  {t('dismiss')} <Kbd>x</Kbd>
                </Button>
              </div>
            )}
            {item.made && (
              <Link prefetch={false} className="link text-sm" href={`/corrections-desk/${item.made.number}`}>
                {tWords('number', { number: item.made.number })}
              </Link>
            )}
            {item.state === 'not_affected' && (
              <p className="text-sm text-ink-muted">
                <bdi>{t('dismissed', { why: item.why })}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
      {asking && (
        <ReasonDialog
          title={t('dismissTitle')}
          label={t('why')}
          action={t('dismiss')}
          busy={dismissing.busy}
          failure={dismissing.failure}
          onSubmit={(why) => void submit(asking, why)}
          onClose={() => {
            dismissing.clear()
            setAsking(null)
          }}
        />
      )}
    </section>
  )
}
