'use client'

import { useState } from 'react'
import { useTimeZone, useTranslations } from 'next-intl'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { BulkKind } from '@/domain/bulk/rules'
import type { LeftClaim } from '@/domain/bulk/shape'
import type { Person } from '@/domain/shape'
import { BulkFields } from './bulk-fields'
import { BulkResult } from './bulk-result'
import { changeOf, EMPTY_FORM, sizeOf, type BulkTarget } from './change'
import { countNow, useBulk } from './use-bulk'

type Props = {
  kind: BulkKind
  target: BulkTarget
  checkers: Person[]
  /** Called with the claims that were left as they are, once something was changed. */
  onClose: (left: LeftClaim[] | null) => void
}

/** Asks for one value, names the number of claims, changes them, and shows the result with one undo for all. */
export function BulkDialog({ kind, target, checkers, onClose }: Props) {
  const t = useTranslations('claims.bulkChange')
  const tCommon = useTranslations('common')
  const zone = useTimeZone() ?? 'UTC'
  const { state, running, failure, start, undo, reset } = useBulk()
  const [form, setForm] = useState(EMPTY_FORM)
  const issue = useIssue(failure)
  const other = countNow(failure)
  const count = other ?? sizeOf(target)
  const change = changeOf(kind, form, zone)
  const asked = 'filter' in target ? { ...target, count } : target
  const close = () => {
    if (running) return
    reset()
    onClose(state && !state.undoing ? state.left : null)
  }
  const undoable = state !== null && state.waiting === 0 && !state.undoing && state.counts.changed > 0

  return (
    <Dialog
      open
      onOpenChange={close}
      title={t(`title.${kind}`, { count })}
      description={t('filter' in target ? 'onAllPages' : 'picked', { count })}
      closeLabel={tCommon('close')}
      footer={
        state && state.waiting === 0 ? (
          <>
            {undoable && (
              <Button busy={running} onClick={undo}>
                {tCommon('undo')}
              </Button>
            )}
            <Button variant="primary" onClick={close}>
              {t('finish')}
            </Button>
          </>
        ) : (
          <>
            <Button variant="ghost" disabled={running} onClick={close}>
              {tCommon('cancel')}
            </Button>
            <Button
              variant="primary"
              busy={running}
              disabled={change === null || count === 0}
              onClick={() => change && start(asked, change)}
            >
              {t(state ? 'goOn' : 'change', { count })}
            </Button>
          </>
        )
      }
    >
      <div className="grid gap-4">
        {other === null ? (
          <FailureBanner failure={failure} fields={['change.dueAt']} />
        ) : (
          <Banner tone="warn" title={t('otherCount', { count: other })} />
        )}
        {state === null && (
          <BulkFields
            {...{ kind, form, count, checkers }}
            dueError={issue('change.dueAt')}
            onChange={setForm}
          />
        )}
        <BulkResult state={state} />
      </div>
    </Dialog>
  )
}
