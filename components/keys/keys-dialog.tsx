'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'next-intl'
import { Dialog } from '@/components/ui/dialog'
import { Checkbox } from '@/components/ui/field'
import { Kbd } from '@/components/ui/kbd'
import { CLAIM_STATUSES, STATUSES } from '@/domain/claim/statuses'
import { shortcutsOff, turnShortcuts } from './use-shortcuts'

const KEYS = [
  ['j', 'next'],
  ['k', 'previous'],
  ['o', 'nextOpen'],
  ...CLAIM_STATUSES.toReversed().map((status) => [STATUSES[status].key, status] as const),
  ['s', 'source'],
  ['i', 'takeAnswer'],
  ['f', 'finding'],
  ['c', 'make'],
  ['a', 'accept'],
  ['p', 'pass'],
  ['t', 'take'],
  ['y', 'signOff'],
  ['x', 'pick'],
  ['o', 'openRipple'],
  ['s', 'stands'],
  ['c', 'again'],
  ['e', 'elsewhere'],
  ['x', 'gone'],
  ['Ctrl + K', 'palette'],
  ['/', 'search'],
  ['?', 'help'],
  ['Ctrl + Enter', 'save'],
  ['Esc', 'leave'],
] as const

type Props = { open: boolean; onOpenChange: (open: boolean) => void }

/** All shortcuts, and the switch that turns single keys off. */
export function KeysDialog({ open, onOpenChange }: Props) {
  const t = useTranslations('article.keys')
  const [on, setOn] = useState(true)
  useEffect(() => setOn(!shortcutsOff()), [open])
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title')}
      description={t('none')}
      closeLabel={t('close')}
    >
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
        {KEYS.map(([key, name]) => (
          <div key={name} className="contents">
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        className="mt-4"
        label={t('on')}
        checked={on}
        onChange={(event) => {
          turnShortcuts(event.target.checked)
          setOn(event.target.checked)
        }}
      />
    </Dialog>
  )
}
