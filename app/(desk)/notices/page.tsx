import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { readAddress, type Search } from '@/app/address'
import { pageTitle } from '@/app/server/page-title'
import { requireActor } from '@/app/server/session'
import { PageHeader } from '@/components/shell/page-header'
import { OlderPages } from '@/components/table/older-pages'
import { Banner } from '@/components/ui/banner'
import { EmptyState } from '@/components/ui/empty-state'
import { listMentionable } from '@/domain/comment/queries'
import { namedIn } from '@/domain/comment/rules'
import { listNotices } from '@/domain/notice/queries'
import { noticesPageSchema } from '@/domain/notice/schema'
import { NoticeList } from './notice-list'
import './notices.css'

export const generateMetadata = pageTitle((t) => t('notices.title'))

/** What others did that concerns the reader, and what is due; the newest first. */
export default async function NoticesPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor()
  const {
    params: { after, unread },
    issues,
  } = await readAddress(noticesPageSchema, searchParams)
  const { items, next, unread: count } = await listNotices(actor, { after, ...(unread && { unread: true }) })
  const people = await listMentionable()
  const t = await getTranslations('notices')
  const tErrors = await getTranslations('errors')
  const choices = [
    { href: '/notices', label: t('all'), chosen: !unread },
    { href: '/notices?unread=true', label: t('unread'), chosen: Boolean(unread) },
  ]
  return (
    <div className="mx-auto grid max-w-3xl gap-4">
      <PageHeader
        title={t('title')}
        description={t('hint')}
        actions={
          <Link prefetch={false} className="link" href="/settings/notices">
            {t('choose')}
          </Link>
        }
      />
      <nav className="flex gap-4" aria-label={t('which')}>
        {choices.map(({ href, label, chosen }) => (
          <Link
            key={href}
            href={href}
            prefetch={false}
            className="notices-choice"
            aria-current={chosen ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      {issues.length > 0 && <Banner tone="error" title={tErrors('cursorInvalid')} />}
      {items.length === 0 ? (
        <EmptyState
          title={t(unread ? 'noneUnread' : 'empty')}
          description={unread ? undefined : t('emptyHint')}
        />
      ) : (
        <NoticeList
          notices={items.map((notice) => ({ ...notice, named: namedIn(notice.words, people) }))}
          unread={count}
        />
      )}
      <OlderPages
        path={unread ? '/notices?unread=true' : '/notices'}
        label={t('pages')}
        newest={after && t('newest')}
        older={t('older')}
        next={next}
      />
    </div>
  )
}
