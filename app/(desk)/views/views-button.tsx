'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { Bookmark } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ViewedList } from '@/domain/view/lists'
import { SaveView } from './save-view'
import type { Notice } from './use-view'
import { useViews } from './use-views'
import { ViewLine } from './view-line'
import './views.css'

type Props = { list: ViewedList; mayShare: boolean }

/** The saved views of a list, and saving the one that is on the page. */
export function ViewsButton({ list, mayShare }: Props) {
  const t = useTranslations('views')
  const tCommon = useTranslations('common')
  const [open, setOpen] = useState(false)
  const { views, read, query } = useViews(list)
  const [notice, tell] = useState<Notice | null>(null)
  const toggle = (wanted: boolean) => {
    setOpen(wanted)
    tell(null)
    if (wanted) void read()
  }
  return (
    <>
      <Button onClick={() => toggle(true)}>
        <Bookmark aria-hidden className="size-4" />
        {t('open')}
      </Button>
      <Dialog open={open} onOpenChange={toggle} title={t('title')} closeLabel={tCommon('close')}>
        <div className="grid gap-4">
          {views === null ? (
            <p role="status">{tCommon('loading')}</p>
          ) : views.length === 0 ? (
            <p className="text-ink-muted">{t('empty')}</p>
          ) : (
            <ul className="view-lines">
              {views.map((view) => (
                <ViewLine
                  key={view.id}
                  {...{ view, query, tell }}
                  onChanged={read}
                  onGone={() => toggle(false)}
                />
              ))}
            </ul>
          )}
          <p role="status" className="view-notice">
            {notice?.text}
            {notice?.undo && (
              <Button size="sm" onClick={notice.undo}>
                {tCommon('undo')}
              </Button>
            )}
          </p>
          <SaveView
            {...{ list, query, mayShare }}
            onSaved={async (name) => {
              tell({ text: t('saved', { name }) })
              await read()
            }}
          />
        </div>
      </Dialog>
    </>
  )
}
