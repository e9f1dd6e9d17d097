'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { useAction, type Action } from '@/components/form/use-action'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import { claimHref, type ClaimTableRow } from './claim-columns'

export type Assigned = { done: string[]; refused: { id: string; key: string }[] }

type Props = {
  picked: ClaimTableRow[]
  mayAssign: boolean
  checkers: { id: string; name: string }[]
  assign: Action<{ claims: { id: string; version: number }[]; assigneeId: string | null }, Assigned>
  onClear: () => void
}

/** What can be done with several claims at once. Those that changed meanwhile are left alone, and that is said. */
export function BulkBar({ picked, mayAssign, checkers, assign, onClear }: Props) {
  const t = useTranslations('claims')
  const toast = useToast()
  const { run, busy, failure } = useAction(assign)
  const [assigneeId, setAssigneeId] = useState('')
  const [refused, setRefused] = useState(0)

  const save = async () => {
    const result = await run({
      claims: picked.map(({ id, version }) => ({ id, version })),
      assigneeId: assigneeId || null,
    })
    if (!result?.ok) return
    setRefused(result.value.refused.length)
    if (result.value.done.length) toast({ title: t('assigned', { count: result.value.done.length }) })
    if (result.value.refused.length === 0) onClear()
  }

  const copy = async () => {
    const lines = picked.map((row) => new URL(claimHref(row), window.location.href).toString())
    await navigator.clipboard.writeText(lines.join('\n'))
    toast({ title: t('copied') })
  }

  return (
    <section aria-label={t('bulk')} className="grid gap-2 rounded border border-line-strong bg-panel p-2">
      <FailureBanner failure={failure} />
      {refused > 0 && <Banner tone="warn" title={t('refused', { count: refused })} />}
      <div className="flex flex-wrap items-center gap-2">
        <p role="status" className="px-2 font-medium">
          {t('selected', { count: picked.length })}
        </p>
        {mayAssign && (
          <>
            <Select
              className="w-auto"
              aria-label={t('assignTo')}
              value={assigneeId}
              onChange={(event) => setAssigneeId(event.target.value)}
            >
              <option value="">{t('nobody')}</option>
              {checkers.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </Select>
            <Button size="sm" variant="primary" busy={busy} onClick={() => void save()}>
              {t('assign')}
            </Button>
          </>
        )}
        <Button size="sm" onClick={() => void copy()}>
          {t('copyLinks')}
        </Button>
        <Button size="sm" variant="ghost" onClick={onClear}>
          {t('clearSelection')}
        </Button>
      </div>
    </section>
  )
}
