'use client'

import { useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { readNoticeAction, readNoticesAction } from './actions'
import { NoticeItem, type NoticeShown } from './notice-item'
import './notices.css'

/** A page of notices. `unread` counts those of all pages. */
export function NoticeList({ notices, unread }: { notices: NoticeShown[]; unread: number }) {
  const t = useTranslations('notices')
  const toast = useToast()
  const one = useAction(readNoticeAction)
  const all = useAction(readNoticesAction)
  const [newest] = notices
  const readAll = async () => {
    if (!newest) return
    const result = await all.run({ upTo: newest.id })
    if (result?.ok) toast({ title: t('allRead') })
  }
  return (
    <div className="grid gap-3">
      <FailureBanner failure={one.failure ?? all.failure} />
      {unread > 0 && (
        <div>
          <Button size="sm" busy={all.busy} onClick={() => void readAll()}>
            {t('readAll')}
          </Button>
        </div>
      )}
      <ul className="notices">
        {notices.map((notice) => (
          <NoticeItem key={notice.id} notice={notice} onRead={() => void one.run({ id: notice.id })} />
        ))}
      </ul>
    </div>
  )
}
