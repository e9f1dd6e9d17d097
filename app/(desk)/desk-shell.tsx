'use client'

import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { CircleUserRound, Keyboard, Search } from 'lucide-react'
import { EarlyForm, EarlyInput } from '@/components/early/parts'
import { useGoing, useGoingWatch } from '@/components/form/under-way'
import { useGo } from '@/components/form/use-go'
import { KeysDialog } from '@/components/keys/keys-dialog'
import { useShortcuts, useTooEarly } from '@/components/keys/use-shortcuts'
import { Preferences } from '@/app/preferences/preferences'
import { Wordmark } from '@/components/shell/wordmark'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem, MenuLabel } from '@/components/ui/menu'
import { useToast } from '@/components/ui/toast'
import { Bell } from './notices/bell'
import type { NamedAction } from './palette/entries'
import { Palette } from './palette/palette'
import { useSignOut } from './use-sign-out'
import './desk-shell.css'

type Props = {
  user: { id: string; name: string; roleLabel: string }
  nav: { href: string; label: string; icon: ReactNode }[]
  /** How many notices the user has not read. */
  unread: number
  actions: readonly NamedAction[]
  children: ReactNode
}

/** Shows what is loading, and tells the reader when a key comes too early. */
function UnderWay() {
  const t = useTranslations('common')
  const toast = useToast()
  const search = useSearchParams().toString()
  const pathname = usePathname()
  const address = search ? `${pathname}?${search}` : pathname
  const going = useGoing()
  useGoingWatch(address)
  useTooEarly((key) => toast({ name: 'too-early', title: t('underWay.tooEarly', { key }) }))
  return (
    <p role="status" className="shell-going">
      {going !== null && <span>{t('underWay.going')}</span>}
    </p>
  )
}

/** The frame of every desk page: the navigation, the search, the user's menu and the shortcuts. */
export function DeskShell({ user, nav, unread, actions, children }: Props) {
  const t = useTranslations('common')
  const tReview = useTranslations('claimReview')
  const tKeys = useTranslations('article.keys')
  const pathname = usePathname()
  const go = useGo()
  const signOut = useSignOut(user.id)
  const search = useRef<HTMLInputElement>(null)
  const [help, setHelp] = useState(false)
  useShortcuts({
    '/': () => {
      const own = document.querySelector<HTMLInputElement>('main input[type="search"]')
      const field = own ?? search.current
      field?.focus()
      field?.select()
    },
    '?': () => setHelp(true),
  })
  return (
    <div className="shell">
      <a href="#main" className="skip-link">
        {t('skipToContent')}
      </a>
      <header className="shell-bar">
        <Link href="/" prefetch={false} className="shell-home">
          <Wordmark name={t('appName')} />
        </Link>
        <nav aria-label={t('nav.label')} className="shell-nav">
          {nav.map((item) => (
            <Link
              key={item.href}
              href={item.href}
              prefetch={false}
              className="shell-nav-link"
              aria-current={pathname.startsWith(item.href) ? 'page' : undefined}
            >
              {item.icon}
              <span>{item.label}</span>
            </Link>
          ))}
        </nav>
        <EarlyForm
          role="search"
          className="shell-search"
          onSubmit={(event) => {
            event.preventDefault()
            go(`/claims?q=${encodeURIComponent(search.current?.value ?? '')}`)
          }}
        >
          <Search aria-hidden className="size-4 text-ink-muted" />
          <EarlyInput
            ref={search}
            type="search"
            dir="auto"
            maxLength={200}
            aria-label={t('search')}
            placeholder={t('search')}
          />
        </EarlyForm>
        <Palette person={user.id} actions={actions} onKeys={() => setHelp(true)} />
        <Button
          size="sm"
          variant="ghost"
          className="[@media(hover:none)]:hidden"
          aria-label={tKeys('open')}
          onClick={() => setHelp(true)}
        >
          <Keyboard aria-hidden className="size-5" />
        </Button>
        <Bell unread={unread} />
        <Menu
          trigger={
            <Button size="sm" variant="ghost" aria-label={`${t('account.label')}: ${user.name}`}>
              <CircleUserRound aria-hidden className="size-5" />
              <bdi className="hidden max-w-[14ch] truncate lg:inline">{user.name}</bdi>
            </Button>
          }
        >
          <MenuLabel>
            <bdi>{user.name}</bdi> · {user.roleLabel}
          </MenuLabel>
          <MenuItem onSelect={() => go('/settings')}>{t('nav.settings')}</MenuItem>
          <MenuItem onSelect={() => go('/claim-review')}>{tReview('nav')}</MenuItem>
          <MenuItem onSelect={() => void signOut()}>{t('account.signOut')}</MenuItem>
        </Menu>
      </header>
      <UnderWay />
      <main id="main" tabIndex={-1} className="shell-main">
        {children}
      </main>
      <footer className="shell-footer">
        <Preferences />
      </footer>
      <KeysDialog open={help} onOpenChange={setHelp} />
    </div>
  )
}
