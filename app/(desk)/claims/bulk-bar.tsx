'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import type { ClaimRow } from '@/domain/claim/shape'
import type { Person } from '@/domain/shape'
import { assignClaimsAction } from './actions'
import { claimHref } from './claim-cells'

type Props = {
  picked: ClaimRow[]
  mayAssign: boolean
  checkers: Person[]
  onPickOnly: (ids: readonly string[]) => void
}

type Refused = { id: string; number: number; key: string }

const NOBODY = 'none'

/**
 * Actions on several claims at once. If some are refused, the bar names each with its reason, and only those stay
 * picked. The count also shows when nothing is picked, because a screen reader announces only regions that already
 * exist.
 */
export function BulkBar({ picked, mayAssign, checkers, onPickOnly }: Props) {
  const t = useTranslations('claims')
  const tCommon = useTranslations('common')
  const tErrors = useTranslations('errors')
  const toast = useToast()
  const { run, busy, failure } = useAction(assignClaimsAction)
  const [assignee, setAssignee] = useState('')
  const [refused, setRefused] = useState<Refused[]>([])
  const some = picked.length > 0

  const save = async () => {
    const result = await run({
      claims: picked.map(({ id, version }) => ({ id, version })),
      assigneeId: assignee === NOBODY ? null : assignee,
    })
    if (!result?.ok) return
    const { done, refused: left } = result.value
    const numbers = new Map(picked.map(({ id, number }) => [id, number]))
    setRefused(left.map(({ id, key }) => ({ id, key, number: numbers.get(id) ?? 0 })))
    if (done.length) toast({ title: t('assigned', { count: done.length }) })
    onPickOnly(left.map(({ id }) => id))
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
    <section
      aria-label={some ? t('bulk') : undefined}
      className={some ? 'grid gap-2 rounded border border-line-strong bg-panel p-2' : 'sr-only'}
    >
      {some && <FailureBanner failure={failure} />}
      {some && refused.length > 0 && (
        <Banner tone="warn" title={t('refused', { count: refused.length })}>
          <ul>
            {refused.map(({ id, number, key }) => (
              <li key={id}>
                {tCommon('claimNumber', { number })}: {tErrors(key as 'conflict')}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <p role="status" className="px-2 font-medium">
          {some && t('selected', { count: picked.length })}
        </p>
        {some && mayAssign && (
          <>
            <Select
              className="w-auto"
              aria-label={t('assignTo')}
              value={assignee}
              onChange={(event) => setAssignee(event.target.value)}
            >
              <option value="" disabled>
                {t('chooseAssignee')}
              </option>
              <option value={NOBODY}>{t('nobody')}</option>
              {checkers.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </Select>
            <Button
              size="sm"
              variant="primary"
              busy={busy}
              disabled={assignee === ''}
              onClick={() => void save()}
            >
              {t('assign')}
            </Button>
          </>
        )}
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
      </div>
    </section>
  )
}
