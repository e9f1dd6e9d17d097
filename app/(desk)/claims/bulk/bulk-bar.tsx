'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { useFocusReturn } from '@/components/form/use-focus-return'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { BULK_KINDS, BULK_MOST, type BulkKind } from '@/domain/bulk/rules'
import type { ClaimRow } from '@/domain/claim/shape'
import type { Person } from '@/domain/shape'
import { claimHref } from '../claim-cells'
import { BulkDialog } from './bulk-dialog'
import type { BulkTarget } from './change'
import './bulk.css'

type Props = {
  picked: ClaimRow[]
  /** How many claims stand on the page, and how many the filters select on all pages. */
  shown: number
  total: number
  /** The filters and the order, as the list's address writes them. */
  filter: Record<string, string>
  may: { review: boolean; assign: boolean }
  checkers: Person[]
  onPickOnly: (ids: readonly string[]) => void
}

/**
 * Actions on the picked claims, or on all that the filters select. The bar lies over the lower edge of the page, so that
 * picking moves nothing. The count also stands there when nothing is picked, because a screen reader announces only
 * regions that already exist.
 */
export function BulkBar({ picked, shown, total, filter, may, checkers, onPickOnly }: Props) {
  const t = useTranslations('claims')
  const toast = useToast()
  const focus = useFocusReturn()
  const [wantsAll, setWantsAll] = useState(false)
  /** What the open dialog is about, as it was seen: the page behind it follows the change. */
  const [asked, setAsked] = useState<{ kind: BulkKind; target: BulkTarget } | null>(null)
  const some = picked.length > 0
  const wholePage = some && picked.length === shown && total > shown
  const all = wholePage && wantsAll && total <= BULK_MOST
  const kinds = BULK_KINDS.filter((one) => (one === 'assign' ? may.assign : may.review))

  const open = (wanted: BulkKind) => {
    focus.remember()
    const target = all
      ? { filter, count: total }
      : { claims: picked.map(({ id, version }) => ({ id, version })) }
    setAsked({ kind: wanted, target })
  }
  const copy = async () => {
    const lines = picked.map((row) => new URL(claimHref(row), window.location.href).toString())
    // A page served over plain HTTP has no clipboard, and the reader may have denied access to it.
    const done = await Promise.resolve(
      navigator.clipboard?.writeText(lines.join('\n')).then(() => true),
    ).catch(() => false)
    toast({ title: t(done ? 'copied' : 'notCopied') })
  }

  return (
    <section aria-label={some ? t('bulk') : undefined} className={some ? 'bulk-bar' : 'sr-only'}>
      <p role="status" className="bulk-count">
        {some && t(all ? 'selectedAll' : 'selected', { count: all ? total : picked.length })}
        {wholePage && !all && total > BULK_MOST && ` ${t('selectableMost', { max: BULK_MOST })}`}
      </p>
      {wholePage && total <= BULK_MOST && kinds.length > 0 && (
        <Button size="sm" onClick={() => setWantsAll(!all)}>
          {all ? t('selectPageOnly', { count: shown }) : t('selectAll', { count: total })}
        </Button>
      )}
      {some &&
        kinds.map((one) => (
          <Button key={one} size="sm" data-focus-name={`bulk-${one}`} onClick={() => open(one)}>
            {t(`bulkChange.open.${one}`)}
          </Button>
        ))}
      {some && (
        <>
          <Button size="sm" onClick={() => void copy()}>
            {t('copyLinks')}
          </Button>
          <Button size="sm" variant="ghost" onClick={() => onPickOnly([])}>
            {t('clearSelection')}
          </Button>
        </>
      )}
      {asked && (
        <BulkDialog
          {...asked}
          checkers={checkers}
          onClose={(left) => {
            setAsked(null)
            if (left) onPickOnly(left.map(({ id }) => id))
            requestAnimationFrame(focus.goBack)
          }}
        />
      )}
    </section>
  )
}
