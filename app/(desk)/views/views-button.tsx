'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { Bookmark } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ViewedList } from '@/domain/view/lists'
import { SaveView } from './save-view'
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
  const toggle = (wanted: boolean) => {
    setOpen(wanted)
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
                <ViewLine key={view.id} {...{ view, query }} onChanged={read} onGone={() => toggle(false)} />
              ))}
            </ul>
          )}
          <SaveView {...{ list, query, mayShare }} onSaved={read} />
        </div>
      </Dialog>
    </>
  )
}
