'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/field'

type Props = { name: string; busy: boolean; onRename: (name: string) => void; onLeave: () => void }

/** Another name for a view; Escape keeps the present one. */
export function RenameView({ name, busy, onRename, onLeave }: Props) {
  const t = useTranslations('views')
  const tCommon = useTranslations('common')
  const [typed, setTyped] = useState(name)
  return (
    <EarlyForm
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        onRename(typed)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        event.preventDefault()
        onLeave()
      }}
    >
      <Input
        aria-label={t('renameNamed', { name })}
        className="min-w-0 flex-1"
        dir="auto"
        autoFocus
        maxLength={80}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" size="sm" variant="primary" busy={busy}>
        {t('rename')}
      </Button>
      <Button size="sm" variant="ghost" onClick={onLeave}>
        {tCommon('cancel')}
      </Button>
    </EarlyForm>
  )
}
