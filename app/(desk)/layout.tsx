import { FileText, Inbox, ListChecks, Settings, SpellCheck2, Stamp } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PersonProvider } from '@/components/form/person'
import { unreadNotices } from '@/domain/notice/queries'
import { now } from '@/services/clock'
import { DeskShell } from './desk-shell'
import { Live } from './live/live'
import { actionsOf } from './palette/actions-of'
import { requireActor } from '@/app/server/session'
import { Interactive } from '../interactive'

/** Only signed-in people reach the pages inside. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  const t = await getTranslations('common')
  const shell = (
    <PersonProvider id={actor.id}>
      <Live readAt={now().getTime()}>
        <DeskShell
          unread={await unreadNotices(actor)}
          actions={actionsOf(actor, await getLocale())}
          user={{ id: actor.id, name: actor.name, roleLabel: t(`role.${actor.role}`) }}
          nav={[
            { href: '/my-work', label: t('nav.work'), icon: <Inbox aria-hidden className="size-4" /> },
            { href: '/claims', label: t('nav.claims'), icon: <ListChecks aria-hidden className="size-4" /> },
            {
              href: '/articles',
              label: t('nav.articles'),
              icon: <FileText aria-hidden className="size-4" />,
            },
            { href: '/reports', label: t('nav.reports'), icon: <Stamp aria-hidden className="size-4" /> },
            {
              href: '/corrections-desk',
              label: t('nav.corrections'),
              icon: <SpellCheck2 aria-hidden className="size-4" />,
            },
            {
              href: '/settings',
              label: t('nav.settings'),
              icon: <Settings aria-hidden className="size-4" />,
            },
          ]}
        >
          {children}
        </DeskShell>
      </Live>
    </PersonProvider>
  )
  return <Interactive>{shell}</Interactive>
}
