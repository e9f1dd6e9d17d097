'use client'

import { useEffect, useState, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { Command } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useGo } from '@/components/form/use-go'
import { letterOf } from '@/components/keys/rule'
import { Button } from '@/components/ui/button'
import { closeOnEscape } from '@/components/ui/escape'
import { setLanguage } from '@/app/preferences/actions'
import { useSignOut } from '../use-sign-out'
import type { Entry, NamedAction, PageAction } from './entries'
import { PaletteSearch } from './palette-search'
import { useRecent } from './use-recent'
import './palette.css'

const isCalled = (event: KeyboardEvent) =>
  (event.ctrlKey || event.metaKey) &&
  !event.altKey &&
  !event.shiftKey &&
  !event.isComposing &&
  letterOf(event).toLowerCase() === 'k'

/** Opens and closes with Ctrl or Command and K, unless another dialog lies over the page. */
function useCalled(onCall: () => void) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isCalled(event)) return
      event.preventDefault()
      if (event.repeat || document.querySelector('[role=dialog]:not([data-palette]), [role=menu]')) return
      onCall()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [onCall])
}

type Props = { person: string; actions: readonly NamedAction[]; onKeys: () => void }

/** The button and the key that open the palette: one field for every article, claim, person and action. */
export function Palette({ person, actions, onKeys }: Props): ReactNode {
  const t = useTranslations('palette')
  const go = useGo()
  const signOut = useSignOut(person)
  const { recent, read, keep } = useRecent(person)
  const [open, setOpen] = useState(false)
  const toggle = (wanted: boolean) => {
    if (wanted) read()
    setOpen(wanted)
  }
  useCalled(() => toggle(!open))
  const run = (action: PageAction) => {
    if (action === 'keys') onKeys()
    else if (action === 'signOut') void signOut()
    else void setLanguage(action.slice('language.'.length))
  }
  const choose = (entry: Entry) => {
    keep(entry)
    setOpen(false)
    if ('href' in entry) go(entry.href)
    else run(entry.runs)
  }

  return (
    <Dialog.Root open={open} onOpenChange={toggle}>
      <Dialog.Trigger asChild>
        <Button size="sm" variant="ghost" aria-label={t('open')} aria-keyshortcuts="Control+K Meta+K">
          <Command aria-hidden className="size-5" />
        </Button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="palette-overlay" />
        <Dialog.Content
          className="palette"
          data-palette
          aria-describedby={undefined}
          onKeyDown={closeOnEscape(() => toggle(false))}
        >
          <Dialog.Title className="sr-only">{t('title')}</Dialog.Title>
          <PaletteSearch actions={actions} recent={recent} onChoose={choose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
