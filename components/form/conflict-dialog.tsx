'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

type Props = {
  title: string
  explain: string
  labels: { keepTyping: string; takeTheirs: string; saveMine: string }
  onMine: () => void
  onTheirs: () => void
  onClose: () => void
  /** Shows both versions. */
  children: ReactNode
}

/**
 * Shows both values when two people changed the same record, and lets the second one choose. Closing it keeps the typed
 * text.
 */
export function ConflictDialog({ title, explain, labels, onMine, onTheirs, onClose, children }: Props) {
  const tCommon = useTranslations('common')
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={explain}
      closeLabel={tCommon('close')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {labels.keepTyping}
          </Button>
          <Button onClick={onTheirs}>{labels.takeTheirs}</Button>
          <Button variant="primary" onClick={onMine}>
            {labels.saveMine}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}

type Field = { label: string; mine: string; theirs: string }

type FieldsProps = Pick<Props, 'onMine' | 'onTheirs' | 'onClose'> & {
  fields: readonly Field[]
  /** The language of the values. */
  language?: string
}

/** The same for a record with several fields: it lists the fields that differ. */
export function FieldConflict({ fields, language, ...choices }: FieldsProps) {
  const t = useTranslations('common.conflict')
  const labels = { keepTyping: t('keep'), takeTheirs: t('takeTheirs'), saveMine: t('saveMine') }
  return (
    <ConflictDialog title={t('title')} explain={t('explain')} labels={labels} {...choices}>
      <dl className="grid gap-3">
        {fields
          .filter(({ mine, theirs }) => mine !== theirs)
          .map(({ label, ...sides }) => (
            <div key={label} className="grid gap-1">
              <dt className="field-label">{label}</dt>
              {(['mine', 'theirs'] as const).map((side) => (
                <dd key={side} className="grid rounded bg-sunken p-2">
                  <span className="text-sm text-ink-muted">{t(side)}</span>
                  <span lang={language} dir="auto" className="break-words whitespace-pre-wrap">
                    {sides[side] || '—'}
                  </span>
                </dd>
              ))}
            </div>
          ))}
      </dl>
    </ConflictDialog>
  )
}
