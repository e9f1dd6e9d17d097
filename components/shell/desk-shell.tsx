'use client'

import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { signOut } from 'next-auth/react'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { CircleUserRound, Keyboard, Search } from 'lucide-react'
import { KeysDialog } from '@/components/keys/keys-dialog'
import { useShortcuts } from '@/components/keys/use-shortcuts'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem, MenuLabel } from '@/components/ui/menu'
import { Preferences } from './preferences'
import { Wordmark } from './wordmark'

type Props = {
  user: { name: string; roleLabel: string }
  nav: { href: string; label: string; icon: ReactNode }[]
  setLanguage: (locale: string) => Promise<void>
  setColours: (colours: string) => Promise<void>
  children: ReactNode
}

/** The frame of every page inside: where one is, the search, who one is, and the keys. */
export function DeskShell({ user, nav, setLanguage, setColours, children }: Props) {
  const t = useTranslations('common')
  const tReview = useTranslations('claimReview')
  const tKeys = useTranslations('article.keys')
  const pathname = usePathname()
  const router = useRouter()
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
        <form
          role="search"
          className="shell-search"
          onSubmit={(event) => {
            event.preventDefault()
            router.push(`/claims?q=${encodeURIComponent(search.current?.value ?? '')}`)
          }}
        >
          <Search aria-hidden className="size-4 text-ink-muted" />
          <input
            ref={search}
            type="search"
            dir="auto"
            maxLength={200}
            aria-label={t('search')}
            placeholder={t('search')}
          />
        </form>
        <Button
          size="sm"
          variant="ghost"
          className="[@media(hover:none)]:hidden"
          aria-label={tKeys('open')}
          onClick={() => setHelp(true)}
        >
          <Keyboard aria-hidden className="size-5" />
        </Button>
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
          <MenuItem onSelect={() => router.push('/settings')}>{t('nav.settings')}</MenuItem>
          <MenuItem onSelect={() => router.push('/claim-review')}>{tReview('nav')}</MenuItem>
          <MenuItem onSelect={() => void signOut({ callbackUrl: '/sign-in' })}>
            {t('account.signOut')}
          </MenuItem>
        </Menu>
      </header>
      <main id="main" tabIndex={-1} className="shell-main">
        {children}
      </main>
      <footer className="shell-footer">
        <Preferences setLanguage={setLanguage} setColours={setColours} />
      </footer>
      <KeysDialog open={help} onOpenChange={setHelp} />
    </div>
  )
}
