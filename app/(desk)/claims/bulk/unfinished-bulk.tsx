'use client'

import { useState } from 'react'
import { useFormatter, useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import type { UnfinishedBulk as Unfinished } from '@/domain/bulk/shape'
import { leaveBulkAction } from '../actions'
import { BulkResult } from './bulk-result'
import { useBulk } from './use-bulk'

/** What a bulk change that stopped has done, and the ways on: the rest, back, or leaving it so. */
function Stopped({ given, onClose }: { given: Unfinished; onClose: () => void }) {
  const t = useTranslations('claims.bulkChange')
  const format = useFormatter()
  const { state, running, failure, resume, undo } = useBulk(given)
  const leaving = useAction(leaveBulkAction)
  const over = state?.waiting === 0
  const undoable = state !== null && !state.undoing && state.counts.changed > 0
  const leave = async () => {
    const result = await leaving.run({ id: given.id })
    if (result?.ok) onClose()
  }
  const at = format.dateTime(new Date(given.at), 'short')
  const what = t(`title.${given.kind}`, { count: given.total })
  return (
    <div className="pb-4">
      <Banner
        tone={over ? 'info' : 'warn'}
        title={t(given.undoing ? 'stoppedUndoing' : 'stopped', { what, at })}
      >
        <BulkResult state={state} />
        <FailureBanner failure={failure ?? leaving.failure} />
        <div className="flex flex-wrap gap-2 pt-1">
          {!over && (
            <Button size="sm" variant="primary" busy={running} onClick={resume}>
              {t('rest', { count: state?.waiting ?? 0 })}
            </Button>
          )}
          {undoable && (
            <Button size="sm" busy={running} onClick={undo}>
              {t('undoDone', { count: state.counts.changed })}
            </Button>
          )}
          {over ? (
            <Button size="sm" onClick={onClose}>
              {t('finish')}
            </Button>
          ) : (
            <Button size="sm" variant="ghost" disabled={running} onClick={() => void leave()}>
              {t('leave')}
            </Button>
          )}
        </div>
      </Banner>
    </div>
  )
}

/**
 * Offers to go on with a bulk change that stopped before this page was opened. One that runs on the page has its own
 * dialog.
 */
export function UnfinishedBulk({ found }: { found: Unfinished | null }) {
  const [given, setGiven] = useState(found)
  return given && <Stopped given={given} onClose={() => setGiven(null)} />
}
