'use client'

import { useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { ReasonDialog } from '../parts/reason-dialog'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { useShortcuts } from '@/components/keys/use-shortcuts'
import { useToast } from '@/components/ui/toast'
import type { Ripple as RippleRow } from '@/domain/ripple/shape'
import { dismissRippleAction, openRippleAction } from '../actions'
import { Ripple } from './ripple'

type Props = {
  items: RippleRow[]
  /** Whether other places have been looked for, which approval and publication do. */
  searched: boolean
  /** The article of the correction itself. */
  articleId: string
  mayDecide: boolean
}

/**
 * Other places that say the same. j and k move through the open ones, o opens a correction for one, x marks one as not
 * affected.
 */
export function RippleList({ items, searched, articleId, mayDecide }: Props) {
  const t = useTranslations('correction.ripple')
  const toast = useToast()
  const list = useRef<HTMLUListElement>(null)
  const opening = useAction(openRippleAction)
  const dismissing = useAction(dismissRippleAction)
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
        {items.length > 0 || searched ? t('title', { open: undecided.length }) : t('titleNotYet')}
      </h2>
      <p className="text-sm text-ink-muted">
        {items.length > 0 ? t('hint') : t(searched ? 'none' : 'notYet')}
      </p>
      <FailureBanner failure={opening.failure} />
      <ul ref={list} className="grid gap-2">
        {items.map((item) => (
          <Ripple
            key={item.id}
            item={item}
            here={item.article.id === articleId}
            decide={mayDecide ? { open: () => void openAt(item), dismiss: () => setAsking(item.id) } : null}
            busy={opening.busy}
          />
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
