'use client'

import type { ReactNode } from 'react'
import { Popover } from 'radix-ui'
import { useTranslations } from 'next-intl'
import { ListFilter } from 'lucide-react'
import { Button } from '@/components/ui/button'
import './filters-panel.css'

type Props = {
  /** How many filters are on. */
  on: number
  children: ReactNode
}

/** Further filters, in a panel over the list: opening and closing it moves nothing. */
export function FiltersPanel({ on, children }: Props) {
  const t = useTranslations('common.filters')
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button>
          <ListFilter aria-hidden className="size-4" />
          {t('open')}
          {on > 0 && <span className="filters-count tabular-nums">{on}</span>}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="filters-panel"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t('label')}
          onEscapeKeyDown={(event) => {
            // A list of suggestions inside closes first.
            if (document.activeElement?.getAttribute('aria-expanded') === 'true') event.preventDefault()
          }}
        >
          {children}
          <Popover.Close asChild>
            <Button variant="primary" className="justify-self-end">
              {t('done')}
            </Button>
          </Popover.Close>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
